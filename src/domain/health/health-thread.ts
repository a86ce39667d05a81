import { performTask, type TaskOptions } from '#kernel/task-thread.ts'
import { workerFile } from '#kernel/worker-file.ts'
import type { HealthTask, Seen } from './messages.ts'

export type HealthThread = (task: Omit<HealthTask, 'databasePath'>, options?: TaskOptions) => Promise<Seen>

/** Looks at the data in a thread of its own, which is there for that long. */
export const createHealthThread =
  (databasePath: string): HealthThread =>
  (task, options = {}) =>
    performTask<Seen>(
      {
        file: workerFile('health', import.meta.url),
        settings: { databasePath, ...task } satisfies HealthTask,
        what: 'The look at the data',
      },
      options,
    )

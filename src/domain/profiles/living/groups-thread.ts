import { progressUnder } from '#kernel/progress.ts'
import { performTask, type TaskOptions } from '#kernel/task-thread.ts'
import { workerFile } from '#kernel/worker-file.ts'
import type { GroupsAnswer, GroupsSettings, GroupsTask } from './messages.ts'

export type GroupsThread = (task: GroupsTask, options?: TaskOptions) => Promise<GroupsAnswer>

/** Reads behaviour and finds groups in a thread of its own: one task at a time, since each may need much memory. */
export function createGroupsThread(databasePath: string): GroupsThread {
  let last: Promise<unknown> = Promise.resolve()
  return (task, options = {}) => {
    const run = last.then(() => perform({ databasePath, task }, options))
    last = run.catch(() => undefined)
    return run
  }
}

const perform = (settings: GroupsSettings, { signal, onProgress }: TaskOptions): Promise<GroupsAnswer> =>
  performTask<GroupsAnswer>(
    { file: workerFile('groups', import.meta.url), settings, what: 'The search for groups' },
    {
      ...(signal && { signal }),
      onProgress(done) {
        onProgress?.(done)
        progressUnder(signal, 'Finding groups')?.(done)
      },
    },
  )

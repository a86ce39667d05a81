import { parentPort, workerData } from 'node:worker_threads'
import { faultOf, openReadOnly } from '#db/open.ts'
import type { Source } from '#db/schema.ts'
import { LimitError } from '#kernel/errors.ts'
import { toPlain } from '#kernel/plain-error.ts'
import type { FromTask, Stoppable } from '#kernel/task-thread.ts'
import { countShared, has } from '../../members/bitset.ts'
import type { Statement } from '../../members/reader-messages.ts'
import { sameVersions, VERSIONS_SQL, versionsOf } from '../../members/versions.ts'
import { contrasts, goalContrast } from './grouping/contrast.ts'
import { findGroups } from './grouping/find.ts'
import { readBehaviour } from './grouping/read-behaviour.ts'
import { scalesOf } from './grouping/scale.ts'
import type { GroupsAnswer, GroupsSettings } from './messages.ts'

const { databasePath, task, cancel }: GroupsSettings & Stoppable = workerData

const reply = (message: FromTask<GroupsAnswer>) => parentPort?.postMessage(message)

function onProgress(done: number): void {
  if (Atomics.load(cancel, 0) === 1) {
    throw new LimitError('The search for groups was cancelled', { next: 'Start it again when you like.' })
  }
  reply({ type: 'progress', done })
}

function perform(): GroupsAnswer {
  const driver = openReadOnly(databasePath)
  const { plan, at, work } = task
  const versions = driver.prepare<[], { source: Source; version: number }>(VERSIONS_SQL)
  const all = ({ sql, parameters }: Statement) =>
    driver
      .prepare<unknown[], [number, number, ...(number | null)[]]>(sql)
      .raw()
      .all(...parameters)
  const data = driver
    .transaction(() =>
      sameVersions(versionsOf(versions.all()), at, plan.sources)
        ? readBehaviour(plan, task, all, (done) => onProgress(0.5 * done))
        : undefined,
    )
    .deferred()
  driver.close()
  if (data === undefined) return { kind: 'moved' }
  if (work.kind === 'find') {
    const { found } = findGroups(data, plan.shapes, (done) => onProgress(0.5 + 0.5 * done))
    return { kind: 'found', told: data.rows, found }
  }
  const scales = scalesOf(data, plan.shapes)
  const sets = work.sets.map((set) => {
    const member = Uint8Array.from(data.ids, (id) => (has(set, id) ? 1 : 0))
    return {
      size: countShared(set, task.within),
      contrasts: contrasts(data, member, plan.shapes, scales),
      goal: goalContrast(data, member),
    }
  })
  return { kind: 'contrasted', told: data.rows, sets }
}

try {
  reply({ type: 'done', answer: perform() })
} catch (error) {
  reply({ type: 'failed', error: toPlain(faultOf(error, databasePath)) })
}

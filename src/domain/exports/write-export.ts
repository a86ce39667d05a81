import type { Writer } from '#db/run.ts'
import type { ExportRow } from '#db/schema.ts'
import { LimitError } from '#kernel/errors.ts'
import type { Currency } from '#kernel/money.ts'
import { andNot, type Bitset, count, ids } from '../members/bitset.ts'
import { decodeMembers, encodeMembers } from '../members/encode.ts'
import type { DataVersions } from '../members/members.ts'
import { VERSIONS_SQL, versionsOf } from '../members/versions.ts'
import { allowedOf } from './allowed.ts'
import { type FormatContext, isLeftOut, type RowPlan, type Value } from './formats/define.ts'
import { exportFormat, type FormatId } from './formats/index.ts'
import type { ExportOptions } from './options.ts'
import type { OpenFile, WrittenFile } from './out-file.ts'
import { readScores } from './read-scores.ts'
import { copySent, IDS, MADE_ANEW } from './removal.ts'
import { firstIdentity } from './sql.ts'
import { exportFiles } from './write-files.ts'

type Driver = Writer['driver']

export interface WriteTask {
  readonly exportId: string
  /** An empty folder. */
  readonly folder: string
  /** What the names of its files begin with. */
  readonly base: string
  readonly format: FormatId
  readonly options: ExportOptions
  readonly now: number
  readonly currency: Currency
}

export interface Written {
  readonly files: readonly WrittenFile[]
  readonly rows: number
  readonly leftOut: readonly { readonly why: string; readonly customers: number }[]
  /** Phones whose country code was added. */
  readonly mendedPhones: number
  /** Whoever is in the files, as `encodeMembers` makes them. */
  readonly members: Uint8Array
  /** What else whoever uses the files should know. */
  readonly notes: readonly string[]
  /** The state of the data that they were written from. */
  readonly versions: DataVersions
}

export interface WriteHooks {
  progress(done: number, total: number): void
  /** Asked between blocks. */
  cancelled(): boolean
  readonly open?: OpenFile
}

/** Ids in one statement: large enough to be fast, small enough that memory stays constant. */
const BLOCK = 5000
export const WITHDRAWN = 'can no longer be contacted: consent was withdrawn, or the address stopped working'
export const ERASED = 'are no customers any more'

/** Writes the files of an export into a folder, from one snapshot of the database. Throws LimitError when cancelled. */
export const writeExport = (driver: Driver, task: WriteTask, hooks: WriteHooks): Written =>
  driver.transaction(() => writeNow(driver, task, hooks)).deferred()

function writeNow(driver: Driver, task: WriteTask, hooks: WriteHooks): Written {
  const row = driver.prepare<[string], ExportRow>('SELECT * FROM exports WHERE id = ?').get(task.exportId)
  if (row === undefined) throw new Error(`There is no export ${task.exportId}`)
  const versions = versionsOf(driver.prepare<[], VersionRow>(VERSIONS_SQL).all())
  const format = exportFormat(task.format)
  const sent = row.removes === null || format.channel === null ? null : copySent(driver, row.removes, task)
  if (sent !== null) {
    return { ...sent, leftOut: [], mendedPhones: 0, members: row.members, notes: [], versions }
  }
  const plan = row.removes !== null && format.channel === null ? IDS : format.plan(contextOf(driver, task))
  const confirmed = decodeMembers(row.members)
  const members = allowedOf(driver, row)
  const files = exportFiles({ ...task, format, plan, ...(hooks.open && { open: hooks.open }) })
  const tally = new Map<string, number>()
  const leaveOut = (customer: string, why: string) => {
    tally.set(why, (tally.get(why) ?? 0) + 1)
    files.leaveOut(customer, why)
  }
  try {
    const identity = identities(driver)
    for (const id of ids(andNot(confirmed, members))) leaveOut(identity(id), WITHDRAWN)
    const written = writeRows(driver, { plan, members, hooks }, files, (id, why) =>
      leaveOut(identity(id), why),
    )
    const closed = files.close()
    return {
      ...written,
      files: closed,
      leftOut: [...tally].map(([why, customers]) => ({ why, customers })),
      notes: row.removes !== null && format.channel !== null ? [MADE_ANEW] : [],
      versions,
    }
  } catch (error) {
    files.abandon()
    throw error
  }
}

type VersionRow = Parameters<typeof versionsOf>[0][number]

interface RowsTask {
  readonly plan: RowPlan
  readonly members: Bitset
  readonly hooks: WriteHooks
}

function writeRows(
  driver: Driver,
  { plan, members, hooks }: RowsTask,
  files: Pick<ReturnType<typeof exportFiles>, 'write'>,
  leaveOut: (id: number, why: string) => void,
): Pick<Written, 'rows' | 'mendedPhones' | 'members'> {
  const statement = driver
    .prepare<[string], Value[]>(
      `SELECT ${plan.select.join(', ')}, c.id FROM json_each(?) AS j
       LEFT JOIN customers AS c ON c.id = j.value LEFT JOIN facts AS f ON f.id = j.value`,
    )
    .raw()
  const total = count(members)
  const inside = new Uint32Array(members)
  let [done, rows, mendedPhones] = [0, 0, 0]
  const drop = (id: number, why: string) => {
    inside[id >>> 5] = (inside[id >>> 5] ?? 0) & ~(1 << (id & 31))
    leaveOut(id, why)
  }
  for (const block of blocksOf(members)) {
    if (hooks.cancelled()) {
      throw new LimitError('The export was cancelled; nothing of it was kept', {
        next: 'Start it again when you like.',
      })
    }
    for (const [at, values] of statement.all(JSON.stringify(block)).entries()) {
      const id = block[at] ?? 0
      const made = values[plan.select.length] === null ? { why: ERASED } : plan.row(id, values)
      if (isLeftOut(made)) {
        drop(id, made.why)
        continue
      }
      files.write(made)
      rows++
      if (made.mended === 'phone') mendedPhones++
    }
    done += block.length
    hooks.progress(done, total)
  }
  return { rows, mendedPhones, members: encodeMembers(inside) }
}

function contextOf(driver: Driver, { options, now, currency }: WriteTask): FormatContext {
  const latest = driver
    .prepare<[], number | null>('SELECT max(ordered_at) FROM orders WHERE counted = 1')
    .pluck()
    .get()
  const factsHold = (latest ?? 0) <= now
  return { options, now, currency, factsHold, scores: () => readScores(driver, { factsHold, now }) }
}

/** The ids that customers were imported with, one at a time: for the few who are left out. */
function identities(driver: Driver): (id: number) => string {
  const named = driver
    .prepare<[number], string | null>(`SELECT ${firstIdentity} FROM customers AS c WHERE c.id = ?`)
    .pluck()
  return (id) => named.get(id) ?? String(id)
}

export function* blocksOf(members: Bitset): Generator<number[]> {
  let block: number[] = []
  for (const id of ids(members)) {
    block.push(id)
    if (block.length < BLOCK) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}

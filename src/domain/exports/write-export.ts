import type { Writer } from '#db/run.ts'
import type { ExportRow } from '#db/schema.ts'
import type { Currency } from '#kernel/money.ts'
import type { Entity } from '../entities/entity.ts'
import { andNot, ids, remove } from '../members/bitset.ts'
import { decodeMembers, encodeMembers } from '../members/encode.ts'
import type { DataVersions } from '../members/members.ts'
import { VERSIONS_SQL, versionsOf } from '../members/versions.ts'
import { allowedOf } from './allowed.ts'
import { exportFormat, type FormatId } from './formats/index.ts'
import type { ExportOptions } from './options.ts'
import type { OpenFile, WrittenFile } from './out-file.ts'
import { erased, RECORDS } from './records.ts'
import { copySent, idsOf, MADE_ANEW } from './removal.ts'
import { contextOf, makeRows } from './rows.ts'
import { type Checked, tally } from './tally.ts'
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

export interface Written extends Checked {
  readonly files: readonly WrittenFile[]
  /** Whoever is in the files, as `encodeMembers` makes them. */
  readonly members: Uint8Array
  /** What else whoever uses the files should know. */
  readonly notes: readonly string[]
  /** The state of the data that they were written from. */
  readonly versions: DataVersions
}

export interface WriteHooks {
  progress(done: number, total: number): void
  cancelled(): boolean
  readonly open?: OpenFile
}

const WITHDRAWN = 'consent withdrawn, or an address that stopped working, since it was confirmed'

/** Writes the files of an export into a folder, from one snapshot of the database. Throws LimitError when cancelled. */
export const writeExport = (driver: Driver, task: WriteTask, hooks: WriteHooks): Written =>
  driver.transaction(() => writeNow(driver, task, hooks)).deferred()

function writeNow(driver: Driver, task: WriteTask, hooks: WriteHooks): Written {
  const row = driver.prepare<[string], ExportRow>('SELECT * FROM exports WHERE id = ?').get(task.exportId)
  if (row === undefined) throw new Error(`There is no export ${task.exportId}`)
  const versions = versionsOf(driver.prepare<[], VersionRow>(VERSIONS_SQL).all())
  const format = exportFormat(task.format)
  const removal = row.removes !== null
  const sent = row.removes === null || format.channel === null ? null : copySent(driver, row.removes, task)
  if (sent !== null) {
    return { ...sent, leftOut: [], mendedPhones: 0, members: row.members, notes: [], versions }
  }
  const { entity } = row
  const plan =
    removal && format.channel === null
      ? idsOf(entity)
      : format.plan(contextOf(driver, { ...task, entity, removal }))
  const confirmed = decodeMembers(row.members)
  const members = allowedOf(driver, row)
  const inside = new Uint32Array(members)
  const files = exportFiles({ ...task, entity, format, plan, ...(hooks.open && { open: hooks.open }) })
  const counted = tally()
  const identity = identities(driver, entity)
  const leaveOut = (id: number, why: string) => {
    remove(inside, id)
    counted.leaveOut(id, why)
    files.leaveOut(identity(id) ?? String(id), why)
  }
  try {
    for (const id of ids(andNot(confirmed, members))) {
      leaveOut(id, identity(id) === null ? erased(entity) : WITHDRAWN)
    }
    const unique = format.channel !== null && !removal
    makeRows(
      driver,
      { entity, plan, members, unique, ...hooks },
      {
        leaveOut,
        row(id, made) {
          counted.row(id, made)
          files.write(made)
        },
      },
    )
    return {
      ...counted.checked(),
      files: files.close(),
      members: encodeMembers(inside),
      notes: removal && format.channel !== null ? [MADE_ANEW] : [],
      versions,
    }
  } catch (error) {
    files.abandon()
    throw error
  }
}

type VersionRow = Parameters<typeof versionsOf>[0][number]

/** The ids that they were imported with, one at a time: for the few who are left out. Null for who is gone. */
function identities(driver: Driver, entity: Entity): (id: number) => string | null {
  const { identity, joined } = RECORDS[entity]
  const named = driver
    .prepare<[number], string | null>(`SELECT ${identity} FROM (SELECT ? AS value) AS j ${joined}`)
    .pluck()
  return (id) => named.get(id) ?? null
}

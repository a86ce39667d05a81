import { rmSync } from 'node:fs'
import { query, type Writer } from '#db/run.ts'
import { SOURCES } from '#db/schema.ts'
import type { Actor } from '#kernel/actor.ts'
import { folderOf } from '../exports/folder.ts'
import { withFileFaults } from '../exports/out-file.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import { refuseDuringImport } from '../imports/exclusively.ts'
import { uploadsOf } from '../imports/uploads/uploads.ts'
import { appendLog } from '../log/append.ts'
import { has } from '../members/bitset.ts'
import { decodeMembers } from '../members/encode.ts'
import type { Operation, WriteContext } from '../writer/operation.ts'
import { idsOf } from './bits.ts'
import { findRecords, sameAddress, withOutsideIds } from './find-subject.ts'
import { isOneOf, type Leaving, type OutsideId } from './leaving.ts'
import { type Names, namesOf, withoutMention } from './names.ts'
import { places } from './registry.ts'
import { suppress } from './suppressed.ts'
import { unrecoverably } from './unrecoverably.ts'

/** What erasing took away. */
export interface Erased {
  readonly customers: number
  readonly people: number
  /** How many rows of what, those of which there were none left out. */
  readonly rows: readonly { readonly what: string; readonly rows: number }[]
  /** Exports whose files were removed, as they held them. */
  readonly exports: readonly string[]
}

export interface EraseInput {
  /** Ids of sources; whoever is known by them goes, and they are kept out even if nobody is. */
  readonly ids: readonly OutsideId[]
  /** Internal ids, as `findSubject` finds them. */
  readonly customers?: readonly number[]
  readonly people?: readonly number[]
  /** For the log, which no name of theirs gets into. */
  readonly why: string
  readonly actor: Actor
  /** Files of exports lie beside it. */
  readonly databasePath: string
}

/**
 * Erases a person: everything that is kept of them, with every other record that has the same e-mail address. What
 * arrives later for the same ids stays out. The log keeps internal ids, who did it, when and why. It can’t be undone.
 */
export const eraseSubject: Operation<EraseInput, Erased> = (ctx, { ids, customers, people, ...asked }) => {
  const { writer } = ctx
  refuseDuringImport(writer.driver)
  return unrecoverably(writer, () => {
    const known = findRecords(writer, ids)
    const found = sameAddress(writer, {
      customers: [...new Set([...known.customers, ...(customers ?? [])])],
      people: [...new Set([...known.people, ...(people ?? [])])],
    })
    const leaving = withOutsideIds(writer, found, ids)
    const erased = erase(ctx, leaving, { ...asked, action: 'erase_person' })
    suppress(writer, leaving.outside, ctx.clock.now())
    return erased
  })
}

interface Asked extends Pick<EraseInput, 'why' | 'actor' | 'databasePath'> {
  readonly action: string
}

/** Takes away what is kept of those who leave; the caller holds the transaction. */
export function erase(
  { writer, clock }: WriteContext,
  leaving: Leaving,
  { why, actor, databasePath, action }: Asked,
): Erased {
  const names = namesIn(writer, leaving)
  const exports = exportsOf(writer, leaving)
  const rows = new Map<string, number>()
  for (const place of places) {
    const changed = place.erase(writer, leaving, names)
    if (changed > 0) rows.set(place.what, (rows.get(place.what) ?? 0) + changed)
  }
  raiseVersions(writer, new Set(SOURCES))
  appendLog(writer, {
    at: clock.now(),
    actor,
    action,
    subject: leaving.customers.length === 1 ? `customer:${leaving.customers[0]}` : action,
    detail: {
      customers: leaving.customers.slice(0, LOGGED),
      people: leaving.people.slice(0, LOGGED),
      customerCount: leaving.customers.length,
      peopleCount: leaving.people.length,
      why: withoutMention(why, names),
      exports,
    },
  })
  // Last, so that whatever fails before it leaves the files.
  for (const id of exports) {
    const folder = folderOf(databasePath, id)
    withFileFaults(folder, () => rmSync(folder, { recursive: true, force: true }))
  }
  const uploads = uploadsOf(databasePath)
  withFileFaults(uploads, () => rmSync(uploads, { recursive: true, force: true }))
  return {
    customers: leaving.customers.length,
    people: leaving.people.length,
    rows: [...rows].map(([what, count]) => ({ what, rows: count })),
    exports,
  }
}

/** Of a whole shop the log keeps the first ids, and how many there were. */
const LOGGED = 1000

function namesIn(writer: Writer, { customers, people, outside }: Leaving): Names {
  const columns = ['email', 'phone', 'first_name', 'last_name'] as const
  return namesOf(
    [
      ...writer.all(query.selectFrom('customers').select(columns).where(isOneOf('id', customers))),
      ...writer.all(query.selectFrom('people').select(columns).where(isOneOf('id', people))),
    ],
    outside.map(({ id }) => id),
  )
}

/** Exports whose files hold them: also those that take another one back, which are remembered in their sets alone. */
function exportsOf(writer: Writer, leaving: Leaving): readonly string[] {
  return writer
    .all(query.selectFrom('exports').select(['id', 'entity', 'members']).where('state', '=', 'done'))
    .filter(({ entity, members }) => {
      const held = decodeMembers(members)
      return idsOf(leaving, entity).some((id) => has(held, id))
    })
    .map(({ id }) => id)
}

import { query, type Reader } from '#db/run.ts'
import type { SourceKind } from '#db/schema.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { listWriteKeys } from '../arrivals/read-keys.ts'
import type { WriteKey } from '../arrivals/key-schema.ts'
import { countOfRows } from '../imports/tables/row-words.ts'
import { TABLES } from '../imports/tables/define.ts'
import { importFormats } from '../imports/formats/index.ts'
import { type Brought, broughtFrom } from './brought.ts'
import { type Cadence, cadenceOf, lasted } from './cadence.ts'
import { sourceId } from './record.ts'
import type { ShownSource } from './shown.ts'

interface SourceState {
  readonly id: string
  readonly kind: SourceKind
  readonly name: string
  readonly source: string
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly brought: Brought
  readonly cadence: Cadence | null
  readonly overdue: boolean
  readonly ended: boolean
}

/** Where data came from, and whether it still comes, by an instant. */
export function sourceStates(reader: Reader, now: Instant): readonly SourceState[] {
  const rows = reader.all(query.selectFrom('sources').selectAll().orderBy('id'))
  if (rows.length === 0) return []
  const keys = new Map(listWriteKeys(reader).map((key) => [sourceId('write_key', key.id), key]))
  return rows.map(({ id, kind, name, source, first_at: firstAt, last_at: lastAt, brought }) => {
    const key = keys.get(id)
    const ended = kind === 'write_key' && key?.revokedAt !== null
    const cadence = ended ? null : cadenceOf(arrivalsOf(reader, id), lastAt)
    const overdue = cadence !== null && now > cadence.dueBy
    return {
      id,
      kind,
      name: kind === 'file' ? formatTitle(name) : (key?.name ?? name),
      source,
      firstAt,
      lastAt,
      brought: broughtFrom(brought),
      cadence,
      overdue,
      ended,
    }
  })
}

/** All sources of data for people: overdue ones first, then the latest; keys that nothing came by yet, too. */
export const listSources = (reader: Reader, now: Instant): readonly ShownSource[] =>
  reader.snapshot(() => {
    const states = sourceStates(reader, now)
    const known = new Set(states.map(({ id }) => id))
    const unused = listWriteKeys(reader).filter(
      ({ id, revokedAt }) => revokedAt === null && !known.has(sourceId('write_key', id)),
    )
    return [...states.map((state) => shown(state, now)), ...unused.map(shownUnused)].toSorted(
      (a, b) =>
        Number(b.overdue) - Number(a.overdue) ||
        Number(a.ended) - Number(b.ended) ||
        (b.lastArrival ?? '').localeCompare(a.lastArrival ?? '') ||
        a.id.localeCompare(b.id),
    )
  })

const arrivalsOf = (reader: Reader, id: string): readonly Instant[] =>
  reader
    .all(
      query.selectFrom('source_arrivals').select('began_at').where('source_id', '=', id).orderBy('began_at'),
    )
    .map(({ began_at: at }) => at)

const formatTitle = (name: string): string =>
  importFormats.find((format) => format.name === name)?.title ?? name

const shown = (state: SourceState, now: Instant): ShownSource => ({
  id: state.id,
  kind: state.kind,
  name: state.name,
  source: state.source,
  brought: Object.entries(state.brought)
    .map(([what, { rows, at }]) => ({ what, rows, words: broughtWords(what, rows), last: toIso(at) }))
    .toSorted((a, b) => b.rows - a.rows || a.what.localeCompare(b.what)),
  firstArrival: toIso(state.firstAt),
  lastArrival: toIso(state.lastAt),
  cadence: state.cadence && { seconds: state.cadence.usual, words: state.cadence.words },
  dueBy: state.cadence && toIso(state.cadence.dueBy),
  overdue: state.overdue,
  ended: state.ended,
  says: saysOf(state, now),
})

/** Sources of before may have brought what is not a table any more. */
function broughtWords(what: string, rows: number): string {
  const table = TABLES.find((known) => known === what)
  return table === undefined ? `${rows.toLocaleString('en-US')} ${what}` : countOfRows(rows, table)
}

function saysOf({ kind, cadence, overdue, ended, lastAt }: SourceState, now: Instant): string {
  if (ended) return 'Its key was revoked: nothing comes any more.'
  if (kind === 'demo') return 'An invented company: it gets no new data.'
  if (cadence === null) return 'Too few arrivals yet to know how often it comes.'
  const usually = `It usually comes ${cadence.words}`
  return overdue ? `Overdue. ${usually}, and nothing came for ${lasted(now - lastAt)}.` : `${usually}.`
}

const shownUnused = ({ id, name, source }: WriteKey): ShownSource => ({
  id: sourceId('write_key', id),
  kind: 'write_key',
  name,
  source,
  brought: [],
  firstArrival: null,
  lastArrival: null,
  cadence: null,
  dueBy: null,
  overdue: false,
  ended: false,
  says: 'Nothing came by this key yet.',
})

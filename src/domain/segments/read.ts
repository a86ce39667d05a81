import { query, type Reader } from '#db/run.ts'
import type { SegmentsTable, SegmentVersionsTable } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import { foldText } from '#kernel/text.ts'
import { storedCriteria } from '../criteria/stored.ts'
import type { Criteria } from '../criteria/schema.ts'
import { actorFrom } from '../log/actor.ts'
import { missing } from '../references/missing.ts'
import { usersOf } from '../references/references.ts'
import type { Naming } from '../references/named.ts'
import { DEFAULT_SEGMENTS, defaultSegment } from './defaults.ts'
import { type LastCount, lastCounts } from './last-counts.ts'
import { namesLike } from './names-like.ts'
import { lastCounted } from './last-counted.ts'
import { brokenPins, pinsFrom, pinWords } from './pins.ts'
import { withNames } from './pinned-names.ts'
import type { Segment, SegmentVersion } from './schema.ts'

/** Reads of segments and lists, as they are now. Deleted ones are not there, but their versions are. */
export interface Segments {
  /** Defaults first, in the order of their rules, then the others by name. */
  list(options?: { readonly search?: string }): readonly Segment[]
  /** By id, or by name ignoring case. Throws NotFoundError. */
  get(idOrName: string): Segment
  find(idOrName: string): Segment | undefined
  /** The segments, indicators and audiences whose criteria name this one. */
  usersOf(id: string): readonly Naming[]
  /** Oldest first; of a deleted segment too. Empty for an id that never was. */
  versions(id: string): readonly SegmentVersion[]
}

export function createSegments(reader: Reader): Segments {
  const living = query.selectFrom('segments').selectAll().where('deleted_at', 'is', null)

  const find = (idOrName: string): Segment | undefined => {
    const row =
      reader.get(living.where('id', '=', idOrName)) ??
      reader.get(living.where('name_key', '=', foldText(idOrName)))
    return row && segmentOf(reader, row, lastCounts(reader, row.id).get(row.id))
  }

  const list: Segments['list'] = ({ search = '' } = {}) =>
    reader.snapshot(() => {
      const counts = lastCounts(reader)
      return reader
        .all(living.orderBy('name_key'))
        .filter((row) => row.name_key.includes(foldText(search)))
        .map((row) => segmentOf(reader, row, counts.get(row.id)))
        .toSorted((a, b) => rank(a) - rank(b))
    })

  const get = (idOrName: string): Segment =>
    find(idOrName) ?? missing(reader, 'segment', idOrName, () => namesLike(reader, idOrName))

  return {
    list,
    find,
    get,
    usersOf: (id) => usersOf(reader, { type: 'segment', id }),
    versions: (id) =>
      reader
        .all(query.selectFrom('segment_versions').selectAll().where('segment_id', '=', id).orderBy('version'))
        .map(versionOf),
  }
}

const order = new Map(DEFAULT_SEGMENTS.map(({ id }, at) => [id, at]))
const rank = ({ id }: Segment): number => order.get(id) ?? DEFAULT_SEGMENTS.length

const criteriaFrom = (json: string | null): Criteria | null => (json === null ? null : storedCriteria(json))

const segmentOf = (reader: Reader, row: SegmentsTable, last: LastCount | undefined): Segment => ({
  id: row.id,
  name: row.name,
  description: row.description,
  kind: row.kind,
  version: row.version,
  criteria: criteriaFrom(row.criteria),
  ...rulesOf(reader, row, last),
  objective: defaultSegment(row.id)?.objective ?? null,
  campaignType: defaultSegment(row.id)?.campaignType ?? null,
  members: last?.members ?? null,
  refreshedAt: last === undefined ? null : toIso(last.asOf),
  createdAt: toIso(row.created_at),
  updatedAt: toIso(row.updated_at),
})

function rulesOf(reader: Reader, { id, pins: json }: SegmentsTable, last: LastCount | undefined) {
  const pins = pinsFrom(json)
  if (pins === null) return { pins, rules: [], broken: [] }
  const broken = last === undefined ? [] : brokenPins(pins, lastCounted(reader, id, pins, last.members))
  const named = (words: readonly string[]) => words.map((text) => withNames(reader, text))
  return { pins, rules: named(pinWords(pins)), broken: named(broken) }
}

const versionOf = (row: SegmentVersionsTable): SegmentVersion => ({
  version: row.version,
  name: row.name,
  description: row.description,
  criteria: criteriaFrom(row.criteria),
  pins: pinsFrom(row.pins),
  deleted: row.deleted === 1,
  by: actorFrom(row.actor).name,
  at: toIso(row.at),
  proposalId: row.proposal_id,
})

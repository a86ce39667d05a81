import { query, type Reader } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { LimitError, MusterError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import { definitionOf } from '../conditions/index.ts'
import { allLeavesOf } from '../criteria/nested.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { CountOptions, Members } from '../members/members.ts'
import { definitionsIn } from '../references/references.ts'
import type { Segments } from '../segments/read.ts'
import type { Segment } from '../segments/schema.ts'
import { listSources } from '../sources/read.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import type { KnownSegment, KnownThings } from './known.ts'

export interface KnownDeps {
  readonly reader: Reader
  readonly segments: Segments
  readonly members: Members
  readonly vocabulary: Vocabulary
}

/** So long a segment may wait to be used. */
const SETTLED = 30 * 86_400

/** What definitions and sources say before the data is looked at; segments are counted for it. */
export async function knownThings(
  { reader, segments, members, vocabulary }: KnownDeps,
  options: CountOptions,
): Promise<KnownThings> {
  const now = options.asOf
  const definitions = definitionsIn(reader)
  const leaves = definitions.flatMap(({ type, name, criteria }) =>
    allLeavesOf(criteria).map(({ condition }) => ({ of: `${type} “${name}”`, condition })),
  )
  const used = new Set(
    leaves.flatMap(({ condition }) =>
      condition.type === 'segment' ? [condition.segment, condition.from ?? ''] : [],
    ),
  )
  const exported = new Set(
    reader.all(query.selectFrom('exports').select('subject_id').distinct()).map((row) => row.subject_id),
  )
  const known: KnownSegment[] = []
  for (const segment of segments.list()) {
    known.push({
      id: segment.id,
      name: segment.name,
      builtIn: segment.kind === 'default',
      unused: !used.has(segment.id) && !exported.has(segment.id),
      settled: Date.parse(segment.createdAt) / 1000 < now - SETTLED,
      members: await membersOf(members, segment, options),
    })
  }
  return {
    segments: known,
    conditions: leaves.length,
    emptyConditions: leaves.flatMap(({ of, condition }) =>
      (definitionOf(condition).columns?.(condition) ?? [])
        .filter(({ name }) => vocabulary.filled(name) === 0)
        .slice(0, 1)
        .map(({ name }) => ({ of, field: name.replaceAll(/[._]/g, ' ') })),
    ),
    usedEvents: [...new Set(leaves.flatMap(({ condition }) => eventsOf(condition)))],
    sources: sourcesAt(reader, now),
  }
}

/** Null where its criteria can't be counted: they name what is not there any more. */
async function membersOf(
  members: Members,
  { id }: Segment,
  options: CountOptions,
): Promise<KnownSegment['members']> {
  const criteria: Criteria = { type: 'segment', segment: id }
  try {
    return (await members.of(criteria, options)).bits
  } catch (error) {
    if (!(error instanceof MusterError) || error instanceof LimitError) throw error
    return null
  }
}

/** Every text in a condition that asks for events: whichever of them is a type’s name is used. */
function eventsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [foldText(value)]
  if (Array.isArray(value)) return value.flatMap(eventsOf)
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(eventsOf)
}

/** Those that brought something and should still do. */
const sourcesAt = (reader: Reader, now: Instant): KnownThings['sources'] =>
  listSources(reader, now).flatMap(({ name, overdue, says, ended, kind, lastArrival }) =>
    ended || kind === 'demo' || lastArrival === null ? [] : [{ name, overdue, says }],
  )

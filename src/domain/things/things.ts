import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { Clock, Instant } from '#kernel/clock.ts'
import { readVersions } from '../members/read-versions.ts'
import { withNames } from '../segments/pinned-names.ts'

export type ThingKind = 'segment' | 'audience' | 'profile' | 'proposal'

/** Something that has a name or waits for a decision, read lightly. */
export interface Thing {
  readonly id: string
  readonly name: string
  /** What it is called besides: the code of a profile. */
  readonly code: string | null
  /** Proposals that are decided are there, and offered to nobody. */
  readonly isOffered: boolean
  readonly updatedAt: Instant
  /** Another one when something moved that is shown of it. */
  readonly stamp: string
}

/** Names and stamps of what there is: enough to list it, to complete a name, and to see what changed. */
export interface Things {
  /** By name, profiles in the order they were made, proposals newest first. */
  of(kind: ThingKind): readonly Thing[]
  /** Another one whenever data came or went. */
  dataStamp(): string
  /** Another one whenever anybody wrote anything or a proposal ran out: costs next to nothing to ask. */
  tide(): string
}

/** Of decided ones so many are looked at: whoever waits for an older one has waited in vain. */
const DECIDED_PROPOSALS = 200

export function createThings({ reader, clock }: { readonly reader: Reader; readonly clock: Clock }): Things {
  const read: Readonly<Record<ThingKind, () => readonly Thing[]>> = {
    segment: () => segmentsIn(reader),
    audience: () => audiencesIn(reader),
    profile: () => profilesIn(reader),
    proposal: () => proposalsIn(reader, clock.now()),
  }
  return {
    of: (kind) => reader.snapshot(read[kind]),
    dataStamp: () => Object.values(readVersions(reader)).join(),
    tide: () => [reader.get(DATA_VERSION)?.data_version, reader.get(openAt(clock.now()))?.proposals].join(),
  }
}

/** What SQLite counts up when another connection commits. */
const DATA_VERSION = {
  compile: () => sql<{ readonly data_version: number }>`PRAGMA data_version`.compile(query),
}

const openAt = (now: Instant) =>
  query
    .selectFrom('proposals')
    .select((eb) => eb.fn.countAll<number>().as('proposals'))
    .where('state', '=', 'draft')
    .where('expires_at', '>', now)

function segmentsIn(reader: Reader): readonly Thing[] {
  const { lists } = readVersions(reader)
  const rows = query
    .selectFrom('segments')
    .where('deleted_at', 'is', null)
    .select(['id', 'name', 'kind', 'version', 'updated_at'])
    .select((eb) =>
      eb
        .selectFrom('refreshes')
        .whereRef('refreshes.segment_id', '=', 'segments.id')
        .select((of) => of.fn.max('refreshes.id').as('newest'))
        .as('refresh'),
    )
    .orderBy('name_key')
  return reader.all(rows).map(({ id, name, kind, version, refresh, updated_at: updatedAt }) => ({
    id,
    name,
    code: null,
    isOffered: true,
    updatedAt,
    stamp: [name, version, updatedAt, kind === 'list' ? lists : refresh].join(),
  }))
}

function audiencesIn(reader: Reader): readonly Thing[] {
  const rows = query
    .selectFrom('audiences')
    .where('deleted_at', 'is', null)
    .select(['id', 'name', 'version', 'members', 'counted_at', 'updated_at'])
    .orderBy('name_key')
  return reader
    .all(rows)
    .map(({ id, name, version, members, counted_at: countedAt, updated_at: updatedAt }) => ({
      id,
      name,
      code: null,
      isOffered: true,
      updatedAt,
      stamp: [name, version, members, countedAt].join(),
    }))
}

function profilesIn(reader: Reader): readonly Thing[] {
  const { scores } = readVersions(reader)
  const rows = query
    .selectFrom('profiles')
    .where('deleted_at', 'is', null)
    .select(['id', 'name', 'code', 'version', 'status', 'updated_at'])
    .orderBy('number')
  return reader.all(rows).map(({ id, name, code, version, status, updated_at: updatedAt }) => ({
    id,
    name,
    code,
    isOffered: true,
    updatedAt,
    stamp: [name, version, status, scores].join(),
  }))
}

function proposalsIn(reader: Reader, now: Instant): readonly Thing[] {
  const rows = query
    .selectFrom('proposals')
    .select(['id', 'summary', 'state', 'created_at', 'expires_at', 'decided_at'])
    .orderBy('created_at', 'desc')
    // Of those of one second the last one drafted first.
    .orderBy(sql`rowid`, 'desc')
  const found = [
    ...reader.all(rows.where('state', '=', 'draft')),
    ...reader.all(rows.where('state', '!=', 'draft').limit(DECIDED_PROPOSALS)),
  ]
  const exportsOf = new Map(
    reader
      .all(
        query
          .selectFrom('exports')
          .select(['proposal_id', 'state'])
          .orderBy('number', 'desc')
          .limit(DECIDED_PROPOSALS),
      )
      .map(({ proposal_id, state }) => [proposal_id, state]),
  )
  return found.map((row) => {
    const isOpen = row.state === 'draft' && row.expires_at > now
    return {
      id: row.id,
      name: withNames(reader, row.summary),
      code: null,
      isOffered: isOpen,
      updatedAt: row.decided_at ?? row.created_at,
      stamp: [row.state, isOpen, exportsOf.get(row.id)].join(),
    }
  })
}

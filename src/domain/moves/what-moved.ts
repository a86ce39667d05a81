import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { audienceDefinition } from '../audiences/definition.ts'
import type { Entity } from '../entities/entity.ts'
import { toldRecords } from '../profiles/standing/rows.ts'
import { signalLabel } from '../signals/known.ts'
import type { Moved } from './shown.ts'

export interface MovedOptions {
  readonly since: Instant
  /** Names of people are shortened. */
  readonly masked: boolean
  /** Of each part of the answer. */
  readonly most?: number
}

/** More of one company are of no use beside the number of all. */
const LATEST = 3

/** What changed by itself since an instant: signals that came, scores that they moved, audiences entered and left. */
export function whatMoved(reader: Reader, { since, masked, most = 20 }: MovedOptions): Moved {
  const options = { since, masked, most }
  return reader.snapshot(() => ({
    since: toIso(since),
    signals: signalsSince(reader, options),
    scores: scoresSince(reader, options),
    audiences: audiencesSince(reader, options),
  }))
}

type Options = Required<MovedOptions>

function signalsSince(reader: Reader, { since, masked, most }: Options): Moved['signals'] {
  const came = query.selectFrom('signals').where('arrived_at', '>=', since)
  const total = reader.get(came.select(({ fn }) => fn.countAll<number>().as('n')))?.n ?? 0
  // Those of nobody’s company stand under their people.
  const owner = sql<number>`coalesce(company_id, -person_id)`
  const groups = reader.all(
    came
      .select([owner.as('owner')])
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .groupBy('owner')
      .orderBy('n', 'desc')
      .orderBy('owner')
      .limit(most),
  )
  const companies = names(
    reader,
    'company',
    groups.map((one) => one.owner).filter((id) => id > 0),
    masked,
  )
  const people = names(
    reader,
    'person',
    groups.map((one) => -one.owner).filter((id) => id > 0),
    masked,
  )
  const about = groups.flatMap(({ owner: id, n }) => {
    const told = id > 0 ? companies.get(id) : people.get(-id)
    if (told === undefined) return []
    const latest = reader.all(
      came
        .select(['type', 'topic', 'occurred_at'])
        .where(owner, '=', id)
        .orderBy('occurred_at', 'desc')
        .orderBy('id', 'desc')
        .limit(LATEST),
    )
    return [
      {
        ...told,
        count: n,
        latest: latest.map(({ type, topic, occurred_at: at }) => ({
          type: signalLabel(type),
          topic,
          at: toIso(at),
        })),
      },
    ]
  })
  const shown = about.reduce((sum, one) => sum + one.count, 0)
  const waiting = query.selectFrom('waiting_signals').select(({ fn }) => fn.countAll<number>().as('n'))
  return { total, about, more: total - shown, waiting: reader.get(waiting)?.n ?? 0 }
}

function scoresSince(reader: Reader, { since, masked, most }: Options): Moved['scores'] {
  const changes = reader.all(
    query
      .selectFrom('score_changes')
      .select(['entity', 'cause'])
      .select(({ fn }) => [fn.sum<number>('changed').as('changed'), fn.max('at').as('at')])
      .where('at', '>=', since)
      .groupBy(['entity', 'cause'])
      .orderBy('at', 'desc')
      .orderBy('entity')
      .limit(most),
  )
  const rows = reader.all(
    query
      .selectFrom('score_moves as m')
      .innerJoin('score_changes as c', 'c.id', 'm.change_id')
      .selectAll('m')
      .select(['c.entity', 'c.at', 'c.cause'])
      .where('c.at', '>=', since)
      .orderBy('c.id', 'desc')
      .orderBy('m.record_id')
      .limit(most),
  )
  const told = toldOf(
    reader,
    rows.map(({ entity, record_id: id }) => ({ entity, id })),
    masked,
  )
  const profiles = new Map(
    reader.all(query.selectFrom('profiles').select(['number', 'name'])).map((one) => [one.number, one.name]),
  )
  const place = (
    icp: number | null,
    icpScore: number | null,
    persona: number | null,
    personaScore: number | null,
  ) =>
    icp === null
      ? null
      : {
          icp: profiles.get(icp) ?? '',
          icpScore: icpScore ?? 0,
          persona: persona === null ? null : (profiles.get(persona) ?? ''),
          personaScore,
        }
  const moves = rows.flatMap((row) => {
    const who = told(row.entity, row.record_id)
    if (who === undefined) return []
    return [
      {
        ...who,
        at: toIso(row.at),
        cause: row.cause,
        before: place(row.icp_before, row.icp_score_before, row.persona_before, row.persona_score_before),
        after: place(row.icp, row.icp_score, row.persona, row.persona_score),
      },
    ]
  })
  const all = changes.reduce((sum, { changed }) => sum + Number(changed), 0)
  return {
    changes: changes.map(({ at, changed, ...one }) => ({ ...one, changed: Number(changed), at: toIso(at) })),
    moves,
    more: Math.max(0, all - moves.length),
  }
}

const audiencesSince = (reader: Reader, { since, most }: Options): Moved['audiences'] =>
  reader
    .all(
      query
        .selectFrom('audience_changes as c')
        .innerJoin('audiences as a', 'a.id', 'c.audience_id')
        .select(['a.id', 'a.name', 'a.definition', 'c.at', 'c.cause', 'c.members', 'c.entered', 'c.left'])
        .where('c.at', '>=', since)
        .where('a.deleted_at', 'is', null)
        .orderBy('c.id', 'desc')
        .limit(most),
    )
    .map(({ id, definition, at, ...row }) => ({
      ...row,
      audienceId: id,
      entity: audienceDefinition.parse(JSON.parse(definition)).entity,
      at: toIso(at),
    }))

type Who = Pick<Moved['scores']['moves'][number], 'entity' | 'id' | 'name' | 'about'>

const names = (
  reader: Reader,
  entity: Entity,
  ids: readonly number[],
  masked: boolean,
): ReadonlyMap<number, Who> =>
  new Map(
    toldRecords(reader, entity, ids, masked).map(({ internal, id, name, about }) => [
      internal,
      { entity, id, name, about },
    ]),
  )

function toldOf(
  reader: Reader,
  records: readonly { readonly entity: Entity; readonly id: number }[],
  masked: boolean,
): (entity: Entity, id: number) => Who | undefined {
  const byEntity = new Map(
    [...Map.groupBy(records, ({ entity }) => entity)].map(([entity, own]) => [
      entity,
      names(
        reader,
        entity,
        own.map(({ id }) => id),
        masked,
      ),
    ]),
  )
  return (entity, id) => byEntity.get(entity)?.get(id)
}

import { z } from 'zod'
import type { Reader } from '#db/run.ts'
import { type Clock, toMinute } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import { cursorOf, cursorText } from '../../browsing/cursor.ts'
import { findOne } from '../../explanations/find-one.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { ENTITIES, type Entity } from '../../entities/entity.ts'
import { count } from '../../members/bitset.ts'
import type { Members } from '../../members/members.ts'
import { readVersions } from '../../members/read-versions.ts'
import type { Profiles } from '../read.ts'
import { type BestOptions, type BestRecords, bestOf } from './best.ts'
import { type Cell, createCells, recordsIn } from './cells.ts'
import { cornersOf } from './corners.ts'
import { isOf, type NodeName, nodeOf, passes, type Thresholds } from './nodes.ts'
import { recordsBehind, unfittedBehind } from './records.ts'
import { scoredRows } from './rows.ts'
import { freshnessOf } from './scored.ts'
import type { Corners, ProfileTree, Scored, ScoredPage, ScoredRow } from './shown.ts'
import { treeOf } from './tree.ts'

export interface RecordsOptions extends Thresholds {
  /** `next` of the page before; the first page without one. */
  readonly cursor?: string | undefined
  /** Records on a page. */
  readonly most: number
  /** Shortens names and addresses, for those who may not see them whole. */
  readonly masked: boolean
  readonly signal?: AbortSignal
}

export interface CornersOptions {
  /** An ICP or a persona: whom it has, instead of everybody. */
  readonly profile?: string | undefined
  /** Everybody of which entity: people, or customers. */
  readonly entity?: 'person' | 'customer' | undefined
  readonly minIcp: number
  readonly minPersona: number
  readonly signal?: AbortSignal
}

/** Reads of the scores that are stored, for people who look. */
export interface Standing {
  /** ICPs with their personas, whom each has, and how fresh that is. */
  tree(options?: { readonly signal?: AbortSignal }): Promise<ProfileTree>
  /** A page of the records of a place in the tree, by score, the highest first. */
  records(node: NodeName, options: RecordsOptions): Promise<ScoredPage>
  /** Whoever meets criteria, by score. */
  best(criteria: Criteria, options: Omit<BestOptions, 'asOf'>): Promise<BestRecords>
  /** One record, by its id as imported. Throws NotFoundError. */
  record(entity: Entity, id: string, options: { readonly masked: boolean }): ScoredRow
  /** Who is right and who is wrong on both scores. */
  corners(options: CornersOptions): Promise<Corners>
}

/** So often may the scores change while a page is read. */
const ATTEMPTS = 5

export function createStanding(deps: {
  readonly reader: Reader
  readonly clock: Clock
  readonly members: Members
  readonly profiles: Profiles
}): Standing {
  const { reader, clock, members, profiles } = deps
  const reads = createCells({ reader, members })
  const options = (signal: AbortSignal | undefined) => ({
    asOf: toMinute(clock.now()),
    ...(signal && { signal }),
  })
  const totalOf = async (entity: Entity, signal: AbortSignal | undefined) =>
    count((await members.everyone(options(signal), entity)).bits)

  const freshness = (entity: Entity) => freshnessOf(reader, profiles.list(), { entity, now: clock.now() })

  const scoredOf = async (
    entity: Entity,
    cells: readonly Cell[],
    signal: AbortSignal | undefined,
  ): Promise<Scored> => ({
    entity,
    total: await totalOf(entity, signal),
    fitted: recordsIn(cells),
    ...freshness(entity),
  })

  /** A page of scored ones, all at one state of the scores. */
  async function page(
    name: Exclude<NodeName, { noIcp: Entity }>,
    { most, masked, cursor, signal, ...thresholds }: RecordsOptions,
  ): Promise<ScoredPage> {
    const node = nodeOf(name, profiles)
    const { entity, icp, persona = 'any' } = node
    const { minIcp = '', minPersona = '', corner = '' } = thresholds
    const list = { node: `${entity} ${icp} ${persona}`, thresholds: `${minIcp} ${minPersona} ${corner}` }
    const after = cursor === undefined ? undefined : cursorOf(placeSchema, cursor, list)
    for (let tries = 0; tries < ATTEMPTS; tries++) {
      const { cells, version } = await reads.of(entity, options(signal))
      const passing = cells.filter(isOf(node)).filter(passes(thresholds))
      const found = reader.snapshot(() => {
        if (readVersions(reader).scores !== version) return undefined
        // One more than is shown tells whether there is a page behind.
        const places = recordsBehind(reader, node, passing, { after, most: most + 1 })
        const ids = places.slice(0, most).map(({ id }) => id)
        return { places, rows: scoredRows(reader, entity, ids, masked) }
      })
      if (found === undefined) continue
      const last = found.places.length > most ? found.places[most - 1] : undefined
      return {
        entity,
        rows: found.rows,
        total: recordsIn(passing),
        asOf: freshness(entity).asOf,
        next: last === undefined ? null : cursorText({ ...list, ...last }),
        masked,
      }
    }
    throw new ConflictError('The scores changed again and again while the list was read', {
      next: 'Open the list again when the running import has ended.',
    })
  }

  async function unfitted(entity: Entity, options_: RecordsOptions): Promise<ScoredPage> {
    const { most, masked, cursor, signal } = options_
    const list = { node: `no-icp ${entity}` }
    const after = cursor === undefined ? 0 : cursorOf(behindSchema, cursor, list).id
    const { cells } = await reads.of(entity, options(signal))
    const { total, fitted, asOf } = await scoredOf(entity, cells, signal)
    const ids = await unfittedBehind(members, entity, { ...options(signal), after, most: most + 1 })
    const last = ids.length > most ? ids[most - 1] : undefined
    return {
      entity,
      rows: scoredRows(reader, entity, ids.slice(0, most), masked),
      total: total - fitted,
      asOf,
      next: last === undefined ? null : cursorText({ ...list, id: last }),
      masked,
    }
  }

  return {
    async tree({ signal } = {}) {
      const cells: Partial<Record<Entity, readonly Cell[]>> = {}
      const scored: Scored[] = []
      for (const entity of ENTITIES) {
        const read = await reads.of(entity, options(signal))
        cells[entity] = read.cells
        scored.push(await scoredOf(entity, read.cells, signal))
      }
      return { icps: treeOf(profiles.list(), (entity) => cells[entity] ?? []), scored }
    },
    records: (name, wanted) => ('noIcp' in name ? unfitted(name.noIcp, wanted) : page(name, wanted)),
    best: (criteria, wanted) => bestOf(criteria, deps, { ...wanted, asOf: toMinute(clock.now()) }),
    record(entity, id, { masked }) {
      const [row] = scoredRows(reader, entity, [findOne(reader, entity, id).record.id], masked)
      if (row === undefined) throw new Error('A record that was found has a row')
      return row
    },
    async corners({ profile, entity: everybody = 'person', minIcp, minPersona, signal }) {
      const node = profile === undefined ? undefined : nodeOf(innermost(profile, profiles), profiles)
      const entity = node?.entity ?? everybody
      const { cells } = await reads.of(entity, options(signal))
      const own = node === undefined ? cells : cells.filter(isOf(node))
      const total = node === undefined ? await totalOf(entity, signal) : recordsIn(own)
      const icpEntity = entity === 'person' ? 'company' : entity
      const all = (await reads.of(icpEntity, options(signal))).cells
      const icps = node === undefined ? all : all.filter(({ icp }) => icp === node.icp)
      return {
        entity,
        ...cornersOf(own, { minIcp, minPersona, total }),
        icps: {
          entity: icpEntity,
          passing: recordsIn(icps.filter(passes({ minIcp }))),
          total: node === undefined ? await totalOf(icpEntity, signal) : recordsIn(icps),
        },
      }
    },
  }
}

/** The records of a profile that have both scores: an ICP's people, a persona's own. */
function innermost(idOrName: string, profiles: Profiles): Extract<NodeName, { profile: string }> {
  const profile = profiles.get(idOrName)
  return {
    profile: profile.id,
    entity: profile.kind === 'icp' && profile.entity === 'company' ? 'person' : profile.entity,
  }
}

const score = z.int().min(0).max(100)
const placeSchema = z.strictObject({
  node: z.string(),
  thresholds: z.string(),
  scores: z.tuple([score, score.nullable()]),
  id: z.int().min(1),
})
const behindSchema = z.strictObject({ node: z.string(), id: z.int().min(1) })

import { query, type Reader } from '#db/run.ts'
import type { Entity } from '../../entities/entity.ts'
import type { Members } from '../../members/members.ts'
import type { Cell, ReadOptions } from './cells.ts'
import type { ScoredNode } from './nodes.ts'

/** Two scores, the one that the list stands in the order of first. */
type Scores = readonly [first: number, second: number | null]

/** Behind whom a page begins. */
export interface Place {
  readonly scores: Scores
  /** Internal. */
  readonly id: number
}

const scoresOf = ({ icpScore, personaScore }: Cell, by: ScoredNode['by']): Scores =>
  by === 'icp' ? [icpScore, personaScore] : [personaScore ?? 0, icpScore]

const order = (a: Scores, b: Scores): number => b[0] - a[0] || (b[1] ?? -1) - (a[1] ?? -1)

/**
 * Records by score, the highest first; ties by the other score, then by id. Each pair of scores that there are records
 * of is looked up by itself, so that a page costs no more than its rows, whatever the thresholds leave out.
 */
export function recordsBehind(
  reader: Reader,
  node: ScoredNode,
  /** Those of the node that pass the thresholds. */
  cells: readonly Cell[],
  { after, most }: { readonly after: Place | undefined; readonly most: number },
): readonly (Place & { readonly id: number })[] {
  const pairs = cells.map((cell) => scoresOf(cell, node.by)).toSorted(order)
  const found: Place[] = []
  let last: Scores | undefined
  for (const scores of pairs) {
    // An ICP's people of several personas may have the same two scores.
    if (last !== undefined && order(last, scores) === 0) continue
    last = scores
    const place = after === undefined ? -1 : order(scores, after.scores)
    if (after !== undefined && place < 0) continue
    const behind = after !== undefined && place === 0 ? after.id : 0
    const rows = reader.all(recordsWith(node, scores, { behind, most: most - found.length }))
    found.push(...rows.map(({ record_id }) => ({ scores, id: record_id })))
    if (found.length >= most) break
  }
  return found
}

function recordsWith(
  { entity, icp, persona, by }: ScoredNode,
  [first, second]: Scores,
  { behind, most }: { readonly behind: number; readonly most: number },
) {
  const [icpScore, personaScore] = by === 'icp' ? [first, second] : [second, first]
  return query
    .selectFrom('scores')
    .select('record_id')
    .where('entity', '=', entity)
    .where('icp', '=', icp)
    .where('icp_score', '=', icpScore)
    .where('persona_score', personaScore === null ? 'is' : '=', personaScore)
    .$if(persona !== undefined, (q) => q.where('persona', persona === null ? 'is' : '=', persona ?? null))
    .where('record_id', '>', behind)
    .orderBy('record_id')
    .limit(most)
}

/** Those that no live ICP fits, in the order of their ids: looked for in a thread of its own, as they may be few of many. */
export async function unfittedBehind(
  members: Members,
  entity: Entity,
  { after, most, ...options }: ReadOptions & { readonly after: number; readonly most: number },
): Promise<readonly number[]> {
  const { ids } = await members.values(
    () => ({
      sources: [...SOURCES[entity], 'scores'],
      query: {
        sql: `SELECT r.id, 1 FROM ${TABLES[entity]} AS r
          WHERE r.id > ? AND NOT EXISTS (SELECT 1 FROM scores WHERE entity = ? AND record_id = r.id)
          ORDER BY r.id LIMIT ?`,
        parameters: [after, entity, most],
        cut: { by: 'none' },
      },
    }),
    options,
  )
  return [...ids]
}

const TABLES = { customer: 'facts', company: 'companies', person: 'people' } as const satisfies Record<
  Entity,
  string
>
const SOURCES = { customer: ['customers'], company: ['companies'], person: ['people'] } as const

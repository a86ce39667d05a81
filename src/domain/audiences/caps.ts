import { countOfEntity, type Entity } from '../entities/entity.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { CapOrder } from './definition.ts'

/** One way of saying who stays when there are more than the cap. */
interface Cap {
  readonly entity: Entity
  /** Who has no place in the order, where somebody may have none. */
  readonly unranked?: { readonly words: string; readonly keeps: Criteria }
  /** The first of the order among those who are left. */
  first(size: number, among: Criteria): Criteria
  /** Behind how many: `who spent the most`. */
  readonly words: string
}

const BUYERS: Criteria = { type: 'orders', measure: 'count', op: '>=', value: 1 }
const byCustomers = (by: 'spend' | 'last_date' | 'random') => (size: number, among: Criteria) =>
  ({ type: 'rank', by, direction: 'top', customers: size, among }) as const
const byPeople = (by: 'persona' | 'combined') => (size: number, among: Criteria) =>
  ({ type: 'person_rank', by, top: size, among }) as const

/** Whom no score of a persona ranks. */
export const NO_PERSONA = {
  words: 'fit no persona, so that no score ranks them',
  keeps: { type: 'person_profile', kind: 'persona' },
} as const satisfies Cap['unranked']

/** Equal ones stand in the order of their internal ids, so that the same ones stay at every count. */
export const CAPS: Readonly<Record<CapOrder, Cap>> = {
  spend: {
    entity: 'customer',
    unranked: { words: 'have no order, so that no spend ranks them', keeps: BUYERS },
    first: byCustomers('spend'),
    words: 'who spent the most',
  },
  recent: {
    entity: 'customer',
    unranked: { words: 'have no order, so that no date ranks them', keeps: BUYERS },
    first: byCustomers('last_date'),
    words: 'who ordered last',
  },
  random: { entity: 'customer', first: byCustomers('random'), words: 'drawn at random' },
  icp: {
    entity: 'company',
    unranked: {
      words: 'fit no ICP, so that no score ranks them',
      keeps: { type: 'company_profile', kind: 'icp' },
    },
    first: (size, among) => ({ type: 'company_rank', by: 'icp', top: size, among }),
    words: 'with the highest ICP score',
  },
  persona: {
    entity: 'person',
    unranked: NO_PERSONA,
    first: byPeople('persona'),
    words: 'with the highest persona score, equal ones by ICP score',
  },
  combined: {
    entity: 'person',
    unranked: NO_PERSONA,
    first: byPeople('combined'),
    words: 'with the highest sum of ICP score and persona score',
  },
}

/** `are not among the 500 people with the highest persona score, …`, of those over the cap. */
export const overCap = (order: CapOrder, size: number): string =>
  `are not among the ${countOfEntity(size, CAPS[order].entity)} ${CAPS[order].words}`

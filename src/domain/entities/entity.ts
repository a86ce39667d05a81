import { countOf } from '#kernel/text.ts'

/** What criteria can be over. Each has its own ids, its own conditions and its own views. */
export const ENTITIES = ['customer', 'company', 'person'] as const
export type Entity = (typeof ENTITIES)[number]

interface EntityWords {
  readonly one: string
  readonly many: string
  /** What the words of criteria complete. */
  readonly subject: string
  /** What begins a clause about them. */
  readonly relative: 'who' | 'that'
}

export const ENTITY_WORDS: Readonly<Record<Entity, EntityWords>> = {
  customer: { one: 'customer', many: 'customers', subject: 'Customers who', relative: 'who' },
  company: { one: 'company', many: 'companies', subject: 'Companies that', relative: 'that' },
  person: { one: 'person', many: 'people', subject: 'People who', relative: 'who' },
}

/** `1 company`, `1,234 people` */
export const countOfEntity = (n: number, entity: Entity): string =>
  countOf(n, ENTITY_WORDS[entity].one, ENTITY_WORDS[entity].many)

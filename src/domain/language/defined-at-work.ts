import { entityOf } from '../criteria/entity.ts'
import type { Criteria } from '../criteria/schema.ts'
import { leavesOf } from '../criteria/walk.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { conjuncts } from './follow-ups/edit.ts'
import type { Interpretation } from './interpretation.ts'
import type { Situation } from './situation.ts'

/** What is asked by one of these is answered by another. */
const ALIKE: readonly (readonly string[])[] = [
  ['seniority', 'title', 'years_experience', 'years_in_role'],
  ['employees', 'revenue'],
  ['headcount_growth', 'hiring_velocity'],
]

/**
 * "VP and C-suite", where it was asked which levels decision makers in finance have: that is what they are, beside
 * what was clear. Undefined where something else is said than the readings that were offered are about.
 */
export function definedAtWork(
  text: string,
  { asked = [], question, ...rest }: Situation,
  reread: (text: string, situation: Situation) => Interpretation,
): Interpretation | undefined {
  const { criteria: partial, ...alone } = rest
  if (question === undefined) return undefined
  const offered = asked.flatMap(({ criteria }) => (criteria === undefined ? [] : [conjuncts(criteria)]))
  // What all readings share is clear, whoever else was thought of before them.
  const clear = offered.length > 1 ? sharedBy(offered) : partial === undefined ? [] : conjuncts(partial)
  const [first] = clear
  const entity = first === undefined ? 'customer' : entityOf(first)
  if (first === undefined || entity === 'customer') return undefined
  const about = ASKS_COUNTRY.test(question)
    ? ['country']
    : offered.flat().filter(isBeside(clear)).flatMap(fieldsOf)
  if (about.length === 0) return undefined
  // “France” alone would be said of customers.
  const whose = { company: 'companies in ', person: 'people in ' }[entity]
  const read = reread(ASKS_COUNTRY.test(question) ? `${whose}${text}` : text, alone)
  if (read.kind !== 'criteria' || 'note' in read) return undefined
  const isSame = entityOf(read.criteria) === entity
  const known = ALIKE.filter((fields) => fields.some((field) => about.includes(field))).flat()
  if (!isSame || !fieldsOf(read.criteria).every((field) => about.includes(field) || known.includes(field)))
    return undefined
  return { ...read, intent: 'refine', criteria: { all: [...clear, ...conjuncts(read.criteria)] } }
}

const ASKS_COUNTRY = /\bwhich country do you mean\b/iu

const isBeside = (clear: readonly Criteria[]) => {
  const known = new Set(clear.map((one) => canonicalJson(one)))
  return (one: Criteria): boolean => !known.has(canonicalJson(one))
}

const sharedBy = ([first = [], ...others]: readonly (readonly Criteria[])[]): readonly Criteria[] =>
  first.filter((one) => others.every((other) => !other.every(isBeside([one]))))

const fieldsOf = (criteria: Criteria): readonly string[] =>
  leavesOf(criteria).map(({ condition }) => ('field' in condition ? condition.field : condition.type))

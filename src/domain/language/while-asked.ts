import { sameCriteria } from '../criteria/same.ts'
import type { Criteria } from '../criteria/schema.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import { entityOf } from '../criteria/entity.ts'
import type { Interpretation, Option } from './interpretation.ts'
import type { Situation } from './situation.ts'

/** So many readings are each changed; of more of them nobody changes anything before choosing. */
const MOST = 5

type Counted = Option & { readonly criteria: Criteria }
type Reread = (text: string, situation: Situation) => Interpretation

/**
 * What changes the people of an open question, before anybody chose: "and how many of those bought Tea?", where
 * subscribers may be those with the tag or those with consent. Each reading is changed and asked about again; one that
 * already says it is the answer in other words. Undefined for what stands by itself.
 */
export function whileAsked(
  text: string,
  { asked = [], question, ...rest }: Situation,
  reread: Reread,
): Interpretation | undefined {
  const options = asked.filter((one): one is Counted => one.criteria !== undefined)
  if (question === undefined || options.length < 2 || options.length < asked.length || options.length > MOST)
    return undefined
  const { criteria: _partial, ...beside } = rest
  const alone = reread(text, rest)
  if (alone.kind === 'command' || alone.kind === 'refused' || alone.kind === 'talk') return undefined
  const changed = options.map(({ criteria }) => reread(text, { ...beside, criteria }))
  const edits = changed.flatMap((one) => (one.kind === 'criteria' && one.intent === 'refine' ? [one] : []))
  const said = options.filter(({ criteria }, i) => {
    const found = changed[i]
    return found?.kind === 'criteria' && sameCriteria(found.criteria, criteria)
  })
  const [only, ...more] = said
  if (only !== undefined && more.length === 0) return reread(only.text, beside)
  if (edits.length < options.length || said.length > 0) return undefined
  const [first, ...others] = edits
  // "sorry, France" leaves nothing to be asked.
  if (first !== undefined && others.every(({ criteria }) => sameCriteria(criteria, first.criteria)))
    return first
  return {
    kind: 'question',
    question,
    options: edits.map(({ criteria }, i) => {
      const words = rest.describe(criteria)
      // By the words that were offered first it can still be chosen.
      const [reading = ''] = options[i]?.label.split(': ') ?? []
      return {
        label: `${reading}: ${words}`,
        text: `${ENTITY_WORDS[entityOf(criteria)].subject} ${words}`,
        criteria,
      }
    }),
    ...(rest.criteria === undefined ? {} : { partial: rest.criteria }),
    receipt: alone.receipt,
  }
}

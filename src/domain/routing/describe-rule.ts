import { InputError } from '#kernel/errors.ts'
import { joinWords } from '#kernel/text.ts'
import type { DescribeContext } from '../changes/define.ts'
import { entityOf } from '../criteria/entity.ts'
import { countOfEntity, ENTITY_WORDS } from '../entities/entity.ts'
import type { Preview } from '../previews/schema.ts'
import type { Difference } from '../proposals/shown.ts'
import { type Destination, destinationWords, FIELDS_OF, PERSONAL_FIELDS } from './destination.ts'
import type { RoutingDefinition } from './schema.ts'

/** Counts whom a rule would hand on. Throws InputError for criteria or fields of another entity, and for an address that nothing may be sent to. */
export async function countRule(
  { entity, criteria, to }: RoutingDefinition,
  { count, resolve, checkWebhook }: DescribeContext,
): Promise<Preview> {
  const own = entityOf(criteria)
  if (own !== entity) {
    throw new InputError(
      `These criteria are over ${ENTITY_WORDS[own].many}, and the rule is over ${ENTITY_WORDS[entity].many}`,
      { next: `Count ${ENTITY_WORDS[entity].many} for it.`, path: ['criteria'] },
    )
  }
  if (to.type === 'webhook') {
    const strange = to.fields.filter((field) => !FIELDS_OF[entity].includes(field))
    if (strange.length > 0) {
      throw new InputError(`A ${ENTITY_WORDS[entity].one} has no ${joinWords(strange, 'or')} to send`, {
        next: 'Name fields that it has.',
        choices: FIELDS_OF[entity],
        path: ['fields'],
      })
    }
    checkWebhook(to.url)
  }
  return count(resolve(criteria), '')
}

/** What is said of a destination: all that leaves, and what of it says who somebody is. */
export function destinationLines(to: Destination): readonly Difference[] {
  const says = (what: string, after: string): Difference => ({ what, before: null, after })
  if (to.type === 'owner') return [says('owner', to.owner)]
  const personal = to.fields.filter((field) => PERSONAL_FIELDS.includes(field))
  return [
    says('webhook', to.url),
    says('sends', joinWords(['the id', ...to.fields], 'and')),
    ...(personal.length === 0
      ? []
      : [says('personal data', `${joinWords(personal, 'and')} leave Muster with every delivery`)]),
  ]
}

/** What becomes of those who satisfy a rule already. */
export const presentLine = ({ count, entity }: Preview, present: boolean, to: Destination): Difference => ({
  what: 'who satisfies it now',
  before: null,
  after: present
    ? `${countOfEntity(count, entity)}, handed on to ${destinationWords(to)} at once, each once`
    : `${countOfEntity(count, entity)}, of whom none is handed on: only who comes to satisfy it later, each once`,
})

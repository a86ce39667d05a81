import { InputError } from '#kernel/errors.ts'
import { entityOf } from '../criteria/entity.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import { CAPS } from './caps.ts'
import { channelRules } from './channels.ts'
import { type AudienceDefinition, CAP_ORDERS } from './definition.ts'

/** Throws InputError for sources of another entity, and for what an audience of its entity can't have. */
export function checkAudience(definition: AudienceDefinition): void {
  const { entity, channel, holdout, committee, cap } = definition
  const { many } = ENTITY_WORDS[entity]
  for (const key of ['base', 'less'] as const) {
    for (const [at, source] of definition[key].entries()) {
      const own = source.type === 'segment' ? 'customer' : entityOf(source.criteria)
      if (own === entity) continue
      const what = source.type === 'segment' ? 'Segments hold' : 'These criteria are over'
      throw new InputError(`${what} ${ENTITY_WORDS[own].many}, and this is an audience of ${many}`, {
        next: `Count ${many} for it: an audience is of customers, of companies or of people.`,
        path: [key, at],
      })
    }
  }
  channelRules(entity, channel)
  if (holdout !== undefined && entity !== 'customer') {
    throw new InputError(`A holdout is a random share of customers: there is none of ${many}`, {
      next: 'Leave the holdout out.',
      path: ['holdout'],
    })
  }
  if (committee !== undefined && entity !== 'person') {
    throw new InputError(
      `So many at each company is said of the people there, and this is an audience of ${many}`,
      {
        next: 'Leave it out, or make an audience of people.',
        path: ['committee'],
      },
    )
  }
  if (cap !== undefined && CAPS[cap.order].entity !== entity) {
    const orders = CAP_ORDERS.filter((order) => CAPS[order].entity === entity)
    throw new InputError(`An audience of ${many} is not capped by ${cap.order}`, {
      next: `Choose an order that ${many} have.`,
      choices: orders,
      path: ['cap', 'order'],
    })
  }
}

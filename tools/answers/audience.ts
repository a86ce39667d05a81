import { z } from 'zod'
import { CHANNEL_NAMES } from '#domain/audiences/channels.ts'
import type { AudienceDefinition, AudienceSource, CapOrder } from '#domain/audiences/definition.ts'
import { audienceCommittee, audienceHoldout, CAP_ORDERS } from '#domain/audiences/definition.ts'
import type { Audience } from '#domain/audiences/schema.ts'
import { AUDIENCE_CHANNELS, type Perimeter } from '#domain/audiences/shown.ts'
import { countOfEntity, type Entity, ENTITY_WORDS } from '#domain/entities/entity.ts'
import type { Preview } from '#domain/previews/schema.ts'
import { InputError } from '#kernel/errors.ts'
import { joinWords } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'
import type { ToolContext } from '../define.ts'

const named = z.array(z.string().trim().min(1).max(200)).max(20)

/** What an audience is made of, as tools take it. */
export const audienceParts = {
  from: named.min(1).describe('Preview ids, segment ids or names; any of them'),
  less: named.optional(),
  channel: z.enum(AUDIENCE_CHANNELS).describe('sales: companies or people, without addresses'),
  holdout: audienceHoldout.optional().describe('Percent'),
  cap: z.int().min(1).max(100_000_000).optional(),
  cap_order: z
    .enum(CAP_ORDERS)
    .optional()
    .describe('With cap; icp of companies, persona and combined of people'),
  per_company: audienceCommittee.optional().describe('So many people each, by persona score'),
}

/**
 * Previews by their ids, segments and lists by id or name, and whom they are of. Throws NotFoundError, and InputError
 * for sources that are not all of one entity.
 */
export function sourcesOf(
  { from, less }: { readonly from: readonly string[]; readonly less: readonly string[] },
  ctx: Pick<ToolContext, 'previews' | 'segments'>,
): Pick<AudienceDefinition, 'entity' | 'base' | 'less'> {
  const named = (name: string): { source: AudienceSource; entity: Entity } => {
    if (!name.startsWith('prev_')) {
      return { source: { type: 'segment', segment: ctx.segments.get(name).id }, entity: 'customer' }
    }
    const { criteria, entity }: Preview = ctx.previews.get(name)
    return { source: { type: 'criteria', criteria }, entity }
  }
  const [base, out] = [from.map(named), less.map(named)]
  const entities = [...new Set([...base, ...out].map(({ entity }) => entity))]
  const [entity = 'customer', another] = entities
  if (another !== undefined) {
    const each = entities.map((one) => ENTITY_WORDS[one].many)
    throw new InputError(
      `An audience is of ${joinWords(['customers', 'companies', 'people'], 'or')}, and these are ${joinWords(each, 'and')}`,
      {
        next: 'Count all of them of one kind: what is asked of a company is asked of people by where they work.',
        path: ['from'],
      },
    )
  }
  return { entity, base: base.map(({ source }) => source), less: out.map(({ source }) => source) }
}

/** Which of them stay is never left open. Throws InputError for one without the other. */
export function capOf(customers: number | undefined, order: CapOrder | undefined): AudienceDefinition['cap'] {
  if (customers === undefined && order === undefined) return undefined
  if (customers !== undefined && order !== undefined) return { customers, order }
  throw new InputError('A cap says how many stay and which', {
    next: `Give cap, a number of customers, and cap_order: ${CAP_ORDERS.join(', ')}.`,
    path: [customers === undefined ? 'cap' : 'cap_order'],
  })
}

/** `⟦Spring⟧ (aud_1, e-mail): 4,120 customers as of …` */
export const audienceLine = ({ id, name, entity, channel, members, countedAt }: Audience): string =>
  `${fence(name)} (${id}, ${CHANNEL_NAMES[channel]}): ${countOfEntity(members, entity)} as of ${countedAt}`

/** A line a step: who falls out and why; and what nobody falls out for. */
export const perimeterLines = ({ entity, steps, reachable, notes }: Perimeter): readonly string[] => [
  ...steps.map(({ words, out, left }, at) =>
    at === 0
      ? `${ENTITY_WORDS[entity].subject} ${fence(words, 500)}: ${left.toLocaleString('en-US')}`
      : `- ${out.toLocaleString('en-US')} ${ENTITY_WORDS[entity].relative} ${fence(words, 300)}; ${left.toLocaleString('en-US')} left`,
  ),
  ...(reachable === null
    ? []
    : [
        `Before the channel: ${reachable.email} reachable by e-mail, ${reachable.sms} by SMS, ${reachable.ads} by ads`,
      ]),
  ...notes,
]

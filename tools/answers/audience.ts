import { z } from 'zod'
import { CHANNEL_RULES } from '#domain/audiences/channels.ts'
import type { AudienceDefinition, AudienceSource, CapOrder } from '#domain/audiences/definition.ts'
import { audienceHoldout, CAP_ORDERS } from '#domain/audiences/definition.ts'
import type { Audience } from '#domain/audiences/schema.ts'
import { AUDIENCE_CHANNELS, type Perimeter } from '#domain/audiences/shown.ts'
import { ofCustomers } from '#domain/segments/of-customers.ts'
import { InputError } from '#kernel/errors.ts'
import { countOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'
import type { ToolContext } from '../define.ts'

const named = z.array(z.string().trim().min(1).max(200)).max(20)

/** What an audience is made of, as tools take it. */
export const audienceParts = {
  from: named.min(1).describe('Preview ids, segment ids or names; any of them'),
  less: named.optional(),
  channel: z.enum(AUDIENCE_CHANNELS),
  holdout: audienceHoldout.optional().describe('Percent'),
  cap: z.int().min(1).max(100_000_000).optional(),
  cap_order: z.enum(CAP_ORDERS).optional().describe('With cap'),
}

/** Previews by their ids, segments and lists by id or name. Throws NotFoundError and InputError. */
export const sourcesOf = (
  given: readonly string[],
  { previews, segments }: Pick<ToolContext, 'previews' | 'segments'>,
): AudienceSource[] =>
  given.map((name) =>
    name.startsWith('prev_')
      ? { type: 'criteria', criteria: ofCustomers(previews.get(name)).criteria }
      : { type: 'segment', segment: segments.get(name).id },
  )

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
export const audienceLine = ({ id, name, channel, members, countedAt }: Audience): string =>
  `${fence(name)} (${id}, ${CHANNEL_RULES[channel].name}): ${countOf(members, 'customer')} as of ${countedAt}`

/** A line a step: who falls out and why. */
export const perimeterLines = ({ steps, reachable }: Perimeter): readonly string[] => [
  ...steps.map(({ words, out, left }, at) =>
    at === 0
      ? `Customers who ${fence(words, 500)}: ${left.toLocaleString('en-US')}`
      : `- ${out.toLocaleString('en-US')} who ${fence(words, 300)}; ${left.toLocaleString('en-US')} left`,
  ),
  `Before the channel: ${reachable.email} reachable by e-mail, ${reachable.sms} by SMS, ${reachable.ads} by ads`,
]

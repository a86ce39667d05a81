import { z } from 'zod'
import { ConflictError } from '#kernel/errors.ts'
import { countOf } from '#kernel/text.ts'
import { destinationWords } from '../routing/destination.ts'
import { destinationLines } from '../routing/describe-rule.ts'
import type { RoutingRules } from '../routing/read.ts'
import { resend, undelivered } from '../routing/resend.ts'
import { versionOfRule } from '../routing/store.ts'
import { defineChange, type RoutingOutcome } from './define.ts'

const deliveries = (count: number): string => countOf(count, 'delivery', 'deliveries')

/** Sends again what a routing rule could not deliver. `undelivered` is how many whoever asks was shown. */
export const resendDeliveries = defineChange({
  schema: z.strictObject({
    kind: z.literal('resend_deliveries'),
    ruleId: z.string(),
    undelivered: z.int().min(1),
  }),
  async describe({ ruleId, undelivered: shown }, { routing, checkWebhook }) {
    const { id, name, version, to } = routing.get(ruleId)
    refuseOthers(routing, id, shown)
    if (to.type === 'webhook') checkWebhook(to.url)
    return {
      summary: `Send ${deliveries(shown)} of the routing rule “${name}” again, to ${destinationWords(to)}`,
      target: { id, version },
      preview: null,
      difference: [
        { what: 'not delivered', before: deliveries(shown), after: 'sent again' },
        ...destinationLines(to),
      ],
    }
  },
  version: ({ ruleId }, reader) => versionOfRule(reader, ruleId),
  apply({ ruleId, undelivered: shown }, ctx): RoutingOutcome {
    const rule = ctx.routing.get(ruleId)
    refuseOthers(ctx.routing, rule.id, shown)
    resend(ctx.writer, rule, ctx.by.at)
    return { ruleId: rule.id, version: rule.version }
  },
})

/** More or fewer than were shown: nobody has looked at those. */
function refuseOthers(routing: RoutingRules, ruleId: string, shown: number): void {
  const now = undelivered(routing.tally(ruleId))
  if (now === shown) return
  throw new ConflictError(
    now === 0
      ? 'Everything that this rule handed on was delivered, or is on its way'
      : `By now ${deliveries(now)} did not arrive, not ${shown.toLocaleString('en-US')}`,
    { next: now === 0 ? 'Nothing more is needed.' : 'Look at the rule again, and ask for those.' },
  )
}

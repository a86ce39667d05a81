import { z } from 'zod'
import { destinationWords } from '#domain/routing/destination.ts'
import { shownDeliverySchema, shownRuleSchema } from '#domain/routing/shown.ts'
import { ENTITY_WORDS } from '#domain/entities/entity.ts'
import { fence } from '#kernel/untrusted.ts'
import { defineTool } from '../define.ts'

/** More lines than this are of no use to a reader. */
const SHOWN = 20

export const listRoutes = defineTool({
  name: 'list_routes',
  title: 'List routing rules',
  description: 'Lists the rules that hand people or companies on, and their deliveries.',
  input: z.strictObject({ route_id: z.string().optional().describe('Id or name: this one alone') }),
  output: z.object({ rules: z.array(shownRuleSchema), deliveries: z.array(shownDeliverySchema) }),
  effect: 'read',
  async handler({ route_id }, { routing, explanations }) {
    const rules = route_id === undefined ? routing.list() : [routing.get(route_id)]
    const [only] = rules
    const deliveries = routing.deliveries({
      ...(route_id === undefined || only === undefined ? {} : { ruleId: only.id }),
      limit: SHOWN,
    })
    const content = [
      rules.length === 0 ? 'There are no routing rules yet' : `${rules.length} routing rules:`,
      ...rules.map(({ id, name, entity, to, definition }) => {
        const states = Object.entries(routing.tally(id)).map(([state, n]) => `${n} ${state}`)
        const whom = `${ENTITY_WORDS[entity].subject} ${fence(explanations.words(definition.criteria), 300)}`
        return `- ${fence(name)} (${id}): ${whom}, to ${fence(destinationWords(to), 200)}; ${states.join(', ') || 'nothing handed on yet'}`
      }),
      ...(deliveries.length === 0 ? [] : ['Newest deliveries:']),
      ...deliveries.map(
        ({ id, entity, record, to, state, attempts, reason, createdAt }) =>
          `- ${id}: ${entity} ${record === null ? 'that is gone' : fence(record, 60)} to ${fence(to, 200)}, ${state}${attempts > 1 ? ` after ${attempts} attempts` : ''}${reason === null ? '' : ` (${fence(reason, 200)})`}, ${createdAt}`,
      ),
    ].join('\n')
    return {
      content,
      details: { rules: rules.map((rule) => shownRuleSchema.parse(rule)), deliveries: [...deliveries] },
    }
  },
})

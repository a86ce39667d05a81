import { z } from 'zod'
import { type Destination, ROUTED_FIELDS, type RoutedField } from '#domain/routing/destination.ts'
import { type RoutingDefinition, ruleName } from '#domain/routing/schema.ts'
import { InputError } from '#kernel/errors.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool, type ToolContext } from '../define.ts'

export const updateRoute = defineTool({
  name: 'update_route',
  title: 'Propose a routing rule',
  description: 'Proposes to make, change or delete a rule that hands people or companies on, each once.',
  input: z.strictObject({
    route_id: z.string().optional().describe('Id or name; left out: a new rule'),
    name: ruleName.optional(),
    preview_id: z.string().optional().describe('Of people or companies'),
    owner: z.string().trim().min(1).max(100).optional(),
    webhook_url: z.url().max(2000).optional(),
    fields: z.array(z.string()).max(20).optional().describe('All that a webhook is told beside the id'),
    include_present: z.boolean().optional().describe('Those who satisfy it already too'),
    delete: z.boolean().optional(),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler(input, ctx) {
    const { actor, signal } = ctx
    return proposalAnswer(await ctx.draft.proposal(changeOf(input, ctx), { actor, signal }))
  },
})

interface Asked {
  readonly route_id?: string | undefined
  readonly name?: string | undefined
  readonly preview_id?: string | undefined
  readonly owner?: string | undefined
  readonly webhook_url?: string | undefined
  readonly fields?: readonly string[] | undefined
  readonly include_present?: boolean | undefined
  readonly delete?: boolean | undefined
}

function changeOf(asked: Asked, ctx: Pick<ToolContext, 'routing' | 'previews'>) {
  const { route_id, name, preview_id, include_present: present = false } = asked
  const rule = route_id === undefined ? undefined : ctx.routing.get(route_id)
  if (asked.delete === true) {
    if (rule === undefined) throw missing('Which rule is deleted?', 'Give route_id.', 'route_id')
    return { kind: 'delete_routing_rule', ruleId: rule.id } as const
  }
  const whom = preview_id === undefined ? rule?.definition : whomIn(preview_id, ctx)
  const to = destinationOf(asked) ?? rule?.to
  if (whom === undefined)
    throw missing('Nobody says whom the rule is about', 'Give preview_id.', 'preview_id')
  if (to === undefined) {
    throw missing('Nobody says where the rule hands them on to', 'Give owner or webhook_url.', 'owner')
  }
  const definition: RoutingDefinition = { entity: whom.entity, criteria: whom.criteria, to }
  if (rule === undefined) {
    if (name === undefined) throw missing('The rule has no name', 'Give name.', 'name')
    return { kind: 'create_routing_rule', name, definition, present } as const
  }
  const same = preview_id === undefined && destinationOf(asked) === undefined
  return {
    kind: 'update_routing_rule',
    ruleId: rule.id,
    present,
    ...(name === undefined ? {} : { name }),
    ...(same ? {} : { definition }),
  } as const
}

function whomIn(
  previewId: string,
  { previews }: Pick<ToolContext, 'previews'>,
): Pick<RoutingDefinition, 'entity' | 'criteria'> {
  const { entity, criteria } = previews.get(previewId)
  if (entity !== 'customer') return { entity, criteria }
  throw new InputError(
    'Routing rules hand on companies and the people there, and this preview counts customers',
    {
      next: 'Count people or companies.',
      path: ['preview_id'],
    },
  )
}

function destinationOf({ owner, webhook_url, fields }: Asked): Destination | undefined {
  if (owner !== undefined && webhook_url !== undefined) {
    throw missing('A rule hands on to an owner or to a webhook', 'Give one of them.', 'owner')
  }
  if (owner !== undefined) return { type: 'owner', owner }
  if (webhook_url === undefined) {
    if (fields === undefined) return undefined
    throw missing('Fields are what a webhook is told', 'Give webhook_url with them.', 'fields')
  }
  return { type: 'webhook', url: webhook_url, fields: (fields ?? []).map(fieldCalled) }
}

function fieldCalled(name: string): RoutedField {
  const field = ROUTED_FIELDS.find((each) => each === name)
  if (field !== undefined) return field
  throw new InputError(`There is no field “${name}” to send`, {
    next: 'Name fields that there are.',
    choices: ROUTED_FIELDS,
    path: ['fields'],
  })
}

const missing = (message: string, next: string, path: string) =>
  new InputError(message, { next, path: [path] })

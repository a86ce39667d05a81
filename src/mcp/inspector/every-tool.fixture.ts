import { z } from 'zod'

export interface Walker {
  /** Calls a tool and answers its data; throws where it answers with an error of any kind. */
  call(tool: string, input?: Readonly<Record<string, unknown>>): Promise<unknown>
  /** Confirms a proposal as its human does. */
  confirm(proposalId: string): Promise<void>
}

const previewed = z.object({ preview: z.object({ id: z.string() }) })
const drafted = z.object({ proposal: z.object({ id: z.string() }) })

const CANADA = { type: 'attribute', field: 'country', op: 'equals', value: 'CA' }
const REGULARS = { all: [CANADA, { type: 'orders', measure: 'count', op: '>', value: 3 }] }
const SMALL = { type: 'company', field: 'employees', op: '<', value: 200 }
const AMERICAN = { type: 'company', field: 'country', op: 'equals', value: 'US' }
const SALES = { type: 'person', field: 'function', op: 'equals', value: 'Sales' }

/** Calls every tool on the demo company, in an order in which each has what it works on. */
export async function callEveryTool({ call, confirm }: Walker): Promise<void> {
  const count = async (criteria: unknown) =>
    previewed.parse(await call('validate_criteria', { criteria })).preview.id
  const draft = async (tool: string, input: Readonly<Record<string, unknown>>) =>
    drafted.parse(await call(tool, input)).proposal.id
  const make = async (...drafting: Parameters<typeof draft>) => confirm(await draft(...drafting))

  await call('list_fields', { search: 'country' })
  await call('find_values', { query: 'coffee' })
  const [canada, regulars] = [await count(CANADA), await count(REGULARS)]
  await call('explain_criteria', { preview_id: regulars })
  await call('explain_sql', { sql: "SELECT id FROM v_customers WHERE country_key = 'ca'" })
  await call('suggest_readings', {
    question: 'Which Canadians are meant?',
    options: [
      { label: 'All', text: 'customers from Canada', preview_id: canada },
      { label: 'Regulars', text: 'customers from Canada with more than 3 orders', preview_id: regulars },
    ],
  })
  await call('answer_unsupported', { reason: 'The weather is not known here', missing: ['weather'] })

  await call('list_segments', { search: 'champions' })
  await call('get_segment', { segment_id: 'Champions' })
  await call('explain_customer', { segment_id: 'Champions', customer: 'C00001' })
  await call('get_figures', { segment_id: 'Champions', by: ['country', 'product'] })
  await call('compare_segments', { first: { segment_id: 'Champions' }, second: { preview_id: canada } })
  const segment_id = 'Canadian regulars'
  await make('create_segment', { preview_id: regulars, name: segment_id })
  await make('update_segment', { segment_id, description: 'Canadians who ordered more than 3 times' })
  await make('refresh_segment', { segment_id })
  await call('list_changes', { segment_id })
  await draft('undo_change', { segment_id })
  await draft('clone_segment', { segment_id, name: 'Copy of Canadian regulars' })
  const proposal_id = await draft('delete_segment', { segment_id })
  await call('get_proposal', { proposal_id })
  await call('list_proposals', { state: 'draft' })

  const audience_id = 'Canadians by e-mail'
  await make('create_audience', { name: audience_id, from: [segment_id], channel: 'email' })
  await call('list_audiences', { search: 'Canadians' })
  await call('get_audience', { audience_id })
  await draft('update_audience', { audience_id, cap: 10, cap_order: 'spend' })
  await draft('export_audience', { audience_id, format: 'standard_csv' })
  await draft('delete_audience', { audience_id })

  const indicator_id = 'Regular'
  await make('create_indicator', { name: indicator_id, preview_id: regulars })
  await call('list_indicators', { search: indicator_id })
  await call('get_indicator', { indicator_id })
  await draft('update_indicator', { indicator_id, description: 'Orders often' })
  await draft('delete_indicator', { indicator_id })

  const [small, american, sales] = [await count(SMALL), await count(AMERICAN), await count(SALES)]
  const [icp, persona] = ['Small Americans', 'Buyers']
  await make('build_icp', {
    name: icp,
    parameters: [
      { preview_id: small, mode: 'filter' },
      { preview_id: american, mode: 'score', weight: 3 },
    ],
  })
  await make('build_persona', {
    icp_id: icp,
    name: persona,
    parameters: [{ preview_id: sales, mode: 'filter' }],
  })
  await make('build_icp', { name: 'Americans', parameters: [{ preview_id: american, mode: 'filter' }] })
  await make('clone_persona', { persona_id: persona, icp_ids: ['Americans'], name: 'Their buyers' })
  await draft('clone_icp', { icp_id: icp, name: 'Other Americans' })
  await call('list_profiles')
  await call('get_profile', { profile_id: icp })
  await call('list_best', { preview_id: american })
  await call('explain_score', { entity: 'company', record: 'B0001' })
  await call('find_groups', { goal: 'repeat_orders' })
  await call('discover_icps', { entity: 'company' })
  await call('suggest_profile', { profile_id: icp })
  await draft('update_profile', { profile_id: icp, goal: 'New business' })
  await draft('create_question', {
    profile_id: icp,
    question: 'Do they roast coffee?',
    options: ['yes', 'no'],
  })
  await draft('delete_profile', { profile_id: icp, with_personas: true })

  await make('update_route', { name: 'Sales to Anna', preview_id: sales, owner: 'Anna' })
  await call('list_routes')
  await call('get_health')
}

import { z } from 'zod'
import type { connect } from './client.fixture.ts'
import { CANADIANS } from './company.fixture.ts'

type Client = Pick<Awaited<ReturnType<typeof connect>>, 'call' | 'read'>

const found = z.object({ matches: z.array(z.object({ value: z.string() })) })
const previewed = z.object({ preview: z.object({ id: z.string(), count: z.int() }) })
const drafted = z.object({
  proposal: z.object({ id: z.string() }),
  confirmation: z.object({ state: z.string(), page: z.string().nullable(), opened: z.boolean() }),
})

/** What a conversation comes to before anybody confirms: a value that was found, a count, and a drafted segment. */
export async function askFor(client: Client, name: string) {
  const { matches } = found.parse((await client.call('find_values', { query: 'canada' })).data)
  const criteria = { ...CANADIANS, value: matches[0]?.value }
  const { preview } = previewed.parse((await client.call('validate_criteria', { criteria })).data)
  const answer = await client.call('create_segment', { preview_id: preview.id, name })
  return { count: preview.count, answer, ...drafted.parse(answer.data) }
}

/** What there is afterwards: how the proposal ended, and the segment as everybody reads it. */
export async function lookAgain(client: Client, proposalId: string, name: string) {
  const { data, text } = await client.call('get_proposal', { proposal_id: proposalId })
  return {
    state: drafted.parse(data).confirmation.state,
    told: text,
    segment: await client.read(`muster://segments/${encodeURIComponent(name)}`),
  }
}

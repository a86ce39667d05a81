import { z } from 'zod'
import type { CallOptions, connect } from './client.fixture.ts'
import { CANADIANS } from './company.fixture.ts'

type Client = Pick<Awaited<ReturnType<typeof connect>>, 'call' | 'read'>

const found = z.object({ matches: z.array(z.object({ value: z.string() })) })
const previewed = z.object({ preview: z.object({ id: z.string(), count: z.int() }) })
/** What is answered about a proposal. */
export const drafted = z.object({
  proposal: z.object({ id: z.string(), state: z.string() }),
  confirmation: z.object({
    state: z.string(),
    page: z.string().nullable(),
    opened: z.boolean(),
    command: z.string().nullable(),
  }),
})

/** Counts whom criteria hold for, and answers the preview’s id. */
export async function previewOf(
  client: Pick<Client, 'call'>,
  criteria: unknown,
  options?: CallOptions,
): Promise<string> {
  const { data } = await client.call('validate_criteria', { criteria }, options)
  return previewed.parse(data).preview.id
}

let names = 0

/** Counts, and drafts a segment of it under a name that no other has. */
export async function draftSegment(client: Pick<Client, 'call'>, criteria: unknown = CANADIANS) {
  const name = `Segment ${++names}`
  const preview_id = await previewOf(client, criteria)
  const { text, data } = await client.call('create_segment', { preview_id, name })
  return { name, text, ...drafted.parse(data) }
}

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

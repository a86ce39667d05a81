import { fence } from '#kernel/untrusted.ts'
import type { Proposal } from '#domain/proposals/schema.ts'
import type { Place } from './places.ts'

/** What an answer says about the decision, for programs. */
export const confirmationOf = ({ state }: Proposal, place: Place) => ({ confirmation: { state, ...place } })

/** What an answer says about the decision, for the model: what is true now, and what a human can do. */
export function noteOn(proposal: Proposal, place: Place): string {
  const { state, id, decidedBy, outcome } = proposal
  if (state === 'draft') return waiting(proposal, place)
  const by = decidedBy === null ? '' : ` by ${fence(decidedBy)}`
  const result = Object.entries(outcome ?? {}).map(([what, value]) => `${what} ${fence(value, 300)}`)
  return `Proposal ${id} is ${state}${by}${result.length > 0 ? `: ${result.join(', ')}` : ''}.`
}

function waiting({ id, expiresAt }: Proposal, { page, opened, command }: Place): string {
  const ways = [
    ...(page === null
      ? []
      : [`- ${opened ? 'on the page that was opened in their browser' : 'on this page'}: ${page}`]),
    ...(command === null ? [] : [`- or in a terminal: ${command}`]),
  ]
  if (ways.length === 0) {
    return `Nothing has changed yet: proposal ${id} waits until ${expiresAt} for a human, who answers only when this client asks them.`
  }
  return [
    `Nothing has changed yet: proposal ${id} waits for a human until ${expiresAt}. You can't confirm it; tell them what it says and where they can:`,
    ...ways,
    'get_proposal tells whether they have decided.',
  ].join('\n')
}

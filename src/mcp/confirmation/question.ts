import type { ElicitRequestFormParams, ElicitRequestURLParams } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { Proposal } from '#domain/proposals/schema.ts'
import { percentOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'

/** Under this key the human's answer comes back. */
export const ANSWER = 'decision'

/** What a form brings back when it is accepted. Its ticks and numbers come from a client: checked, not believed. */
export const formSchema = z.object({ confirm: z.boolean(), count: z.int().optional() })

/** Puts the proposal to the human as a form. */
export function formQuestion(proposal: Proposal): ElicitRequestFormParams & { mode: 'form' } {
  const { typeCount, count } = proposal
  return {
    mode: 'form',
    message: describe(proposal),
    requestedSchema: {
      type: 'object',
      properties: {
        confirm: {
          type: 'boolean',
          title: 'Confirm',
          description: 'Make exactly this change',
          default: false,
        },
        ...(typeCount && {
          count: {
            type: 'integer' as const,
            title: 'Number of people',
            description: `This touches many people: type their number, ${count?.toLocaleString('en-US')}, to confirm`,
          },
        }),
      },
      required: typeCount ? ['confirm', 'count'] : ['confirm'],
    },
  }
}

/** Asks the client to open the proposal's page for the human. */
export const pageQuestion = (
  proposal: Proposal,
  url: string,
): Omit<ElicitRequestURLParams, 'elicitationId'> => ({
  mode: 'url',
  url,
  message: `${describe(proposal)}\nOpen the page to look at it and decide.`,
})

/** The proposal in the domain's own words, for a human who sees nothing but this. */
function describe({ summary, preview, count, total, difference }: Proposal): string {
  const touched =
    count === null || total === null
      ? []
      : [
          `Touches ${count.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} (${percentOf(count, total)}).`,
        ]
  return [
    `${fence(summary, 300)}`,
    ...touched,
    ...(preview === null ? [] : [`Customers who ${fence(preview.words, 1000)}, as of ${preview.asOf}.`]),
    ...difference.map(({ what, before, after }) => `${what}: ${shown(before)} → ${shown(after)}`),
    ...(preview?.assumptions ?? []).map((assumption) => `Assumed: ${fence(assumption, 300)}`),
    ...(preview?.warnings ?? []).map(({ message }) => `Mind: ${fence(message, 300)}`),
  ].join('\n')
}

const shown = (value: string | null): string => (value === null ? '–' : fence(value, 300))

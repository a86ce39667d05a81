import type { ElicitRequestFormParams, ElicitRequestURLParams } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { Proposal } from '#domain/proposals/schema.ts'
import { ENTITY_WORDS } from '#domain/entities/entity.ts'
import type { Preview } from '#domain/previews/schema.ts'
import { percentOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'
import { perimeterLines } from '#tools/answers/audience.ts'

/** Under this key the human's answer comes back. */
export const ANSWER = 'decision'

/** What a form brings back when it is accepted. Its ticks and numbers come from a client: checked, not believed. */
export const formSchema = z.object({ confirm: z.boolean(), count: z.int().optional() })

/** Puts the proposal to the human as a form; `before` says what became of their last answer. */
export function formQuestion(
  proposal: Proposal,
  before: readonly string[] = [],
): ElicitRequestFormParams & { mode: 'form' } {
  const { typeCount, count } = proposal
  return {
    mode: 'form',
    message: [...before, describe(proposal)].join('\n'),
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
            title: 'Their number',
            description: `This touches so many that you type their number to confirm: ${count?.toLocaleString('en-US')}`,
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
function describe({ summary, preview, count, total, difference, expiresAt }: Proposal): string {
  const touched =
    count === null || total === null
      ? []
      : [
          `Touches ${count.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} (${percentOf(count, total)}).`,
        ]
  return [
    fence(summary, 300),
    ...touched,
    ...(preview === null ? [] : whom(preview)),
    ...difference.map(({ what, before, after }) => `${what}: ${shown(before)} → ${shown(after)}`),
    ...(preview?.assumptions ?? []).map((assumption) => `Assumed: ${fence(assumption, 300)}`),
    ...(preview?.warnings ?? []).map(({ message }) => `Mind: ${fence(message, 300)}`),
    `Open until ${expiresAt}.`,
  ].join('\n')
}

/** Whom it touches: in words, at which time, and over which channels they can be reached. */
function whom({ entity, words, asOf, perimeter, reachable }: Preview): readonly string[] {
  const criteria =
    perimeter === undefined
      ? [`${ENTITY_WORDS[entity].subject} ${fence(words, 1000)}.`]
      : perimeterLines(perimeter)
  const channels =
    perimeter === undefined && reachable !== null
      ? [
          `Reachable: ${reachable.email.toLocaleString('en-US')} by e-mail, ${reachable.sms.toLocaleString('en-US')} by SMS.`,
        ]
      : []
  return [...criteria, ...channels, `Counted as of ${asOf}.`]
}

const shown = (value: string | null): string => (value === null ? '–' : fence(value, 300))

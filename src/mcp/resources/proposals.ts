import type { Proposal } from '#domain/proposals/schema.ts'
import { fence } from '#kernel/untrusted.ts'

/** Proposals, newest first, one a line. */
export const proposalsText = (proposals: readonly Proposal[]): string =>
  ['# Proposals', ...proposals.map((proposal) => `- ${line(proposal)}`)].join('\n')

/** One proposal with what it would change. */
export function proposalText(proposal: Proposal): string {
  const { preview, difference, createdAt, createdBy, expiresAt, decidedAt, decidedBy } = proposal
  return [
    `# ${line(proposal)}`,
    ...(preview === null
      ? []
      : [
          `Customers who ${fence(preview.words, 1000)}: ${preview.count} of ${preview.total}, as of ${preview.asOf}`,
        ]),
    ...difference.map(({ what, before, after }) => `${what}: ${shown(before)} → ${shown(after)}`),
    `Drafted ${createdAt} by ${fence(createdBy)}; expires ${expiresAt}`,
    ...(decidedAt === null ? [] : [`Decided ${decidedAt} by ${fence(decidedBy ?? '')}`]),
  ].join('\n')
}

const line = ({ id, state, summary }: Proposal): string => `${id}, ${state}: ${fence(summary, 300)}`

const shown = (value: string | null): string => (value === null ? '–' : fence(value, 300))

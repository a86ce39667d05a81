import { z } from 'zod'
import { type Proposal, proposalSchema } from '#domain/proposals/schema.ts'
import { countOfEntity } from '#domain/entities/entity.ts'
import { percentOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'
import { perimeterLines } from './audience.ts'
import type { ToolResult } from '../define.ts'

/** What every tool that drafts answers with. */
export const proposalOutput = z.object({ proposal: proposalSchema })

export const proposalAnswer = (proposal: Proposal): ToolResult<{ proposal: Proposal }> => ({
  content: proposalContent(proposal),
  details: { proposal },
})

/** What a model reads of a proposal. How a human confirms it is none of a model's business. */
function proposalContent(proposal: Proposal): string {
  const { id, state, summary, contentHash, count, total, difference, expiresAt, outcome, preview } = proposal
  return [
    `Proposal ${id}, ${STATES[state]}`,
    fence(summary, 300),
    ...(count === null || total === null
      ? []
      : [
          `Touches ${count.toLocaleString('en-US')} of ${countOfEntity(total, preview?.entity ?? 'customer')} (${percentOf(count, total)})`,
        ]),
    ...(preview?.perimeter === undefined ? [] : perimeterLines(preview.perimeter)),
    ...difference.map(({ what, before, after }) => `${what}: ${shown(before)} → ${shown(after)}`),
    ...(state === 'draft' ? [`Expires ${expiresAt}`] : []),
    ...(outcome?.['exportId'] === undefined
      ? []
      : [`Whoever is signed in downloads the file at /api/exports/${outcome['exportId']}/file`]),
    `Content hash ${contentHash}`,
  ].join('\n')
}

const STATES = {
  draft: 'a draft. Nothing has changed; a human must confirm it.',
  confirmed: 'confirmed by a human: the change was made.',
  rejected: 'rejected by a human. Nothing has changed.',
  expired: 'expired. Nothing has changed.',
  stale: 'stale: what it was about has moved on. Nothing has changed.',
} as const satisfies Record<Proposal['state'], string>

const shown = (value: string | null): string => (value === null ? '–' : fence(value, 500))

import { z } from 'zod'
import type { Criteria } from '#domain/criteria/schema.ts'
import { BREAKDOWNS, type BreakdownBy } from '#domain/insights/schema.ts'
import { comparisonSchema } from '#domain/insights/shown-comparison.ts'
import { type Preview, previewSchema } from '#domain/previews/schema.ts'
import { waitingUnder } from '#domain/profiles/waiting.ts'
import { type Proposal, proposalSchema } from '#domain/proposals/schema.ts'
import { segmentSchema } from '#domain/segments/schema.ts'
import type { Step } from './heard.ts'

const explainedSchema = previewSchema.omit({ sample: true, receipt: true, membersHash: true })
export type Explained = z.output<typeof explainedSchema>

const listedSchema = proposalSchema.pick({ kind: true, summary: true, targetId: true, outcome: true })

/** What the details of tools hold under these names; a tool holds some of them or none. */
const detailsSchema = z.object({
  preview: previewSchema.optional(),
  explained: explainedSchema.optional(),
  proposal: proposalSchema.optional(),
  proposals: z.array(listedSchema).optional(),
  segment: segmentSchema.optional(),
  words: z.string().nullish(),
  question: z.string().optional(),
})
export type Details = z.output<typeof detailsSchema>

const comparedSchema = z.object({ comparison: comparisonSchema })

/**
 * Whom a step showed without counting criteria: a list, whose members come from elsewhere, or two segments beside
 * each other.
 */
export function shownIn(step: Step): readonly Criteria[] | undefined {
  const { segment } = detailsOf(step)
  if (segment !== undefined) return segment.criteria === null ? [memberOf(segment.id)] : undefined
  const { comparison } =
    'error' in step.answer ? {} : (comparedSchema.safeParse(step.answer.details).data ?? {})
  const ids = comparison && [comparison.first.segment, comparison.second.segment].filter((id) => id !== null)
  return ids?.length === 2 ? ids.map(memberOf) : undefined
}

const memberOf = (segment: string): Criteria => ({ type: 'segment', segment })

const inputSchema = z.object({ segment_id: z.string().optional(), name: z.string().optional() })

/** The typed result of a step; empty for a failed one. */
export const detailsOf = ({ answer }: Step): Details =>
  'error' in answer ? {} : (detailsSchema.safeParse(answer.details).data ?? {})

/** What was counted, if anything was. */
export const previewIn = (step: Step): Preview | undefined => detailsOf(step).preview

/** What was drafted or looked at. */
export const proposalIn = (step: Step): Proposal | undefined => detailsOf(step).proposal

/** The criteria that a step leaves at hand. */
export function criteriaIn(step: Step): Criteria | undefined {
  const { preview, explained, proposal, segment } = detailsOf(step)
  return (preview ?? explained ?? proposal?.preview ?? segment)?.criteria ?? undefined
}

/** The segment that a step was about, by its id, or by the name it gets once a human has confirmed it. */
export function segmentIn(step: Step): string | undefined {
  if ('error' in step.answer) return undefined
  const { proposal, segment } = detailsOf(step)
  const given = inputSchema.safeParse(step.input).data
  return (
    segment?.id ??
    proposal?.outcome?.['segmentId'] ??
    proposal?.targetId ??
    (proposal && given?.name) ??
    given?.segment_id
  )
}

const PROFILE_TOOLS =
  /^(?:build_icp|build_persona|update_profile|clone_persona|clone_icp|delete_profile|get_profile|list_profiles|explain_score)$/

/** Whether a step was about ICPs and personas. */
export const isOfProfiles = ({ tool }: Step): boolean => PROFILE_TOOLS.test(tool)

const profileInputSchema = z.object({
  profile_id: z.string().optional(),
  persona_id: z.string().optional(),
  icp_id: z.string().optional(),
  icp_ids: z.array(z.string()).optional(),
  name: z.string().optional(),
})

/** The profile that a step was about, by its id, or by the name it gets once a human has confirmed it. */
export function profileIn(step: Step): string | undefined {
  if ('error' in step.answer || !isOfProfiles(step)) return undefined
  const given = profileInputSchema.safeParse(step.input).data
  const made = /^(?:build|clone)_/.test(step.tool) ? given?.name : undefined
  const redrafted = draftIn(step)
  if (made === undefined && redrafted !== undefined && given?.profile_id !== undefined) {
    // A persona that comes with its ICP keeps its code behind the new proposal’s id, unless it was renamed.
    const code = step.tool === 'delete_profile' ? undefined : waitingUnder(given.profile_id)?.code
    if (given.name !== undefined) return given.name
    return code === undefined ? redrafted : `${redrafted}/${code}`
  }
  return made ?? given?.profile_id ?? given?.persona_id ?? given?.icp_id
}

/** The proposal that a step drafted of a new ICP or persona. */
export function draftIn(step: Step): string | undefined {
  const proposal = proposalIn(step)
  return isOfProfiles(step) && (proposal?.kind === 'create_icp' || proposal?.kind === 'create_persona')
    ? proposal.id
    : undefined
}

/** The profile that a step drafted a change of, and that proposal. */
export function revisionIn(step: Step): Readonly<Record<string, string>> | undefined {
  const proposal = proposalIn(step)
  return isOfProfiles(step) && proposal?.kind === 'update_profile' && proposal.targetId !== null
    ? { [proposal.targetId]: proposal.id }
    : undefined
}

/** The proposal in whose place a step drafted another one. */
export function redraftedBy(step: Step): string | undefined {
  const given = profileInputSchema.safeParse(step.input).data
  // A copy stands beside what it is a copy of.
  const changed =
    step.tool === 'clone_icp' ? undefined : (given?.profile_id ?? given?.icp_id ?? given?.icp_ids?.[0])
  return changed === undefined ? undefined : waitingUnder(changed)?.proposalId
}

const figuresSchema = z.object({ by: z.array(z.enum(BREAKDOWNS)).default([]) })

/** How the figures of a step were broken down, where it was of figures. */
export const figuresIn = ({ tool, input, answer }: Step): readonly BreakdownBy[] | undefined =>
  tool === 'get_figures' && !('error' in answer) ? figuresSchema.safeParse(input).data?.by : undefined

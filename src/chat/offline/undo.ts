import type { Proposal } from '#domain/proposals/schema.ts'
import { foldText } from '#kernel/text.ts'
import { lastStep } from './at-hand.ts'
import type { HeardTurn, Step } from './heard.ts'
import { call, failed, type Move, say, tell } from './move.ts'
import { detailsOf, proposalIn } from './results.ts'
import { SAY } from './say.ts'

/**
 * "Undo that" is about the last proposal of the conversation, if it was made at all: one that still waits has
 * changed nothing. Without one it is about the newest change that anybody confirmed.
 */
export function undoMove(
  segment: string | undefined,
  steps: readonly Step[],
  before: readonly HeardTurn[],
): Move {
  const [looked, undone] = steps
  if (undone !== undefined) return tell(undone)
  const last = lastStep(before, proposalIn)
  if (looked === undefined) {
    const another = segment !== undefined && segment !== last?.targetId
    if (another) return call('undo_change', { segment_id: segment })
    return last === undefined
      ? call('list_proposals', { state: 'confirmed' })
      : call('get_proposal', { proposal_id: last.id })
  }
  if (failed(looked) || looked.tool === 'undo_change' || looked.tool === 'suggest_readings')
    return tell(looked)
  const { proposal, proposals = [] } = detailsOf(looked)
  if (proposal !== undefined) return undoOf(proposal)
  const [newest] = proposals
  const made = changedBy(newest?.outcome ?? null)
  if (newest === undefined || made === undefined)
    return call('suggest_readings', { question: SAY.nothingToUndo, options: [] })
  // Whoever has talked of something else means that, and not what anybody confirmed before.
  if (before.length === 0 || isAsked(before)) return call('undo_change', { segment_id: made })
  const question = SAY.nothingChangedHere(newest.summary)
  return call('suggest_readings', { question, options: [{ label: 'take that back', text: 'undo that' }] })
}

/** Whether the turn before asked if the newest change of all is meant. */
const isAsked = (before: readonly HeardTurn[]): boolean =>
  before
    .at(-1)
    ?.steps.map(({ tool }) => tool)
    .join() === 'list_proposals,suggest_readings'

function undoOf({ state, targetId, outcome }: Proposal): Move {
  if (state === 'draft') return say(SAY.stillWaits)
  const segment = changedBy(outcome) ?? targetId
  return state === 'confirmed' && segment !== null
    ? call('undo_change', { segment_id: segment })
    : say(SAY.neverMade)
}

/** "Undo the deletion", "bring Summer Shoppers back": of what a human deleted, by its name, or the last of it. */
export function restoreMove(name: string | undefined, steps: readonly Step[]): Move {
  const [looked, undone] = steps
  if (looked === undefined) return call('list_proposals', { state: 'confirmed' })
  if (undone !== undefined || failed(looked)) return tell(undone ?? looked)
  const { proposals = [] } = detailsOf(looked)
  const deleted = proposals.find(
    ({ kind, targetId, summary }) =>
      kind === 'delete_segment' &&
      targetId !== null &&
      (name === undefined || foldText(summary).includes(foldText(name))),
  )
  return deleted?.targetId == null
    ? call('suggest_readings', { question: SAY.nothingDeleted(name), options: [] })
    : call('undo_change', { segment_id: deleted.targetId })
}

/** The segment, indicator, audience or profile that a change was of; of several at once, the first. */
const changedBy = (outcome: Proposal['outcome']): string | undefined =>
  outcome?.['segmentId'] ??
  outcome?.['indicatorId'] ??
  outcome?.['audienceId'] ??
  outcome?.['profileIds']?.split(',')[0]

import { canonicalJson } from '#kernel/hash.ts'
import type { Criteria } from '#domain/criteria/schema.ts'
import type { Preview } from '#domain/previews/schema.ts'
import type { HeardTurn, Step } from './heard.ts'
import { call, type Move, say, tell } from './move.ts'
import { previewIn, proposalIn } from './results.ts'
import { SAY } from './say.ts'

const sameCriteria = (a: Preview, b: Preview | undefined): boolean =>
  b !== undefined && canonicalJson(a.criteria) === canonicalJson(b.criteria)

/**
 * The criteria that the conversation went through, the ones at hand last. A step back takes away what it came from,
 * so that going back twice goes further back.
 */
function trailOf(turns: readonly HeardTurn[]): readonly Preview[] {
  const trail: Preview[] = []
  for (const { steps } of turns) {
    // Previews of a question count readings that nobody has chosen.
    if (steps.some(({ tool }) => tool === 'suggest_readings')) continue
    const preview = steps.flatMap((step) => previewIn(step) ?? proposalIn(step)?.preview ?? []).at(-1)
    if (preview === undefined || sameCriteria(preview, trail.at(-1))) continue
    if (sameCriteria(preview, trail.at(-2))) trail.pop()
    else trail.push(preview)
  }
  return trail
}

/** The criteria that the conversation went through before those at hand, oldest first. */
export const earlierIn = (turns: readonly HeardTurn[]): readonly Criteria[] =>
  trailOf(turns)
    .slice(0, -1)
    .map(({ criteria }) => criteria)

/** Whether criteria were changed after whatever was proposed, so that "undo that" is about them. */
export function changedLast(turns: readonly HeardTurn[]): boolean {
  const steps = turns.flatMap((turn) => turn.steps)
  const proposed = steps.findLastIndex((step) => proposalIn(step) !== undefined)
  const counted = steps.findLastIndex((step) => previewIn(step) !== undefined)
  return counted > proposed && trailOf(turns).length > 1
}

/** Counts again what was at hand before the last change. */
export function backMove(steps: readonly Step[], before: readonly HeardTurn[]): Move {
  const [counted] = steps
  if (counted !== undefined) return tell(counted)
  const previous = trailOf(before).at(-2)
  if (previous === undefined) return call('suggest_readings', { question: SAY.nothingBefore, options: [] })
  const { criteria, assumptions } = previous
  return call('validate_criteria', { criteria, assumptions })
}

/** "what did we have before?" */
export function previousMove(before: readonly HeardTurn[]): Move {
  const trail = trailOf(before)
  const previous = trail.at(-2)
  const now = trail.at(-1)
  if (previous === undefined || now === undefined) return say(SAY.nothingBefore)
  const told = (preview: Preview) => `${preview.count.toLocaleString('en-US')} who ${preview.words}`
  return say(`Before: ${told(previous)}.\n\nNow: ${told(now)}.\n\nSay “go back” to return to it.`)
}

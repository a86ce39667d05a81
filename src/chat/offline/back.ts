import { canonicalJson } from '#kernel/hash.ts'
import type { Criteria } from '#domain/criteria/schema.ts'
import { leavesOf } from '#domain/criteria/walk.ts'
import { ENTITY_WORDS } from '#domain/entities/entity.ts'
import type { StepsBack } from '#domain/language/intents/going-back.ts'
import type { Preview } from '#domain/previews/schema.ts'
import type { HeardTurn, Step } from './heard.ts'
import { call, type Move, say, tell } from './move.ts'
import { previewIn, proposalIn } from './results.ts'
import { SAY } from './say.ts'

/** Previews of such a turn count readings that nobody has chosen. */
export const asksBack = ({ steps }: Pick<HeardTurn, 'steps'>): boolean =>
  steps.some(({ tool }) => tool === 'suggest_readings')

const sameCriteria = (a: Preview, b: Preview | undefined): boolean =>
  b !== undefined && canonicalJson(a.criteria) === canonicalJson(b.criteria)

/**
 * The criteria that the conversation went through, the ones at hand last. Going back takes away what it came from,
 * so that going back twice goes further back.
 */
function trailOf(turns: readonly HeardTurn[]): readonly Preview[] {
  const trail: Preview[] = []
  for (const { steps } of turns) {
    // Previews of a question count readings that nobody has chosen.
    if (asksBack({ steps })) continue
    const preview = steps.flatMap((step) => previewIn(step) ?? proposalIn(step)?.preview ?? []).at(-1)
    if (preview === undefined) continue
    const seen = trail.findIndex((one) => sameCriteria(preview, one))
    if (seen < 0) trail.push(preview)
    else trail.length = seen + 1
  }
  return trail
}

/** The criteria that the conversation went through before those at hand, oldest first. */
export const earlierIn = (turns: readonly HeardTurn[]): readonly Criteria[] =>
  trailOf(turns)
    .slice(0, -1)
    .map(({ criteria }) => criteria)

/**
 * Whether criteria were changed after whatever was proposed, or a message led to a question, so that "undo that" is
 * about them.
 */
export function changedLast(turns: readonly HeardTurn[]): boolean {
  const steps = turns.flatMap((turn) => turn.steps)
  const proposed = steps.findLastIndex((step) => proposalIn(step) !== undefined)
  const counted = steps.findLastIndex((step) => previewIn(step) !== undefined)
  return counted > proposed && trailOf(turns).length > (lastAsked(turns) ? 0 : 1)
}

/** A message that led to a question is taken back by itself: what stood before it is still at hand. */
const lastAsked = (turns: readonly HeardTurn[]): boolean => turns.slice(-1).some(asksBack)

/** Counts again what was at hand so many changes ago, or at first. */
export function backMove(steps: readonly Step[], before: readonly HeardTurn[], back: StepsBack = 1): Move {
  const [counted] = steps
  if (counted !== undefined) return tell(counted)
  const trail = trailOf(before)
  const asked = lastAsked(before) ? 1 : 0
  const previous = back === 'first' ? trail.slice(0, trail.length - 1 + asked)[0] : trail.at(asked - 1 - back)
  const began = trail.filter((one, i) => !continues(one, trail[i - 1]))
  if (back === 'first' && began.length > 1)
    return call('suggest_readings', { question: SAY.whichFirst, options: began.map(optionOf) })
  if (previous === undefined) return call('suggest_readings', { question: SAY.nothingBefore, options: [] })
  const { criteria, assumptions } = previous
  return call('validate_criteria', { criteria, assumptions })
}

const optionOf = ({ id, entity, words }: Preview) => ({
  label: words,
  text: `${ENTITY_WORDS[entity].subject} ${words}`,
  preview_id: id,
})

/** Whether criteria came of those before them: they ask for something of the same kind. */
function continues({ criteria }: Preview, before: Preview | undefined): boolean {
  if (before === undefined) return false
  const held = new Set(kindsIn(before.criteria))
  return kindsIn(criteria).some((kind) => held.has(kind))
}

const kindsIn = (criteria: Criteria): readonly string[] =>
  leavesOf(criteria).map(({ condition }) =>
    'field' in condition ? `${condition.type} ${condition.field}` : condition.type,
  )

/** "what did we have before?" */
export function previousMove(before: readonly HeardTurn[]): Move {
  const trail = trailOf(before)
  const previous = trail.at(-2)
  const now = trail.at(-1)
  if (previous === undefined || now === undefined) return say(SAY.nothingBefore)
  const told = (preview: Preview) => `${preview.count.toLocaleString('en-US')} who ${preview.words}`
  const earlier = trail.slice(0, -2).map((preview) => `Earlier: ${told(preview)}.`)
  return say(
    [...earlier, `Before: ${told(previous)}.`, `Now: ${told(now)}.`, 'Say “go back” to return to it.'].join(
      '\n\n',
    ),
  )
}

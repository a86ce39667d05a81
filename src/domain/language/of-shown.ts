import type { Criteria } from '../criteria/schema.ts'
import { leavesOf } from '../criteria/walk.ts'
import type { Interpretation } from './interpretation.ts'
import { OF_THEM } from './of-others.ts'
import type { Situation } from './situation.ts'

type Reread = (text: string, situation: Situation) => Interpretation

/**
 * "How many of those are in Canada?" behind a list that was shown is about whoever is on it, and "the ones in both"
 * behind two groups that were compared about those two. Undefined for what stands by itself, commands first: "export
 * it" speaks of the list.
 */
export function ofShown(
  text: string,
  { shown = [], ...rest }: Situation,
  reread: Reread,
): Interpretation | undefined {
  const [first, second] = shown
  if (first === undefined) return undefined
  const alone = reread(text, rest)
  if (alone.kind === 'command' || alone.kind === 'refused' || alone.kind === 'talk') return undefined
  const found =
    second === undefined
      ? reread(text, { ...rest, criteria: first })
      : reread(text, { ...rest, criteria: second, earlier: [...(rest.earlier ?? []), first] })
  if (found.kind === 'criteria' && shown.every((one) => speaksOf(found.criteria, one)))
    return SAVES.test(text) ? { ...found, intent: 'create' } : found
  if (alone.kind !== 'criteria') return undefined
  // “How many in Canada?” may be of them or of everybody.
  if (found.kind === 'question' && found.options.length > 1) return found
  return second !== undefined && OF_THEM.test(text) ? ofWhich(text, shown, rest, reread) : undefined
}

const SAVES =
  /^\W*(?:(?:please|now|ok|okay|then|and|so|can you|could you)[ ,]+)*(?:save|store|keep|create|make|build)\b/iu

/** "How many of them are in Canada?" of two groups: of one of them, or of those in both. */
function ofWhich(
  text: string,
  shown: readonly Criteria[],
  situation: Situation,
  reread: Reread,
): Interpretation | undefined {
  const options = [...shown, { all: shown }].flatMap((criteria) => {
    const found = reread(text, { ...situation, criteria })
    if (found.kind !== 'criteria') return []
    const words = situation.describe(found.criteria)
    return { label: words, text: `customers who ${words}`, criteria: found.criteria, receipt: found.receipt }
  })
  const [first, ...others] = options
  if (first === undefined || others.length === 0) return undefined
  const { receipt } = first
  return {
    kind: 'question',
    question: 'Of which of them: one of the two, or those in both?',
    options: options.map(({ receipt: _receipt, ...option }) => option),
    receipt,
  }
}

/** Whether whoever was shown is part of what is meant now. */
const speaksOf = (criteria: Criteria, shown: Criteria): boolean => {
  const ids = segmentsIn(criteria)
  return segmentsIn(shown).every((id) => ids.includes(id))
}

const segmentsIn = (criteria: Criteria): readonly string[] =>
  leavesOf(criteria).flatMap(({ condition }) => (condition.type === 'segment' ? [condition.segment] : []))

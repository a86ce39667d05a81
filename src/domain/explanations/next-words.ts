import { joinWords } from '#kernel/text.ts'
import { zonedWords } from '../time/zoned-text.ts'
import type { Flipped, OneExplained } from './explanations.ts'

/** The least that would have to change, in a sentence; empty where nothing that was asked can turn it. */
export function nearestWords(
  { nearest, explanation }: Pick<OneExplained, 'nearest' | 'explanation'>,
  quoted: (words: string) => string,
): string {
  if (nearest.length === 0) return ''
  const each = nearest.map(
    ({ words, miss }) => `${quoted(words)}${miss === null ? '' : ` (${quoted(miss)})`}`,
  )
  return `Nearest way ${explanation.holds ? 'out' : 'in'}: a change of ${joinWords(each, 'and')}.`
}

/** When time alone changes it, in a sentence or two. */
export function nextWords(
  { next, explanation }: Pick<OneExplained, 'next' | 'explanation'>,
  quoted: (words: string) => string,
): string {
  const verb = explanation.holds ? 'Leaves' : 'Enters'
  const because = next.because.map((one) => `${quoted(one.words)} ${turnWords(one)}`)
  const what =
    next.at === null
      ? `${explanation.holds ? 'Stays in' : 'Stays out'} for the next ${next.days} days at least, if nothing happens.`
      : `${verb} on ${zonedWords(next.at)} if nothing happens until then: ${joinWords(because, 'and')}.`
  return next.heldStill
    ? `${what} Ranks, RFM scores and stored values are taken to stay as they are; what others do can change them sooner.`
    : what
}

const turnWords = ({ holds }: Flipped): string => (holds ? 'no longer holds' : 'holds from then on')

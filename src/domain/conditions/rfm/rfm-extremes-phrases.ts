import { meaning, type Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import { lead, SCALE } from './rfm-scores-phrases.ts'
import type { RfmCondition } from './rfm.ts'

const extreme = phrase('lowest|worst|poorest|bottom', 'lowest|worst possible')
const best = phrase('highest|best|top', 'highest|best possible')
const mark = phrase(
  'score|scores|mark|marks|rating|ratings|grade|grades|rank|value|values',
  'rfm score|scores|rating|ratings',
)
const onWord = phrase('on|in|for|of|across', ':')
const allThree = phrase('all? three|each|every one?', 'all of? them|the three?')
const dimension = phrase('recency|r', 'frequency|f', 'monetary|m value?')
const listedWith = phrase('and|,|/|+|plus', ', and', 'as well as')

/** `the lowest mark on all three: r, f and m`, `best score for recency`: 5 is the lowest, 1 the best. */
const extremeScore: Parser<Meaning> = (reading, at) => {
  const start = skip(reading, at, lead)
  const [low, high] = [extreme(reading, start), best(reading, start)]
  const marked = mark(reading, Math.max(low, high))
  if (Math.max(low, high) < 0 || marked < 0) return undefined
  const on = onWord(reading, marked)
  const three = on < 0 ? -1 : allThree(reading, on)
  const keys = new Set<'recency' | 'frequency' | 'monetary'>()
  let end = three >= 0 ? three : marked
  let from = three >= 0 ? skip(reading, three, onWord) : on
  while (from >= 0) {
    const next = dimension(reading, from)
    if (next < 0) break
    const first = reading.tokens[from]?.word[0]
    keys.add(first === 'r' ? 'recency' : first === 'f' ? 'frequency' : 'monetary')
    end = next
    from = listedWith(reading, end)
  }
  if (three >= 0) for (const { key } of ALL_THREE) keys.add(key)
  if (keys.size === 0) return undefined
  const scores = [low > high ? 5 : 1]
  const criteria: RfmCondition = { type: 'rfm', ...Object.fromEntries([...keys].map((key) => [key, scores])) }
  return { value: meaning(criteria, SCALE), end }
}

const ALL_THREE = [{ key: 'recency' }, { key: 'frequency' }, { key: 'monetary' }] as const

export const rfmExtremePhrases: readonly Parser<Meaning>[] = [extremeScore]

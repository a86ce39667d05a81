import { meaning, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { counted, lead, or, SCALE, scaleOf, SCORES } from './rfm-scores-phrases.ts'
import type { RfmCondition } from './rfm.ts'

const inCell = phrase('in')
const upwards = phrase('plus', 'and|or more|up|above|higher')

/** `R5`, `F1`, `R4+`, `R4-5`, `R1 or R2`: a score as tables write it. */
export const shortScore: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, skip(reading, polar, lead), inCell)
  const first = cellAt(reading, start)
  const [key] = SCORES.find(([name]) => name.startsWith(first?.letter ?? '-')) ?? []
  if (first === undefined || key === undefined) return undefined
  const more = upwards(reading, start + 1)
  const scores = [first.score]
  let end = more >= 0 ? more : start + 1
  if (more >= 0) for (let n = first.score + 1; n <= 5; n++) scores.push(n)
  while (more < 0) {
    const joint = or(reading, end)
    const next = joint < 0 ? undefined : (cellAt(reading, joint) ?? bareCellAt(reading, end, joint))
    // “R1 and F1” goes on to another score.
    if (next === undefined || (next.letter ?? first.letter) !== first.letter) break
    const through = /^(?:to|-)$/.test(reading.tokens[end]?.word ?? '')
    if (through) for (let n = (scores.at(-1) ?? 5) + 1; n < next.score; n++) scores.push(n)
    scores.push(next.score)
    end = joint + 1
  }
  const criteria: RfmCondition = {
    type: 'rfm',
    [key]: [...new Set(scores)].toSorted((a, b) => a - b),
  }
  const stated = more >= 0 ? [scaleOf(said(reading, start, end), scores)] : SCALE
  return { value: meaning(negative ? negated(criteria) : criteria, stated), end }
}

interface Cell {
  readonly letter?: string
  readonly score: number
}

function cellAt(reading: Reading, at: number): Cell | undefined {
  const [, letter, score] = /^([rfm])([1-5])$/.exec(reading.tokens[at]?.word ?? '') ?? []
  return letter === undefined ? undefined : { letter, score: Number(score) }
}

/** The second number of “R4-5”, “R1/2” and “R1 or 2”; one behind “and” or a comma may count something else. */
function bareCellAt(reading: Reading, joint: number, at: number): Cell | undefined {
  const token = reading.tokens[at]
  const score = token?.number
  if (!/^(?:or|to|-|\/)$/.test(reading.tokens[joint]?.word ?? '')) return undefined
  if (score === undefined || !/^[1-5]$/.test(token?.text ?? '') || counted(reading, at + 1) >= 0)
    return undefined
  return { score }
}

import type { Unit } from '../../time/window.ts'
import { phrase, skip } from './phrase.ts'
import type { Parser } from './reading.ts'
import { span } from './span.ts'

const betweenWord = phrase('between', 'from', 'anywhere|somewhere between|from')
const and = phrase('and|to|-')
const moreThan = phrase('more|longer than', 'over', 'at least')
const butLess = phrase(
  ',? but|and less|fewer|shorter|not|no more? than',
  ',? but|and under|below|at most|up to?',
  'and|but not yet|over|quite?',
)

/** `between 1 and 2 years`, `more than one year but less than two`: two lengths of the same unit. */
export const spanRange: Parser<{ readonly from: number; readonly to: number; readonly unit: Unit }> = (
  reading,
  at,
) => {
  const more = moreThan(reading, at)
  const low = span(reading, more >= 0 ? more : skip(reading, at, betweenWord))
  const joint = low === undefined ? -1 : (more >= 0 ? butLess : and)(reading, low.end)
  const high = joint < 0 ? undefined : span(reading, joint)
  if (low === undefined || high === undefined || low.value.plus || high.value.plus) return undefined
  const unit = high.value.bare ? low.value.unit : high.value.unit
  if ((low.value.bare && high.value.bare) || (!low.value.bare && low.value.unit !== unit)) return undefined
  if (low.value.n >= high.value.n) return undefined
  return { value: { from: low.value.n, to: high.value.n, unit }, end: high.end }
}

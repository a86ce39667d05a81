import { doubtful, type Meaning, missing } from '../../language/grammar/meaning.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import { isUnder, signalTypeOf } from '../../signals/known.ts'
import type { SignalType } from '../../signals/types.ts'

/** The names that the data has for a type, and for the cases of it. */
export const heldTypes = (reading: Reading, { key }: SignalType): readonly string[] =>
  reading.situation.vocabulary.values('signal.type').flatMap(({ value }) => {
    const type = signalTypeOf(value)
    return type !== undefined && isUnder(type, key) ? [value] : []
  })

/** Signals of a kind that the data holds none of, with those that it holds. */
export function lacking(reading: Reading, from: number, end: number, name: string): Found<Meaning> {
  const { vocabulary } = reading.situation
  const says =
    vocabulary.values('signal.type').length === 0
      ? 'The data holds no signals about companies or people.'
      : `The data holds no signals of the kind, only ${vocabulary
          .values('signal.type')
          .slice(0, 6)
          .map(({ label }) => label)
          .join(', ')}.`
  // Whoever says it speaks of them: it is understood, so far as that goes.
  return { value: doubtful({ ...missing(from, end, name, says), understood: true }), end }
}

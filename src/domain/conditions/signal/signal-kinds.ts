import { type Phrase, phrase } from '../../language/grammar/phrase.ts'
import { SIGNAL_TYPES, type SignalType } from '../../signals/types.ts'

/** A type of signal as people tell of it. */
export interface SignalKind {
  readonly type: SignalType
  readonly of: readonly ('company' | 'person')[]
  readonly words: Phrase
  /** The type is meant only with a topic or a time: “hiring” alone is how fast companies hire. */
  readonly weak: boolean
  /** Words that may stand between it and its topic. */
  readonly to?: Phrase
}

/** Also said of what companies are like, for which there are columns. */
const WEAK = new Set(['hiring'])
const TO: Readonly<Record<string, Phrase>> = { visit: phrase('the|our|your', 'to? the|our|your') }

export const SIGNAL_KINDS: readonly SignalKind[] = SIGNAL_TYPES.map((type) => {
  const to = TO[type.key]
  return {
    type,
    of: type.about === 'both' ? ['company', 'person'] : [type.about],
    words: phrase(...type.words),
    weak: WEAK.has(type.key),
    ...(to && { to }),
  }
})

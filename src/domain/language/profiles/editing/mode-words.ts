import type { Parameter } from '../../../profiles/parameter.ts'
import { longestIn, type Phrase, phrase } from '../../grammar/phrase.ts'
import type { Found, Reading } from '../../grammar/reading.ts'

type Mode = Parameter['mode']

/** What people call each way in which a parameter counts. */
const NOUNS: readonly (readonly [Mode, Phrase])[] = [
  [
    'filter',
    phrase(
      'must|musts|filter|filters|requirement|requirements|musthave|musthaves',
      'must|must- haves|have',
      'must-have|must-haves',
      'hard requirement|requirements|filter|filters|criterion|criteria',
    ),
  ],
  [
    'score',
    phrase(
      'preference|preferences|pref|prefs|bonus|bonuses|plus|pluses|score|scores|nice|nices',
      'nice to haves|have',
      'nice-to-have|nice-to-haves',
      'score parameter|parameters|criterion|criteria',
    ),
  ],
  [
    'exclude',
    phrase(
      'exclusion|exclusions|exclude|excludes|excluded|dealbreaker|dealbreakers|disqualifier|disqualifiers',
      'exclusion|exclude|excluded|ban|block|no-go list|ones?',
      'deal breaker|breakers',
      'no gos|go',
      'blacklist|blocklist',
    ),
  ],
]

/** `must`, `nice-to-haves`, `exclude list`: the mode that a noun says. */
export const modeNounAt = (reading: Reading, at: number): Found<Mode> | undefined =>
  longestIn(reading, at, NOUNS)

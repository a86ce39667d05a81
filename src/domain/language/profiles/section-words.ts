import { phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'

export const prefer = phrase(
  'with? a|an|some|strong? preference for',
  'prefer|preferring|prefers|preferably|favor|favour|favoring|favouring|prioritize|prioritise|prioritizing',
  'we|i prefer|favor|favour|like?',
  'preferred|optional|optionally|preferences|preference :',
  'ideally ,?',
  'bonus|extra|more|additional? points|point|credit for|if|when|:',
  'bonus for|if|when|:',
  'bigger|larger|smaller|small bonus for|if|when|:',
  'a|as|big? bonus|plus if|when|for|:',
  'nice|nices|bonus|pref|prefs :',
  'nice to have|haves :?',
  'nice-to-have|nice-to-haves :?',
  'would|will|it be? nice|great|better if|when',
  "it would|'d be nice|great|better if|when",
  'better if|when',
  'score|scoring|reward|rate|rank up? higher for|if|when?',
  'score|scoring|reward|boost|upweight up? for|:?',
  'give more? points|weight|credit to|for|if',
  'give a|an|some? higher|extra|more|better|bigger|additional? score|scores|weight|points|preference|priority|credit|boost to|for|if',
  'plus|extra|bonus points :',
  'good to have|haves :?',
)
/** “Strongly prefer”: more than what is simply preferred. */
export const preferMuch = phrase(
  'strongly|really|heavily|highly|greatly|much|definitely|especially|particularly prefer|preferring|prefers|preferred|favor|favour|like|want :?',
  'strong|high|big preference|priority for|:',
  'big|huge|major plus|bonus if|when|for|:',
)
export const MUCH = 3
/** What follows is left out, whoever it is. */
export const leaveOut = phrase(
  'exclude|excludes|exclusions|excluded|never|avoid|unwanted :',
  'no gos|go|goes :?',
)
/** What stood before is left out: “no AWS -> out”. */
export const outBehind = phrase(
  '->|=>|→|=|:|,|- out|excluded|no|never',
  'no|nope',
  'please? out please?',
  'is|are|goes|go|get out|excluded',
  ', leave|keep|throw|kick|boot them|those|these out',
)
/** What stood before must hold; “but not a must” says that it need not. */
export const mustBehind = phrase(
  'is|are|being? both? a? must|musts|required|mandatory|essential|obligatory',
  'both|all required|mandatory|musts|needed',
)
export const needNot = phrase(
  'but|though|,? not|no a? must|required|mandatory|necessary|essential|dealbreaker',
  "but|though|,? it|that|this? is|are|'s not a? must|required|mandatory|necessary|essential|dealbreaker",
)
export const mustLabel = phrase(
  'must|musts|required|requirements|requirement|filters|filter|dealbreakers|dealbreaker|mandatory|basics|needs :',
  'must haves|have :?',
  'hard requirements|filters|criteria :?',
)
/** Behind what is preferred: "Series B preferred". */
export const preferredBehind = phrase(
  'is|are|being? preferred',
  'is|are|would|being be? a|an? big? plus|bonus|advantage',
  'is|are|would be? nice|great|ideal to? have?',
  'nice to have',
  'nice-to-have',
  'if possible|available',
)
export const require_ = phrase(
  'must|should|has|have|need|needs|required|requires|require|mandatory have|be|use|to?',
  'only',
)
export const deny = phrase(
  'exclude|excludes|excluding|except|without|never|no',
  'leave|leaving|rule|filter out',
  'but|and? not|never|no',
  'do not|n’t|dont include|want',
)
export const leave = phrase('exclude|excludes|excluding', 'leave|leaving out')
const joins = phrase(',|;|.|and|but|also|plus|with|then|—|–|:|(|)|&')
const leads = phrase(',|;|.|and|but|also|plus|then|—|–|:|)')
/** “Shopify Plus” is one name. */
export const ofName = (reading: Reading, at: number): boolean => reading.tokens[at]?.text === 'Plus'
export const joiner = (reading: Reading, at: number): number =>
  ofName(reading, at) ? -1 : joins(reading, at)
export const lead = (reading: Reading, at: number): number => (ofName(reading, at) ? -1 : leads(reading, at))
export const ends = phrase(';|.')

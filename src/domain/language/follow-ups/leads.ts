import { phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'

/** What stands before a change and says nothing of it. */
const courtesy = phrase(
  'ok|okay|now|so|and|but|then|please|hmm|hm|um|uh|ah|oh|well|also|just|,|:|.|!|-|->|great|thanks|thx|perfect|good|nice|cool|awesome|brilliant|excellent|fantastic|lovely|super|wonderful|amazing|sweet|fab|understood|alright|right|yes|yeah|yep|hey|hi|next|finally',
  'love|like it|that|this',
  'got it',
  'makes sense',
  'very|really|so good|nice|helpful|useful',
  "that|it|this 's great|good|perfect|fine|nice|helpful|useful|better|awesome|brilliant|lovely",
  'that is|looks|sounds great|good|perfect|fine|nice|helpful|useful|better|awesome|brilliant|lovely',
  'looks|sounds|all great|good|perfect|fine|nice|right',
  'well done',
  'good|great|nice job|work|stuff|one|start',
  'thank you',
  'can|could|would|will you please?',
  'can|could|should we|i please?',
  'let us',
  'for that',
  'i|we want|need|would like|d like to?',
  'i|we think',
  'how about',
  'what if',
  'maybe|perhaps',
  'on second thought|thoughts',
  'good|great|ok|okay , but|now|and',
)
/** What says that something was wrong: what follows stands in for it. */
const correction = phrase(
  'no|nope|nah|sorry|oops|whoops|wait|actually|rather|instead|correction|apologies',
  'scratch that',
  'no wait|sorry|no',
  'my bad|mistake',
  'hang|hold on',
  'i|we actually|really? meant|mean',
  'i|we meant to say',
  'that is|was wrong|not right',
  "that|this|it 's|is|was not wrong|right|correct|it|quite",
  "that|this|it 's|is|was wrong|not",
  'not quite|right|that|what i meant?',
  'make that',
  'that should be|read|say',
  'it should be|read|say',
  'should be|have been',
  'what about',
  'and what about',
  'how about',
  'try',
  'what if they|we|i?',
  'i should have said',
  'better',
)

/** Where the change begins, and whether it corrects something. */
export function leadsIn(reading: Reading): { readonly from: number; readonly correcting: boolean } {
  let from = 0
  let correcting = false
  for (let i = 0; i < 8; i++) {
    const corrects = correction(reading, from)
    const next = Math.max(corrects, courtesy(reading, from))
    if (next < 0) break
    // "no VIPs" leaves people out: it corrects only before a pause.
    if (/^(?:no|not)$/.test(reading.tokens[from]?.word ?? '') && next === from + 1 && !pauses(reading, next))
      break
    // "and Belgium too", "but not Tea", "also …" are read by what follows.
    if (corrects < 0 && JOINING.test(reading.tokens[from]?.word ?? '') && next === from + 1) {
      const after = Math.max(correction(reading, next), courtesy(reading, next))
      if (after < 0) break
    }
    correcting ||= corrects >= next
    from = next
  }
  return { from, correcting }
}

const JOINING = /^(?:and|but|also|just)$/
const pauses = (reading: Reading, at: number): boolean =>
  /^(?:,|\.|!|-|:|;|wait|sorry|i|we|actually|make|it|that)$/.test(reading.tokens[at]?.word ?? '')

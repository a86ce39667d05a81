import { phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'

/** Words that speak of the request itself. */
const ofRequest = phrase(
  'something|anything|thing|things|topic|subject|question|request|search|query|audience|segment|list|group|one|ask|task|job|matter|q|theme|campaign|brief|idea|lookup',
)
/** Words that say that it is another one. */
const another = phrase(
  'else|different|new|another|separate|unrelated|next|other|fresh|second|third|differently|unconnected',
  'moving|move|moved on',
  'change|changing|switch|switching of? the? topic|topics|subject|subjects|gear|gears|tack|theme',
  'forget|leave|leaving|park|parking|skip|drop|ignore|set|setting|put|putting that|this|it|these|those aside?',
  'forget|leave|leaving|park|parking|skip|drop|ignore about that|this|it',
)
const small = phrase(
  'now|ok|okay|right|so|and|well|alright|then|hey|hi|also|please|great|thanks|cool|perfect|good|but|actually|quick|hmm|just',
  'for|on|onto|to|with|about|of|in|a|an|the|my|our|us|me|we|i|it|is|that|this|completely|entirely|totally|quite|altogether|slightly|somewhat|bit|very',
  'let|lets|try|do|look|take|start|have|get|go|want|need|would|like|got|come',
  "i|we 'd|'ve|am",
  "here 's|is",
)
const end = phrase(':', '.', ',', '-', ';', '!')
const LONGEST = 14

/**
 * `now something else entirely: …`, `different topic. …`, `moving on, …`: words before a pause that speak of nothing
 * but that what follows is another request. Answers the token behind the pause, or -1.
 */
export function switchesTopic(reading: Reading): number {
  let switched = false
  let named = false
  for (let at = 0; at < Math.min(LONGEST, reading.tokens.length); ) {
    const closed = end(reading, at)
    if (closed >= 0 && switched) return named || at > 1 ? closed : -1
    const [news, noun] = [another(reading, at), ofRequest(reading, at)]
    const next = Math.max(news, noun, small(reading, at), closed)
    if (next < 0) return -1
    switched ||= news === next
    named ||= noun === next || next > at + 1
    at = next
  }
  return -1
}

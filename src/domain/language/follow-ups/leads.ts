import { phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'

/** What stands before a change and says nothing of it. */
const courtesy = phrase(
  'ok|okay|now|so|and|but|then|please|hmm|hm|um|uh|ah|oh|argh|ugh|well|also|just|,|:|.|!|-|->|great|thanks|thx|perfect|good|nice|cool|awesome|brilliant|excellent|fantastic|lovely|super|wonderful|amazing|sweet|fab|understood|fine|alright|right|yes|yeah|yep|hey|hi|next|finally',
  'love|like it|that|this',
  'got it',
  'done|finished',
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
  'you know what',
  'come to think of it|that',
  'thinking about it|that',
  'on reflection',
  'sorry to be a pain',
  'one more|last? thing|change|tweak|ask|question',
  'widen|broaden|narrow|tighten|refine|change|changes|update|edit|edits|addition|new|amend|adjust|tweak :',
  'how many would|will|do|does it|that|this|there|we be|have|get|remain|left? be|left? if? i|we?',
  'what|how would|will|does it|that|this|they|the count|number? be|look|come|become like|to? with|if? i|we?',
  'if i|we|you',
  'how many is|are|was|would it|that|this be?',
  'how many is|are|was that|it|this|they|there left? if i|we',
  'would|could it|that be possible to',
  'is it possible to',
  "i|we would|d|'d like to? see?",
)
/** What says that something was wrong: what follows stands in for it. */
const correction = phrase(
  'one|two|three|four|a|some|few|couple few|couple|more|other|small|quick? of? changes|change|tweaks|tweak|edits|things|corrections|adjustments :|-|,',
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
  'needs|need|has|ought to be',
  'go higher|lower|bigger|smaller|further ,|:|-?',
  'higher|lower|bigger|smaller ,|:|-',
  'window|period|timeframe|country|city|category|product|amount|threshold|location|channel|device|brand|tag|code|campaign|industry|stage :|=',
  // Said of something else in the place of what is at hand.
  'what|how would|will|does|do|did it|that|this|things look|be like? for|in',
  'now for',
  'now? do|run|try|repeat|get|see|show|count it|that|this|them again? for',
  'likewise|similarly|equally for|in',
  'get|have|give|show me|us? the same for|in',
  'what about',
  'and what about',
  'how about',
  'try',
  'what if they|we|i?',
  'i should have said',
  "i|we would|d|'d? rather|prefer to? see|have|look|get|take? at?",
  'he|she|they|client|boss said|say|says|wants|want|meant|means',
  'wrong issue|one|campaign|email|code|country|city|product|brand|month|year|date|number|segment|list|tag|category|channel|week|edition|person|region',
  "that|it|this|there is|'s|are|looks|seems|feels|sounds still|a|way|far|much? bit|little? too few|many|little|narrow|broad|wide|strict|small|big|large|loose|tight|low|high|much|long|short",
  'way|far|still|bit|much? too few|many|little|narrow|broad|wide|strict|small|big|large|loose|tight|low|high|much|long|short',
  'let us|me? be|go|make a? bit|little? stricter|looser|broader|narrower|tighter|wider|bolder|further|shorter|longer|smaller|bigger',
  'go|look a? bit|little? back? further|wider|longer|more',
  'better',
)

/** Where the change begins, and whether it corrects something. */
export function leadsIn(
  reading: Reading,
  start = 0,
): { readonly from: number; readonly correcting: boolean } {
  let from = start
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

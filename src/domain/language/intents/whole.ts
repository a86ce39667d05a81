import { type Phrase, phrase } from '../grammar/phrase.ts'
import { type Reading, remembered, wordAt } from '../grammar/reading.ts'
import { isCode } from '../linking/link-places.ts'

const polite = phrase(
  'please|now|then|ok|okay|so|well|just|hey|hi|hello|muster|,|.|!|?',
  'oops|whoops|oopsie|sorry|actually|hmm|hm|oh|ah|um|uh|also|and|kindly|asap|immediately|quickly|alright|right',
  'lovely|brilliant|perfect|great|nice|cool|awesome|excellent|wonderful|fantastic|sweet',
  'can|could|would|will you',
  'can|could|may|shall|should we|i',
  'right|straight away|now',
  'at the moment',
  'for now',
  'if you can|could|would',
  'one more|last? thing|question|request :?',
  'i|we want|need|wish|have to',
  "i|we would|d|'d? like|love|want|need to",
  'let me',
  'let us',
  'go ahead and',
  'thanks|thank',
  'thank you',
  'for me|us',
  'again',
  'you|u can|could|may|should now|also|just?',
  'feel free to',
  'time to',
  'why do|not you|we not?',
  'i|we think|guess|believe|say we|you? should|can|could?',
  'it is time to',
  'we|i|one can|could|should|may now|also|just?',
  'from now on',
  'good|done|fine|yes|yep|yeah|yup|correct ,|.|!|-',
  "that is|'s it|all|right|good|great|perfect|fine|enough ,|.|!|-?",
  'looks|sounds good|great|fine|right|perfect|nice ,|.|!|-?',
  'i|we will',
  'going forward',
  'quick|small|one|random|silly|easy? q|question|query :?',
  'weird|odd|quick|easy|simple one',
  'help me',
)

/**
 * What people add to a question about things that exist, and that asks for nothing. None of it may begin a condition:
 * a remark never ends with “in” or “who are”, and “in English” may be whom, by the language they speak.
 */
const remark = phrase(
  'i always|often|keep|still mix|mixing|confuse|confusing|forget|forgetting them|it|these|those|which? up?',
  'the? percentage|percent|number|total|count|share|figure is enough|fine|all',
  'just the? percentage|percent|number|total|count|share|figure',
  "that is|'s all|it|everything",
  'nothing else|more',
  'just|only|simply? list|show|name|give|tell me|us? them|it|those|all?',
  'and? how many people|customers|members? are|is|sit|live? in|on? there|it|them|that|both',
  'and? tell|show me|us how many people|customers|members? are|is|sit|live? in|on? there|it|them|that|both',
  'biggest|largest|smallest|newest|oldest|latest|recent first',
  'sorted|ordered|ranked by size|name|date|members|count',
  'and? how many people|customers|members? does|do? it|they|each hold|holds|have|has|contain|contains?',
  'and? how many people|customers|members?',
  'and? how big is|are it|each|they|that',
  'we|i|nobody|noone do? not? use|uses|need|needs|want|wants it|them|that|this|those anymore|now?',
  'we|i|nobody|noone do? not? use|uses|need|needs|want|wants it|them|that|this|those any more|longer',
  'do not use|need|want it|them|that|this|those anymore|now?',
  'do not use|need|want it|them|that|this|those any more|longer',
  'we|i no longer use|need|want it|them|that|this|those',
  'it|they|that|this|those is|are no longer used|needed|useful',
  'we|i|nobody never|rarely|hardly ever? use|uses|target|targets|need|needs|touch|touches|mail|mails it|them|that|this|those anyway|anymore|now?',
  // Of a comparison.
  'and? how much|far|strongly|well? do|does they|it|these|those|the two? overlap|differ|intersect',
  'and? how many people|customers|members|of them? are|is|sit they|both? in|on both|common|each|all of? them|these|those|the? two?',
  'and? how many people|customers|members|of them? are|is|sit they|both? in|on them|these|those|the two?',
  'and? how many people|customers|members|of them? do they|both? share|overlap both|common|each|all? of? them|these|those|the? two?',
  "and? what|how big|large|much? is|'s|are the? overlap|difference|intersection|differences? there|between? them|these|the? two?",
  'and? what do they share|have in? common?',
  'and? where do they overlap|differ',
  'side by side',
  // Of an explanation.
  'to? me|us? like|as if? i|we am|were|are|was new|five|5|stupid|a|an|six? years? old|beginner|newbie|child|kid|outsider|novice? here?',
  'to? me|us? like|as if? i|we am|were|are|was new|a|an? beginner|newbie|outsider|novice? to|at|in this|it|all job|team|company?',
  'to? me|us? in plain|simple|normal|layman|everyday|easy english|words|terms|language',
  'to|for me|us',
  'to|for a|an|the new|junior? newbie|beginner|intern|colleague|boss|team',
  'i|we am|are new here|to this?',
  'simply|briefly|shortly',
  'in short|brief',
  'so far',
  'until|till|by|up now',
  'who is|are in|on? it|there',
  'and? how many people|customers|members|ppl? are|is|were|sit in|on? there|it|them|here right|at|these? now|moment|present|days?',
  'and? how many people|customers|members|ppl? are|is|were|sit right|at|these? now|moment|present|days',
  'and? how big|large|many is|are it|they|each|that|those|every one|of? them? one?',
  'it|they|that|this|those is|are not used|needed|useful anymore|now?',
)

/** "who are in it", but not "who are in IT", which is Italy or people's work. */
function remarkAt(reading: Reading, at: number): number {
  const end = remark(reading, at)
  for (let i = at; i < end; i++) if (wordAt(reading, i) === 'it' && isCode(reading.tokens, i)) return -1
  return end
}

/** Remembered: a chain of them is followed from each word that stands before it. */
const courtesyAt = remembered((reading, at) => Math.max(polite(reading, at), remarkAt(reading, at)))

/** The first token after small courtesies; behind a request, after remarks as well. */
export function afterCourtesy(reading: Reading, at = 0): number {
  let start = at
  for (;;) {
    const next = at === 0 ? polite(reading, start) : courtesyAt(reading, start)
    if (next < 0) return start
    start = next
  }
}

/** Whether nothing but courtesies and remarks is left of a message. */
export const isOver = (reading: Reading, at: number): boolean =>
  afterCourtesy(reading, at) >= reading.tokens.length

/** Whether the whole message is this phrase, courtesies aside. */
export function isWhole(reading: Reading, words: Phrase): boolean {
  return [0, afterCourtesy(reading)].some((start) => {
    const end = words(reading, start)
    return end >= 0 && isOver(reading, end)
  })
}

/** The end of a message without the signs that close it. */
export function sentenceEnd({ tokens }: Reading): number {
  let end = tokens.length
  while (end > 0 && /^[?.!]$/.test(tokens[end - 1]?.word ?? '')) end--
  return end
}

import { LEXICON } from '../grammar/phrase.ts'
import type { Stretch } from './stretches.ts'

/** A capital letter and more: the name of whoever writes or is written to. */
const NAME = String.raw`\p{Lu}[\p{Ll}'’-]+`
const OCCASION = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|next|this|week|month|quarter|year|january|february|march|april|may|june|july|august|september|october|november|december|christmas|xmas|easter|holiday|halloween|black|spring|summer|autumn|fall|winter|weekly|monthly|quarterly|annual|yearly|upcoming|new|big|board|team|sales|marketing|management|strategy|planning|budget|product)(?:['’]s)?`
const EVENT =
  '(?:meeting|call|presentation|deck|slides?|report|campaign|mailing|newsletter|launch|review|standup|stand-up|workshop|session|sync|plan|budget|mail-?out|mailshot|promotion|promo)'
const REQUEST = String.raw`(?=(?:i|we|could|can|would|please|how|who|which|what|give|show|list|find|pull|get|send|need|everyone|everybody|anyone|all|customers|people)\b)`

/** The frame of a letter. Each is made of words that can carry no condition. */
const FRAMES: readonly RegExp[] = [
  // "Hi team!", "Dear Anna," at the beginning; "good recency, …" greets nobody.
  new RegExp(
    String.raw`^\s*(?:(?:hi|hello|hey|dear)\s+(?:team|all|everyone|everybody|there|folks|guys|colleagues|muster|morning|afternoon|evening|${NAME})|(?:good\s+)?(?:morning|afternoon|evening|day)(?:\s+(?:team|all|everyone|everybody|folks|guys|colleagues))?)\s*[,!.:;–-]+(?=\s)`,
    'iu',
  ),
  // "hii can you …"
  /^\s*(?:hi{2,}|he+y{2,}|hell+o{2,}|hiya|heya|howdy)\b[\s,.!]*(?=\p{L})/iu,
  // "hi team hope ur well!!"
  /^\s*(?:hi|hello|hey)\s+(?:team|all|everyone|everybody|there|folks|guys|muster)(?=\s+(?:i\s+)?(?:hope|quick|could|can|need|please|pls)\b)/iu,
  // "Hope you're all well."
  /(?<=^|[.!?,\n]\s*)(?:i\s+|we\s+)?hope\s+(?:ur|u|ya|y['’]?all|you(?:['’]re| are)?|this|all|everything|everyone|your)(?:\s+(?:all|is|are|doing|well|good|great|fine|finds?|you|had|have|having|a|week|weekend|day|started|going|email|mail|message|off|to|start))*\s*[.!,]+/giu,
  // "quick one:", "sorry for the late ask but"
  /(?<=^|[.!?,\n]\s*)(?:(?:just\s+)?(?:a\s+)?quick\s+(?:one|question|request|ask|favou?r)(?:\s+(?:before|ahead of|for|after)\s+(?:(?:the|my|our)\s+)?(?:stand-?up|lunch|the weekend|eod|end of day|today|meeting|call|review))?|sorry\s+(?:for|about)\s+the\s+(?:late|last[- ]minute|short|quick|many)\s+(?:ask|notice|request|question|message|requests|questions)|sorry\s+to\s+bother(?:\s+you)?)\s*(?:[:,.!–-]|but\b|$)/giu,
  // "PS: …", "P.S. …": what is added behind the request.
  /(?<=^|[.!?;,)\n]\s*)p\.?\s?(?:p\.?\s?)?s\.?\s*[:–-]|(?<=[.!?;)\n]\s*)P\.\s?(?:P\.\s?)?S\.(?=\s)/giu,
  // "ok so my boss wants this for the 3pm lol."
  /(?<=^|[.!?,;:\n]\s*)(?:(?:ok|okay|so|well|right)[\s,]+){0,3}(?:my|our|the)\s+(?:boss|manager|ceo|cmo|cfo|lead|director|team|client|head of \p{L}+)\s+(?:wants|needs|asked for|is asking for|asks for)\s+(?:this|it|these|that)(?:\s+(?:for|by|before|asap|today|tomorrow|now|the|our|a|\d{1,2}(?::\d\d)?\s*(?:am|pm)|eod|meeting|call|deck|lol|haha))*\s*[.!,:;–-]+/giu,
  // "ugh sorry, ignore my last message."
  /(?<=^|[.!?,;:…\n]\s*)(?:(?:ugh|oops|argh|gah|eek|sorry|oh|no|please|pls)[\s,]+)*(?:ignore|disregard|scrap|forget)\s+(?:my|the|that)\s+(?:last|previous|earlier|first)\s+(?:message|one|e?-?mail|note|msg|request|question)\s*[.!,:;–-]+/giu,
  // "sum1 told me we got loads of"
  /(?<=^|[.!?,;:\n]\s*)(?:someone|sum1|somebody|they|people)\s+(?:told|tell|tells)\s+(?:me|us)(?:\s+that)?\s+we(?:['’]ve)?\s+(?:got|have|had)\s+(?:loads|lots|tons|plenty|a lot|a bunch)\s+of\b/giu,
  // "… is that true? how many"
  /(?<=\S\s*)[,.!?]\s*(?:tru|true|right|correct|is (?:that|this|it) (?:true|right|so|correct))\s*\?\s*(?:how many\s*\??\s*)?$/giu,
  // "For Friday's meeting I need", "for the board deck:"
  new RegExp(
    String.raw`(?<=^|[.!?,;:\n]\s*)for\s+(?:(?:the|our|my|a|an)\s+)?(?:${OCCASION}\s+){0,3}${EVENT}\s*(?:[,:]\s*|\s)${REQUEST}`,
    'giu',
  ),
  // "I'm working on the December campaign and need"
  new RegExp(
    String.raw`(?<=^|[.!?,;:\n]\s*)(?:i['’]?m|i am|we['’]?re|we are)\s+(?:currently\s+|just\s+)?(?:working on|planning|preparing|putting together|setting up)\s+(?:(?:the|our|my|a|an)\s+)?(?:${OCCASION}\s+){0,3}${EVENT}\s*(?:(?:and|so)\s+|[,.;:–-]+\s*(?:(?:and|so)\s+)?)${REQUEST}`,
    'giu',
  ),
  // "(dd/mm, we are in europe!!)": why dates are written so.
  /(?<=(?:dd\/mm|mm\/dd)(?:\/yy(?:yy)?)?\s*[,;:–-]?\s*(?:as\s+|because\s+|since\s+)?)we(?:['’]re| are)\s+(?:in|from|based in)\s+(?:the\s+)?(?:europe|eu|uk|us|usa|states)\b[!.]*/giu,
  // "last week = Mon-Sun, not rolling": weeks are read so.
  /(?<=^|[.!?,;:(\n]\s*)(?:(?:last|this|a|the|every)\s+)?weeks?\s*(?:=|is|are|means?|meaning|:)\s*mon(?:day)?s?\s*(?:-|–|to|thru|through|till|until)\s*sun(?:day)?s?(?:\s*,?\s*(?:and\s+)?not\s+(?:a\s+)?rolling(?:\s+(?:one|week|window|7 days))?)?/giu,
  // "The client is curious about …", "my boss wants to know who …"
  /(?<=^|[.!?;:\n]\s*)(?:my|our|the|a)\s+(?:boss|manager|ceo|cmo|cfo|coo|lead|director|team|client|agency)\s+(?:(?:is|are)\s+(?:curious|wondering|asking)|wants?\s+to\s+know|would\s+like\s+to\s+know|asks?|asked|wonders?)(?:\s+(?:me|us))?(?:\s+about)?(?=\s)/giu,
  // "Question from the CFO of the client:"
  /(?<=^|[.!?\n]\s*)(?:(?:a|another|one|quick)\s+)*(?:question|request|ask|query)\s+(?:from|by)(?:\s+(?:the|our|my|a|of|at|boss|manager|ceo|cmo|cfo|coo|cto|lead|director|head|board|team|client|client['’]s|agency|finance|marketing|sales|crm))+\s*:/giu,
  // "…, do not save anything": nothing is saved unasked.
  /[,;.]?\s*\b(?:(?:and|but|please|just)\s+)*(?:do not|don['’]?t|no need to|without)\s+(?:save|saving|create|creating|store|storing|change|changing)\s+(?:anything|it|this|that|them|a segment)(?:\s+(?:yet|for now|please))*(?=\s*(?:$|[.!?,;]))/giu,
]

/** "Thanks, Sam", "Best regards, Tom" at the end. */
const SIGNED = new RegExp(
  String.raw`(?<=^|[.!?,\n]\s*|\s(?=(?:(?:so\s+)?many\s+thanks|thx|thnx|tysm|thanks|cheers)\b))(?:(?:so\s+)?many\s+thanks|thanks(?:\s+(?:a lot|so much|very much|in advance|again|all|team|everyone))?|thank you(?:\s+(?:so much|very much|in advance|all))?|(?:thx|thnx|thanks|tysm|ty|cheers|ta)(?:\s+(?:a (?:lot|mil|mill|million|bunch|ton)|heaps|loads|so much))?|(?:with\s+(?:my\s+)?)?(?:kind|best|warm)(?:est)?\s+(?:regards|wishes)|regards|best|sincerely|yours)\s*(?:[,!.–-]*\s*(?<name>${NAME}|\p{Lu}(?=\.))(?<role>(?:\s*\([\p{L}&\s]{2,30}\)|\s*[|,–-]\s*(?:\p{Lu}[\p{L}&]+(?:\s+(?:of\s+)?\p{Lu}[\p{L}&]+){0,3}|\+?[\d][\d ()-]{6,20}))*))?[\s.!]*$`,
  'iu',
)

/** "cheers buyers" signs nothing: people who are called as a word that is read are written with a capital. */
const isOrdinary = (word: string): boolean => /^\p{Ll}/u.test(word) && LEXICON.has(word)

/** What makes a request a letter: whom it greets, what it is for, who signs. `isName` answers for a word at its end. */
export function courtesiesIn(text: string, isName: (word: string) => boolean): Stretch[] {
  const found: Stretch[] = []
  let rest = text
  for (const frame of FRAMES) {
    const again = frame.global ? frame : new RegExp(frame.source, `${frame.flags}g`)
    for (const match of rest.matchAll(again)) {
      const end = match.index + match[0].length
      found.push({ start: match.index, end })
      // The lengths stay, so that what follows is found behind it.
      rest = rest.slice(0, match.index) + '.'.repeat(end - match.index) + rest.slice(end)
    }
  }
  const signed = SIGNED.exec(text)
  const name = signed?.groups?.['name']
  const roles = signed?.groups?.['role']?.match(/\p{L}{2,}/gu) ?? []
  // "Thanks, Priya | Germany" asks for people in Germany.
  if (
    signed !== null &&
    signed.index > 0 &&
    (name === undefined || [name, ...roles].every((word) => isName(word) && !isOrdinary(word)))
  )
    found.push({ start: signed.index, end: text.length })
  return found.filter(({ start, end }) => text.slice(end).trim() !== '' || start > 0)
}

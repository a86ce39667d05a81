import { blank, type Stretch, stretchOf } from './stretches.ts'

/** Somebody at work, who is none of the people that are looked for. */
const STAFF = String.raw`(?:(?:my|our|the|this|your)\s+)?(?:boss|manager|client|call team|team|legal|marketing|sales|finance|management|agency|ceo|cmo|cfo|coo|cto|director|lead|colleagues?|crm(?:\s+team)?|board|designer|analyst|intern|founder|owner|stakeholders?|partner|head of \p{L}+|vp of \p{L}+|store team|support|ops)`
const ADVERB = String.raw`(?:just|really|only|still|also|already|now|kinda|kind of|sort of|probably|actually|basically|simply|urgently|again|always|often|desperately|currently|apparently|then|even)`
const JOINED = String.raw`(?:(?:and|but|so|because|cause|cos|bc|since|as|although|though|fyi|well|ok|okay|sorry|yeah|please|pls)[\s,]+){0,3}`
const WHEN = String.raw`(?:\s+(?:please|pls|asap|today|tonight|tomorrow|now|soon|quickly|urgently|really|badly|ready|done|by|before|until|for|at|on|in|this|the|our|a|an|my|next|end of|the end of|day|eod|cob|noon|lunch|midnight|morning|afternoon|evening|week|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?::\d\d)?\s*(?:am|pm|o['’]clock)?|meeting|call|deck|report|review|slides?|standup|stand-up|presentation|board|lol))*`
const IT = '(?:it|this|that|the (?:list|number|numbers|count|figure|file|answer)|this one|an answer|it all)'
/** What people are looked for for. Named events of the company are told apart by its own words. */
const OCCASION =
  '(?:flows?|campaigns?|mailings?|mail-?outs?|mailshots?|blasts?|promos?|promotions?|lookalikes?|previews?|events?|launch(?:es)?|decks?|slides?|reports?|reporting|presentations?|meetings?|reviews?|workshops?|webinars?|pitch(?:es)?|giveaways?|raffles?|contests?|competitions?|tests?|experiments?|pilots?|projects?|analysis|study|dashboards?|postcards?|catalogues?|invites?|invitations?|clubs?|parties|party|automations?|journeys?|drips?|sequences?|newsletters?|emails?|sends?|budgets?|plans?|planning|qbr|calendars?|offers?|shoots?|panels?|interviews?|surveys?|team|calls?)'
const DOES = String.raw`(?:planning|preparing|launching|running|organi[sz]ing|hosting|building|drafting|designing|working on|putting together|setting up|thinking (?:of|about)|kicking off|starting|testing|doing)`

/** Clauses that say something of whoever asks, or of the request. Each is made of words that can limit nobody. */
const CLAUSES: readonly RegExp[] = [
  // "client needs it by noon", "need this asap", "my boss is waiting for it"
  String.raw`(?:(?:i|we|he|she|they|${STAFF})\s+)?(?:${ADVERB}\s+)*(?:needs?|wants?|would like|['’]?d like|requires?|asked for|asks for|(?:is|are) (?:waiting|asking) for|has to have)\s+${IT}${WHEN}`,
  // "need by 3pm", "needed by noon today"
  String.raw`(?:(?:i|we|${STAFF})\s+)?need(?:s|ed)?\s+(?:by|before)\s+(?=\d{1,2}(?::\d\d)?\s*(?:am|pm)\b|(?:noon|lunch|eod|cob|midnight|tonight|tomorrow|(?:the\s+)?end\s+of\s+(?:the\s+)?(?:day|week))\b)${WHEN.replace('\\s+', '\\s*')}`,
  // "we dont use it anymore", "nobody uses them any more"
  String.raw`(?:i|we|nobody|no one|noone|${STAFF})\s+(?:${ADVERB}\s+|do\s+|does\s+|did\s+|not\s+|don['’]?t\s+|doesn['’]?t\s+|didn['’]?t\s+|never\s+|no longer\s+|ever\s+|have\s+|has\s+|haven['’]?t\s+|hasn['’]?t\s+)*(?:uses?|used|looks? at|looked at|touch(?:es|ed)?|opens?|checks?|reads?)\s+(?:it|them|this|that|this one|that one)(?:\s+(?:any ?more|anyway|now|these days|at all|either|much|in ages|for ages))*`,
  // "nobody has touched it since the agency left"
  String.raw`(?:nobody|no one|noone)\s+(?:here\s+)?(?:has\s+|['’]?s\s+|have\s+)?(?:${ADVERB}\s+|ever\s+)*(?:used|looked at|touched|opened|checked)\s+(?:it|this|that|this one|that one)(?:\s+since\s+(?:the\s+(?:agency|intern|old\s+\p{L}+)\s+left|forever|ages|then))?`,
  String.raw`(?:i|we)\s+(?:${ADVERB}\s+|do\s+|not\s+|don['’]?t\s+|no longer\s+)+need\s+(?:it|this one|that one)(?:\s+(?:any ?more|anyway|now|at all))*`,
  String.raw`(?:it|this|that|this one)(?:['’]?s|\s+is|\s+was)\s+(?:${ADVERB}\s+)*(?:not needed|no longer needed|useless|pointless|obsolete|outdated|out of date|a mess|wrong|stale|redundant|a duplicate|not used|unused|clutter)(?:\s+(?:any ?more|anyway|now))*`,
  // "client changed mind"
  String.raw`(?:i|we|he|she|they|${STAFF})\s+(?:has\s+|have\s+|['’]ve\s+)?(?:${ADVERB}\s+)*changed\s+(?:(?:my|our|his|her|their|the|its)\s+)?minds?(?:\s+(?:again|about (?:it|that)))?`,
  // "they mess up the numbers"
  String.raw`(?:they|it|that|this|those|these)\s+(?:${ADVERB}\s+)*(?:mess(?:es)?|skews?|distorts?|inflates?|spoils?|ruins?|confuses?|clutters?|pollutes?|screws?)(?:\s+(?:up|with))?(?:\s+(?:the|my|our|all))?\s+(?:(?:(?:click|open|conversion|response|bounce)[ -]?(?:through\s+)?)?rates?|numbers?|figures?|stats|statistics|results?|reports?|reporting|data|averages?|picture|it|us|me|everything|things)`,
  // "hope ur having a good week", "hope all is well"
  String.raw`(?:(?:hi+|hello+|hey+|morning|hiya)[\s,]+)?(?:i\s+|we\s+)?(?:hope|hoping|trust)(?:\s+(?:ur|u|ya|y['’]?all|you|you['’]re|youre|your|this|all|everything|everyone|is|are|going|doing|well|good|great|fine|lovely|nice|finds?|had|have|having|has|a|an|the|week|weekend|day|morning|afternoon|monday|friday|start|started|off|to|so|far|been|treating|email|mail|message|holidays?|vacation))+`,
  // "I'm preparing a coffee club"
  String.raw`(?:i['’]?m|i am|we['’]?re|we are|${STAFF} (?:is|are))\s+(?:${ADVERB}\s+)*${DOES}\s+(?:a|an|the|our|some|this|another|my)\s+(?!.*\b(?:for|to|of|who|whose|that|with|from|in|at|on|by|about|among|where|crowds?|people|folks|customers?|\p{L}{2,}(?:ers|ors|ists|ians))\b)[\p{L}\p{N}'’ -]{2,40}`,
  // "can you make it?", "is that possible"
  String.raw`(?:can|could|would|will)\s+(?:you|u|we|that|this)\s+(?:${ADVERB}\s+)*(?:make|do|manage|help|work)(?:\s+(?:it|this|that|with (?:it|this|that)|for (?:me|us)|me|us))*${WHEN}`,
  String.raw`(?:is|would)\s+(?:that|this|it)\s+(?:be\s+)?(?:possible|doable|ok|okay|feasible|alright)`,
  String.raw`(?:if|hope|does|do)\s+(?:that|this|it|you)\s+(?:makes?\s+sense|is\s+possible|can|could|get\s+(?:a|the)\s+(?:chance|minute|moment))`,
  // "…, that's all"
  String.raw`(?:that['’]?s|that\s+is|thats)\s+(?:all|it)(?:\s+(?:for\s+now|really|thanks|i\s+need|we\s+need))*`,
  String.raw`(?:no\s+(?:rush|hurry|stress|pressure|worries)|whenever\s+you\s+(?:can|have (?:a|the) (?:time|minute|moment))|when(?:ever)?\s+you\s+get\s+(?:a|the)\s+(?:chance|minute|moment)|sorry\s+(?:for|about)\s+(?:the\s+)?(?:rush|hassle|confusion|noise|spam|trouble|bother|typos|back and forth)|long\s+story\s+short|you\s+know|as\s+(?:you\s+know|discussed|agreed|promised|mentioned|usual)|between\s+us|for\s+what\s+it['’]?s\s+worth|my\s+bad|(?:i\s+)?(?:really\s+)?appreciate\s+it|(?:i\s+)?owe\s+you\s+one|help\s+me\s+out|thanks\s+for\s+(?:your|the|all\s+the|all\s+your)\s+help)`,
  // "only the number"
  String.raw`(?:i\s+|we\s+)?(?:(?:just|only|all\s+(?:i|we)\s+need\s+is|need|want)\s+)+(?:the|a|one)\s+(?:number|count|total|figure|headcount|head\s+count)(?:\s+(?:please|pls|is\s+(?:fine|enough|ok|okay)|will\s+do|for\s+now))*`,
  String.raw`(?:the\s+)?(?:number|count|total|figure|headcount|head\s+count)s?\s+only(?:\s+(?:please|pls|for\s+now))*`,
  // "don't need the names"
  String.raw`(?:i\s+|we\s+)?(?:really\s+)?(?:do\s+not|don['’]?t|dont)\s+need\s+(?:(?:the|any|all|their|individual|actual)\s+)*(?:names|details|member\s+list|list\s+of\s+(?:names|members|people))(?:\s+(?:themselves|yet|now|though|please|pls))*`,
  // “…, how many?”
  String.raw`how\s+many(?:\s+(?:is|are)\s+(?:that|it|they|those|these|there))?`,
  // "rest stays", "everything else the same"
  String.raw`(?:(?:all\s+)?(?:the\s+)?(?:rest|others?|everything\s+else|all\s+else)\s+(?:stays?|remains?|is\s+fine|is\s+ok|unchanged|(?:stays?\s+|remains?\s+|is\s+)?(?:the\s+same|as\s+(?:it\s+)?is|as\s+before))|same\s+otherwise)`,
  // "nothing else changed", "original stays like it is"
  String.raw`(?:(?:the\s+)?(?:original|rest|old\s+one|first\s+one|source)\s+(?:(?:should|can|must|is\s+to|has\s+to)\s+)?(?:stays?|remains?|keeps?|is\s+kept|is)\s+(?:as\s+|like\s+)?(?:it\s+is|it\s+was|is|the\s+same|unchanged|untouched|intact|put|alone)|nothing\s+else\s+(?:changes|changed|is\s+different|different|to\s+change)|no\s+other\s+changes?|otherwise\s+(?:identical|the\s+same|unchanged)|(?:keep|leave)\s+(?:the\s+original|everything\s+else|the\s+rest|the\s+members)\s+(?:as\s+(?:it|they)\s+(?:is|are)|alone|unchanged|untouched|the\s+same)|(?:do\s+not|don['’]?t)\s+(?:touch|change)\s+(?:the\s+original|anything\s+else|the\s+rest|the\s+members|who\s+is\s+in\s+it|who['’]s\s+in\s+it|its\s+members)|(?:the\s+)?members\s+(?:stay|remain)\s+(?:as\s+they\s+are|the\s+same|unchanged))`,
  // "the audit requires it"
  String.raw`(?:the\s+|our\s+)?(?:audit|auditors?|compliance|policy|law|gdpr|regulation|regulators?|procedure|process|contract|security|it)\s+(?:requires?|needs?|wants?|demands?|says|asks\s+for|insists\s+on)\s+(?:it|this|that|so)`,
  // "list for txt blast", as the subject of a forwarded letter
  String.raw`(?:fwd?|re)\s*:\s*(?:(?:fwd?|re)\s*:\s*)*(?:(?:a|the|our|my)\s+)?(?:lists?|segments?|audiences?|groups?|numbers?|counts?|request|data|question)\s+for\s+(?:(?:the|our|a)\s+)?(?:[\p{L}'’]+\s+){0,2}${OCCASION}`,
  // "my sunset flow needs them"
  String.raw`(?:my|our|the|this|that)\s+(?:(?!(?:and|or|but|who|that|with|in|from|of|for)\b)[\p{L}'’-]+\s+){0,3}?${OCCASION}\s+(?:${ADVERB}\s+)*(?:needs?|wants?|requires?|uses?|is\s+(?:for|waiting\s+for)|depends?\s+on)\s+(?:them|those|these|it|this|that)`,
  String.raw`sent\s+from\s+my\s+\p{L}+(?:\s+\p{L}+)?`,
].map((pattern) => new RegExp(String.raw`^[\s>"]*${JOINED}(?:${pattern})[\s"]*$`, 'iu'))

/** Where a clause may begin or end. The marks belong to neither. */
const BREAK = /[.!?;,()\n–—…]+|\s-+\s/gu
/** Within a sentence a clause of its own may begin so. */
const JOINT = /\s(?=(?:and|but|so|because|cause|bc|since|as|although|though)\s)/giu

/** Words before what is asked, which say who asks for it: "my boss wants", "client came back:", "from the brief:". */
const LEADS: readonly RegExp[] = [
  String.raw`(?:(?:so+|ok|okay|well|basically|right|look|now|hey|hi|um+|uh)[\s,]+){0,4}(?:he|she|${STAFF})\s+(?:${ADVERB}\s+|has\s+|have\s+)*(?:wants?|wanted|needs?|would (?:like|love)|['’]d (?:like|love)|asked(?:\s+(?:me|us))?(?:\s+for)?|asks?(?:\s+(?:me|us))?(?:\s+for)?|(?:is|are)\s+(?:asking(?:\s+(?:me|us))?\s+for|after|looking\s+for)|requests?|requested|wonders?|wondered|(?:is|are)\s+wondering)(?:\s+to\s+(?:see|know|have|get|target|find|look\s+at|reach))?(?:\s+(?:if|whether))?(?:\s*[:,–-]\s*|\s+)(?:like\s*,\s*)?`,
  String.raw`(?:(?:so+|ok|okay|well|hi|hey|hello)[\s,]+){0,3}${STAFF}\s+(?:${ADVERB}\s+|has\s+|have\s+)*(?:says?|said|writes?|wrote|replied|replies|asks?|asked|(?:came|comes|got)\s+back|told\s+(?:me|us)|(?:sent|forwarded)\s+(?:me\s+|us\s+)?this)(?:\s+(?:to\s+)?(?:me|us))?\s*[:–-]\s*`,
  String.raw`(?:(?:pasted|pasting|copied|copying|copy\s*-?\s*pasted|taken|straight|directly)\s+){0,2}(?:from|per|as\s+per|according\s+to|see)\s+${STAFF}(?:['’]s)?(?:\s+(?:brief|briefing|e-?mail|mail|note|request|message|ticket|wish|list|slack))?\s*[:,–-]\s*`,
  String.raw`(?:fwd?|re|aw|wg)\s*:\s*`,
  String.raw`(?:(?:so|ok|okay|hi|hey|hello)[\s,]+){0,2}for\s+(?<what>(?:(?:the|our|my|a|an|this|next|some|tomorrow['’]?s|today['’]?s)\s+)?(?:[\p{L}'’-]+\s+){0,3}?${OCCASION})(?:\s*[:,–-]\s*|\s+(?=(?:please\s+)?(?:(?:i|we)\s*(?:['’]d\s+|would\s+|only\s+|just\s+|really\s+)*(?:want|need|like|['’]?m\s+after|['’]?re\s+after|am\s+after|are\s+after|['’]?(?:m|re)\s+looking\s+for)|(?:give|get|find|show|pull|list)\s+(?:me|us))\b))`,
].map((pattern) => new RegExp(String.raw`(?<=^|[.!?;:,\n>]\s*)${pattern}`, 'giu'))

/** "for the preview event" at the end: what they are looked for for. What was done “for” something is no such thing, nor is what scores, nor “60 for the email”. */
const PURPOSE = new RegExp(
  String.raw`(?<![\p{L}]{2,}(?:ed|ing|up|in|out|nt|n't)|\b(?:bought|buy|buys|spent|spend|paid|pay|came|went|got|get|sent|shop|order|orders|code|codes|consent|optins?|opt-?ins?|vote|ticket|tickets|than|bonus|points?|preference|credit|plus|weight\s+\d+)|(?:^|[,;:.]|\b(?:and|make it|use|to|be))\s*\d+(?:\s+(?:days?|weeks?|months?))?)\s*,?\s+for\s+(?<what>(?:(?:the|our|my|a|an|this|next|some|tomorrow['’]?s|today['’]?s|his|her|their)\s+)?(?:[\p{L}'’-]+\s+){0,3}?${OCCASION})(?=\s*(?:$|[.!?;,)\n]|\s-\s|(?:please|pls|asap|thanks|thx)\b))`,
  'giu',
)
const SMALL = /^(?:the|our|my|a|an|this|next|some|his|her|their|for)$/iu

/** The lines of a letter that was passed on: who signs it, and what quotes it. */
const PASSED_ON = /^[ \t]*>+(?![=>]|[ \t]*[$€£]?\d)|(?<=\n[\s>]*)tx[ ,]+\p{L}+\.?[ \t]*$/gmu

/** Which columns a file should have: it says whom nobody looks for. */
const COLUMNS =
  /(?:(?<=[.;,\n(]\s*)|\bwith\s+)(?:(?:just|only|the|these)\s+)*(?:columns?|fields?)(?:\s+(?:are|should be|needed))?\s*[:=]?\s+[\p{L}\p{N} ,&/_-]+?(?=\s*(?:$|[.!?;\n)]))/giu
/** An export has the columns that are named. */
const EXPORTS =
  /^\W*(?:(?:please|pls|can|could|would|will|you|now|ok|okay|i|we|want|need|like|to)\s+)*(?:export|download|extract|dump)\b/iu
const FILE = /\b(?:csv|excel|xlsx|spreadsheet|file|export|download)\b/iu

/** Signs of faces and laughter. A heart stands behind thanks: “<3 orders” is a number. */
const FACES =
  /(?<=^|[\s.,!?])(?:[:;=][-'’]?[)(DPpOo/|\]]+|(?<=(?:^|[.!?,]|thanks|thank you|thx|ty|please|pls|love|you|u)\s*)<3+(?=\s*(?:$|[.!?,]))|\^\^|xd|lol|lmao|haha+|hehe+|x{2,}|xo+xo*)(?=$|[\s.,!?])|(?:\p{Extended_Pictographic}|\u200d|\ufe0f)+/giu

/**
 * What a message says of whoever asks, of why, and of when it is needed: none of it says whom is looked for. Clauses
 * are noise as wholes; a word in them that could say more leaves them where they are. A message of nothing else is
 * no aside. `isFree` answers for a word that names nothing in the company's data.
 */
export function asidesIn(text: string, isFree: (word: string) => boolean): Stretch[] {
  const found: Stretch[] = []
  const plain = text.replaceAll(FACES, dots).replaceAll(PASSED_ON, dots)
  for (const [start, end] of clausesIn(plain))
    if (CLAUSES.some((clause) => clause.test(plain.slice(start, end)))) found.push({ start, end })
  for (const lead of LEADS)
    for (const match of plain.matchAll(lead)) {
      if (!namesNothing(match, isFree)) continue
      const end = match.index + match[0].length
      found.push({ start: match.index, end }, ...quotesAround(text, end))
    }
  // "swap the ad for an email" says what comes in its place.
  for (const match of EXCHANGES.test(text) ? [] : text.matchAll(PURPOSE)) {
    if (namesNothing(match, isFree)) found.push(stretchOf(match))
  }
  for (const match of [...text.matchAll(FACES), ...text.matchAll(PASSED_ON)]) found.push(stretchOf(match))
  if (FILE.test(text) && !EXPORTS.test(text))
    for (const match of text.matchAll(COLUMNS)) found.push(stretchOf(match))
  return leavesSomething(text, found) ? found : []
}

const EXCHANGES =
  /^\W*(?:(?:and|now|please|ok|okay|then|can you|could you)\W+)*(?:swap|exchange|trade|substitute|switch)\b/iu

/** An occasion that the company’s data knows, such as a campaign, may say whom is looked for. */
const namesNothing = ({ groups }: RegExpMatchArray, isFree: (word: string) => boolean): boolean =>
  (groups?.['what'] ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '' && !SMALL.test(word))
    .every(isFree)

const dots = (words: string): string => '.'.repeat(words.length)

/** A clause that ends at a joining word goes over this many of them at most; all may go on to the next break. */
const MOST_JOINTS = 12

/** Stretches between breaks, and those that begin at a joining word within them. */
function clausesIn(text: string): (readonly [start: number, end: number])[] {
  const ends = [...text.matchAll(BREAK)].map((match) => [match.index, match.index + match[0].length] as const)
  const clauses: (readonly [number, number])[] = []
  let start = 0
  for (const [end, next] of [...ends, [text.length, text.length] as const]) {
    const joints = [...text.slice(start, end).matchAll(JOINT)].map(({ index }) => start + index)
    const [edges, last] = [[start, ...joints], end]
    for (const [i, from] of edges.entries())
      for (const to of [...joints.slice(i, i + MOST_JOINTS), last]) if (to > from) clauses.push([from, to])
    start = next
  }
  return clauses
}

/** "client writes: '…'": the quotation is what is asked. */
function quotesAround(text: string, at: number): Stretch[] {
  const mark = text[at] ?? ''
  const closing = { "'": "'", '"': '"', '“': '”', '‘': '’', '«': '»' }[mark]
  if (closing === undefined) return []
  const end = text.lastIndexOf(closing)
  if (end <= at || text.slice(at + 1, end).split(/\s+/u).length < 3) return []
  return [
    { start: at, end: at + 1 },
    { start: end, end: end + 1 },
  ]
}

const leavesSomething = (text: string, found: readonly Stretch[]): boolean =>
  /[\p{L}\p{N}]{2,}/u.test(blank(text, found))

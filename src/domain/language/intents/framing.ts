import { beginsCorner } from '../../conditions/profile/corner-phrases.ts'
import { everyOrder } from '../grammar/every-order.ts'
import { leavesOutAt } from '../grammar/left-out-words.ts'
import { phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'

export interface Framing {
  readonly intent: 'count' | 'create'
  /** The first token of what is asked. */
  readonly start: number
  /** Whether there was any framing: a message with one begins anew. */
  readonly framed: boolean
  /** An ideal customer profile or a persona is asked for: companies, or the people there. */
  readonly profile?: 'company' | 'person'
  /** A file of them is asked for. */
  readonly file?: true
}

const THING = 'segment|audience|cohort|group|list|segments|audiences'
const create = phrase(
  `create|make|build|save|define|generate|add|set|start|produce|prepare up? me|us? a|an|the|my|one|another? new? customer|dynamic|static|saved? ${THING} of|for|with|from|containing|where|that|called|including?`,
  `new customer? ${THING} of|for|with|containing?`,
  `a|an|one|make|build|create|want one|single|new? ${THING} out of`,
  `a|an|one single|new? ${THING} made|built|composed up|out? of|from`,
  `new ${THING} out of`,
  `create|make|build|save|define a|an|the? new? ${THING} that|which contains|includes|has|covers|holds|targets?`,
  `i|we need|want|would a|an|the? new? ${THING} of|for|with|containing?`,
)
const FILE = 'csv|excel|xlsx|spreadsheet|file|export|download'
const COLUMNS =
  'the|all|their|a|an? email|emails|mail|phone|phones|contact|contacts|csv|list|names addresses|address|numbers|number|details|data|info? and|plus|,?'
/** What alone is no people to be found: whoever asks for them asks for a file. */
const REACH =
  'the|their|all? customer|email|mail|phone|mobile|first|last|full? emails|email|mails|phones|phone|ids|names|addresses|numbers address|addresses|number|numbers? and|plus|&|,?'
const file = phrase(
  `pull|get|give|send|make|create|export|download|prepare|need|want|generate|have|share|grab me|us? a|an|the? csv|excel|new? ${FILE} of|with|for|containing|from`,
  `a|an|the? csv|excel? ${FILE} of|with|for|containing|from`,
  `export|download|extract|dump ${COLUMNS} for|of|from|with`,
  `export|download|extract|dump ${COLUMNS} ${COLUMNS} for|of|from|with`,
  ...['', ` ${REACH}`].map(
    (more) =>
      `pull|get|give|send|grab|fetch|need|want|have|export|download me|us? just|only? hashed? ${REACH}${more} for|of|from`,
  ),
  'export|download|extract|dump all|the|our|my|every|me? of? the?',
)
const MAKE = 'create|make|build|define|draft|design|generate|sketch|propose|suggest|start|save|add|want|need'
const GIVEN = 'me|us? a|an|the|my|our|another? new|first|draft|ideal|buyer|target?'
const BEHIND = 'of|for|from|with|around|targeting|where|that|called|based|on|out|containing|:?'
const icp = phrase(
  `${MAKE} ${GIVEN} icp|icps ${BEHIND} on|of?`,
  `${MAKE} ${GIVEN} ideal? customer profile|profiles ${BEHIND} on|of?`,
  `${MAKE} ${GIVEN} target account|company list|profile ${BEHIND} on|of?`,
  'set|put up|together a|an|the|our? icp of|for|from|with|:?',
  'our|the|my|new|an? icp is|:|=|of|for',
  'our|the|my|an? ideal customer|customers|client|clients|account|accounts|company|companies is|are|=|:',
  'icp is|:|=|of|for',
  'ideal customer profile|profiles is|:|=|of|for',
)
const persona = phrase(
  `${MAKE} ${GIVEN} persona|personas ${BEHIND} on|of?`,
  'set|put up|together a|an|the|our? persona of|for|from|with|:?',
  'our|the|my|new|a? persona is|:|=|of|for',
  'persona is|:|=|of|for',
)
const idea = phrase(
  `${THING} idea|name|definition|request :?`,
  `${THING} : of?`,
  `${THING} of|for|with|containing|where`,
  'idea :',
  'the? criteria|brief|request|spec|specs|definition|filters from|by the|our|my? client|boss|team|brand|agency|manager :',
  `a|an|the? ${THING} of|for|with|containing`,
  'target : audience?',
)
const count = phrase(
  'how many|big|large of|is|are|was|were?',
  'how many of them|these|those|our|my|the',
  'how much people|customers|persons|users|buyers|members of?',
  'and how many of? them|these|those|our|my|the?',
  'what is|are the? headcount|head|member|customer|people count|number of|in?',
  'what is the? headcount|size|membership of|in',
  'headcount of|in',
  'head|member count of|in',
  'ok|okay|so|well|fine|alright ,? then',
  'how many do we have|know',
  'what is the number|count|size of',
  'what number of',
  'count|number of?',
  'count how many',
  'just? tell|give me|us? the? number|count of',
  'gimme',
  'and? then? put|throw|drop|place in|into|inside it|this|there?',
  'and? then? fill|populate|stock it|this|that|them? with',
  'after|with that|this done? :|,',
  "i|we would|d|'d? like|love|want|prefer|need? to start|begin|kick off? with|from|by",
  "i|we would|d|'d? rather|prefer to? see|have|get|look? at?",
  'build|create',
  'can|could|would|will you|u|we? please? set|put up|together something for|around|with?',
  'set|put up|together something for|around|with?',
  'send me|us a|the? list|number|count of',
  'a|the list|number|count of',
  'show|list|find|get|give|pull|display|fetch|select|return|identify|see|view|grab|bring|report me|us? all|up|back|out?',
  'tell me|us who|how|which|what many|are|is?',
  'who are|is|were|else?',
  'who',
  'which|what of? our|my? of?',
  'i|we only|just|really? want|need|like|would|wish|d to? like|love? to? find|see|know|get|target|reach|have|count|look|contact|list? at|all?',
  'i am looking for',
  'i|we am|are|have|had|was|were? been? just|currently|now|also|mainly|mostly|only|really|still|again? looking|looked|browsing at|into|through|over?',
  'save|store',
  'we|i only? sell|market|cater|pitch to',
  'i|we search|seek for?',
  'we are looking|searching for',
  'i am|we are after|trying to? find|get|see|reach?',
  'need all|every|everyone|everybody?',
  'looking|searching for',
  'target|reach|include|search|query|filter|pick|choose|take|use|start with|for?',
  'search|pick|choose out',
  'let us? see|look|find|target|get at?',
  'do we have',
  'are there any?',
  'is|are there',
  'can|could|would|will you|u|we|i please?',
  'can|could you|u please? pull|get|give|find|show|grab|send me|us? up|a|the? list? of? all?',
  'gimme|lemme see|have|get?',
  'need|want a|an|the list|segment|audience|export of|for|with?',
  "i|we would|d|'d? like|want|need|plan|hope|wish|wanted|trying to reach|speak|talk|write|get|send|market|follow out|back|up? to|with?",
  'i|we am|are|re? targeting|after|interested in?',
  'how about',
  'first|firstly ,? take|get|find|pick|show|start with?',
  'interested in',
  'please',
  'so|ok|okay|hi|hello|hey|now|right|great|well|thanks|also',
  'i would|d like to? see|find|get|have|know?',
  'all of? the?',
  'me|us',
  'want|need|looking to|for see|find|get?',
  'next',
  'question',
  'what about',
  'to find|see|get|target|reach',
  'what|how would it|that|this|things look like? if we|i took|take|pulled|went after|targeted|included|had|kept everything|everyone|everybody|all|anything?',
  'what if we|i took|take|pulled|went after|targeted|included everything|everyone|everybody|all|anything?',
  'what happens|do we get if we|i took|take|pull|pulled|target|targeted|include everything|everyone|everybody|all?',
)
/** Words that may begin a follow-up as well. */
const SOFT =
  /^(?:please|so|ok|okay|hi|hello|hey|now|right|well|thanks|also|who|which|what|include|use|target|take|pick|filter|start|can|could|would|will|great)$/
const punctuation = phrase(',', ':', '-', '->', '!', '.', 'asap', 'maybe|perhaps|um|uh|kindly|quickly|just')

/** What stood before them is set aside. */
const leading = phrase('.|,|:|;|-|!')

/** "store buyers" bought there. */
const saysWhere = ({ tokens }: Reading, at: number): boolean =>
  tokens[at]?.word === 'store' &&
  /^(?:buyers?|shoppers?|purchasers?|customers?|orders?|purchases?|visitors?|only)$/.test(
    tokens[at + 1]?.word ?? '',
  )

const ASKED = /^(?:who|whom|many)$/
const mayWe = phrase('can|could|may we|i')
const ofReach = (reading: Reading, at: number): boolean =>
  mayWe(reading, at) >= 0 && reading.unit(reading, at)?.value.criteria !== undefined

/** Reads what stands before the people: "create a segment of", "how many", "show me". */
export function framingOf(reading: Reading, from: number, to: number): Framing {
  let start = from
  let intent: Framing['intent'] = 'count'
  let framed = false
  let profile: Framing['profile']
  let written = false
  for (let i = 0; i < 8 && start < to; i++) {
    // "who can I text in Texas" asks for those who may be.
    if (start > from && ASKED.test(reading.tokens[start - 1]?.word ?? '') && ofReach(reading, start)) break
    // "all of their orders …" is said of orders.
    if (everyOrder(reading, start) >= 0) break
    // “Right, show me …”, but “right company, wrong person”.
    if (beginsCorner(reading, start) || saysWhere(reading, start)) break
    if (leavesOutAt(reading, start)) break
    const [company, person] = [icp(reading, start), persona(reading, start)]
    if (Math.max(company, person) >= 0) profile = person > company ? 'person' : 'company'
    const asFile = file(reading, start)
    written ||= asFile >= 0
    const made = Math.max(create(reading, start), idea(reading, start), company, person, asFile)
    const asked = count(reading, start)
    const next = Math.max(made, asked)
    // "Need Attention" is a segment.
    const named = next < 0 ? undefined : reading.unit(reading, start)
    if (named?.value.nominal === true && named.end > next) break
    if (next < 0) {
      const sign = start > from || leading(reading, start) >= 0 ? punctuation(reading, start) : -1
      if (sign < 0) break
      start = sign
      continue
    }
    if (create(reading, start) >= asked) intent = create(reading, start) >= 0 ? 'create' : intent
    if (asFile >= 0) intent = 'create'
    framed ||= !SOFT.test(reading.tokens[start]?.word ?? '')
    start = next
  }
  return {
    intent,
    start: Math.min(start, to),
    framed,
    ...(profile === undefined ? {} : { profile }),
    ...(written ? { file: true } : {}),
  }
}

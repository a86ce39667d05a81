import { DICTIONARY_FIELDS, type DictionaryField } from '../../vocabulary/dictionary.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { type Commanded, done } from './commanded.ts'
import { pickIn, sizeAt } from './list-pick.ts'
import { everyOne, whichThereAre } from './which-there-are.ts'
import { afterCourtesy, isOver } from './whole.ts'

const THINGS = 'segments|audiences|lists'
const OF_THEM = 'all|my|our|the|of? my|our|the? saved|existing|available|custom|current|imported?'
const THERE =
  'have|do|did|are|were|is? we|i|you|there|our|my? already|currently? got|have|exist|saved|defined|made|kept? saved|stored|defined|around|here? right? now|currently|already|today?'
const MADE =
  'import|imported|upload|uploaded|load|loaded|bring|brought|get|got|make|made|build|built|create|created|save|saved|sync|synced'
const MOST =
  'biggest|largest|smallest|most|fewest|biggest|bigger|smaller|largest|tiniest|populous? people|members|customers|contacts|populous? in? it|them?'
const ONE = 'segment|audience|list'
const SO_MANY = '2|3|4|5|6|7|8|9|10|two|three|four|five|six|seven|eight|nine|ten'
const HAVE = 'do|does we|i|you|anyone already? have'
const GOT = 'have we|i|you already? got?'
const ABOUT = 'called|named|with|about|like|for|containing'
const listSegments = phrase(
  ...whichThereAre(THINGS),
  ...everyOne(ONE),
  `all ${OF_THEM} ${THINGS} that|which? exist|exists|there? are|is?`,
  ...[`${SO_MANY} ${MOST}`, `top|biggest|largest|smallest ${SO_MANY}`, MOST].flatMap((most) => [
    `show|list|see|view|give|tell|name me|us? my|our|the? ${most} ${ONE}|${THINGS} ${THERE}`,
    `what|which is|are my|our|the? ${most} ${ONE}|${THINGS} ${THERE}`,
    `my|our|the? ${most} ${ONE}|${THINGS} ${THERE}`,
    `show|list|see|view|give|tell|name me|us? my|our|the? ${most} rfm? ${ONE}|${THINGS} by? size|members|count?`,
    `what|which is|are|'s? my|our|the? ${most} rfm? ${ONE}|${THINGS} by? size|members|count?`,
    `my|our|the? ${most} rfm? ${ONE}|${THINGS} by? size|members|count?`,
    `my|our|the? ${most} of all|my|our|the? my|our|the? saved|imported|rfm? ${THINGS}`,
  ]),
  `show|list|see|view|give|tell|name me|us? what|which? my|our|the|all? rfm segments|groups ${THERE}`,
  `what|which are? my|our|the? rfm segments|groups ${THERE}?`,
  `show|list|see|view|give|tell|name me|us? what|which? my|our|the|all? rfm segments|groups`,
  `show|list|see|view|give|tell|name me|us? my|our|the? ${SO_MANY} ${THINGS} with|that|which have|has? the? ${MOST}`,
  ...[THINGS, `${THINGS} and|or|, our|the|my? ${THINGS}`].flatMap((things) => [
    `list|show|what|which|see|view|get|display|give me|us? are|is? ${OF_THEM} ${things}`,
    `what|which ${things} ${THERE}`,
    `what|which segment|list|audience is|has|contains|holds|counts the? ${MOST}`,
    `what|which is|are|'s the|our|my ${MOST} segment|list|audience`,
    `how big|large|many are|is each|all|every|any of? ${OF_THEM} ${things}`,
    `how big|large is|are our|my|the|these? saved|imported? ${things}`,
    `what is|are the? size|sizes|counts of each|all|every? of? ${OF_THEM} ${things}`,
    `what|which ${things} did|have|do|had we|i|you|they already? ${MADE} in|from? klaviyo|shopify|mailchimp|elsewhere?`,
    `what|which ${things} are|were|got|have|has been? already? ${MADE} in|from? klaviyo|shopify|mailchimp|elsewhere?`,
    things,
    'segment|segments list|overview|summary',
    `list|show|see|view|get|give|open|display me|us? a|an|the? list|overview|table|summary of ${OF_THEM} ${things}`,
    `a|an|the? list|overview|summary of ${OF_THEM} ${things}`,
    `open ${OF_THEM} ${things}`,
    `tell|show me|us what|which ${OF_THEM} ${things} ${THERE}`,
    `tell|show me|us what|which ${OF_THEM} ${things} i|we|you|there are|have got? already|now?`,
    `what|which saved|existing|custom|own|other ${things} ${THERE}`,
    `what|which ${OF_THEM} ${things} is|are available|saved|existing|there|around|set|defined|stored up? already|now|here?`,
    `what do|have we|i|you have|got in terms|matters|way of ${things}`,
    `what do|have we|i|you have|got saved|stored|set up?`,
    `${HAVE} any ${things} yet|already|so|saved far?`,
    `are|were there any|some? ${OF_THEM} ${things} yet|already|saved`,
    `${HAVE} any|some? ${things}`,
    `${GOT} any|some? ${things}`,
    `are|were there any|some? ${OF_THEM} ${things}`,
    `any ${things}`,
    `my|our|the saved? ${things}`,
    `find|search|look for? any|all|the? ${things}`,
    `any saved|existing|own ${things}`,
    `show|list|see|view|give me|us? all|every|the|of? the|my|our? ${things} i|we|you have? got|have|saved|made|built|created|kept?`,
    `show|list|see|view|give|tell me|us? everything|all|what|whatever that|which? i|we|you have? already? saved|stored|kept|built|made`,
    `what|which have i|we|you already? saved|stored|kept|built`,
    `what is|are already? saved|stored`,
    `what|which of? ${OF_THEM} ${things} is|are|has|have the? ${MOST}`,
    `what|which one? of ${OF_THEM} ${things} is|are|has|have the? ${MOST}`,
    `what|which is|are ${OF_THEM} ${MOST} ${things}`,
    `show|list|give|tell me|us? ${OF_THEM} ${MOST} ${things}`,
    `${OF_THEM} ${MOST} ${things}`,
    `rank|order|sort|list ${OF_THEM} ${things} by|from|in? size|members|count|number|order|largest|biggest|smallest? of|to? size|smallest|largest|biggest?`,
    `what|which ${things} are|is|have|has|contain|contains|hold|holds empty|nobody|no|zero|0 one|members|customers|people? in? them|it?`,
    `what|which ${things} is|are nobody|noone in|on`,
    `are|is there any? empty ${things}`,
    `empty ${things}`,
  ]),
)

/** "do we have something with “engaged” in the name?", "is there a list for wholesale?" */
const anySuch = phrase(
  `${HAVE} something|anything ${ABOUT}`,
  `${GOT} something|anything ${ABOUT}`,
  `is|was there something|anything already? ${ABOUT}`,
  `${HAVE} a|any segment|list|audience ${ABOUT}`,
  `${GOT} a|any segment|list|audience ${ABOUT}`,
  `is|was there already? a|any segment|list|audience already? ${ABOUT}`,
  `find|search|look for? a|the? segment|list|audience ${ABOUT}`,
  `there was|is|must|should be? a|some|one segment|list|audience somewhere? ${ABOUT}`,
)
const thingNamed = phrase(
  `any|anything|something|everything|things|all segments|lists|audiences? that|which? ${ABOUT}|has|have`,
)
const inTheName = phrase('in|as|within the|its|their? name|names|title|titles')

const order = phrase(
  ',? the? biggest|largest|smallest|newest|oldest first|last',
  ',? sorted|ordered|ranked? by size|name|members|count',
)
const inOrder = (reading: Reading, at: number): number => skip(reading, at, order)

const matching = phrase(
  'that|which? contain|contains|containing|matching|about|with|like|for|named|called|start|starts|starting|mention|mentions with?',
  'that|which use|uses|test|tests|check|checks|filter|filters|mention|mentions|rely|relies|look|looks|are|is about|on|for|at|built|based? on|with?',
  'whose name|names contains|contain|has|have|includes|include|mentions|mention|is|starts with?',
)

const what = phrase(
  'what|which|list|show|see|give me? are|is? all|me? the|our? of?',
  'what|which kinds|types of',
  'list|show all?',
)

const there = phrase(
  'are|do|have|is there|we|i|you|exist|available|have',
  'do|does we|i|you have|sell|stock|know|hold|use|offer|there?',
  'exist',
  'are there',
  'are available|known',
  'we|i have',
  'were|was there',
  'do|did|have we|i|you run|ran|sent|send|made|make|set up?',
  'have we|i|you got',
  'do|does our|the|my? customers|people|members|buyers have|use|carry|wear|get|buy',
  'are in use',
  'can|could|may|should i|we|you|one filter|use|ask|segment|query|search|select|choose|pick|go|build? for|on|by|with|about|from? in|here?',
  'do|does you|muster|it|we track|record|log|support|collect|store|keep|count|see|have',
  'are|is tracked|recorded|supported|collected|stored|logged|kept',
  'are being? used|set|known',
)
/** What the list says anyway: how many have each. */
const tally = phrase(
  ',? and how many people|customers|orders|members|of them? carry|have|has|use|hold|are|wear|is|there? in|with|of? each|them|it|one?',
  ',? and how often|common|many? each|they|is|are? of? each|them|it|they? is|are? used?',
  'with their|the? counts|sizes|numbers|size|count',
  ',? and how big|large|many|small? are|is each|they|every|all of? them|one?',
  ',? and what size|sizes are|is each|they|them',
  ',? and how many people|customers|members|contacts? are|is|sit in|on|inside? each|every|all of? them|one?',
  'by size|count|number',
)

const FIELD_WORDS: readonly (readonly [DictionaryField, Phrase])[] = [
  ['category', phrase('categories|category', 'product categories')],
  ['brand', phrase('brands|brand')],
  ['product', phrase('products|product|items')],
  ['country', phrase('countries|country')],
  ['region', phrase('regions|states|provinces')],
  ['city', phrase('cities|towns')],
  ['tags', phrase('tags|tag', 'customer tags')],
  ['campaign', phrase('campaigns|campaign')],
  ['event', phrase('events|event', 'event types')],
  ['channel', phrase('channels', 'sales|order channels')],
  ['device', phrase('devices')],
  ['discount_code', phrase('codes|coupons', 'discount|coupon|promo|voucher codes')],
]

export function listing(reading: Reading, start: number): Commanded | undefined {
  const such = anySuch(reading, start)
  if (such >= 0) return searched(reading, such)
  const named = thingNamed(reading, start)
  if (named >= 0 && reading.tokens.some((_, i) => i > named && inTheName(reading, i) >= 0))
    return searched(reading, named)
  const end = skip(reading, listSegments(reading, start), tally)
  if (end >= 0) {
    const said = matching(reading, end)
    const rest = afterCourtesy(reading, said >= 0 ? said : end)
    // The list says how many each has.
    const sized = sizeAt(reading, end)
    const whole = [
      rest,
      ...(sized === undefined ? [] : [afterCourtesy(reading, inOrder(reading, sized.end))]),
    ]
    if (whole.some((at) => at >= reading.tokens.length)) {
      const pick = pickIn(reading, rest >= reading.tokens.length ? undefined : sized?.tests)
      return done({ do: 'list_segments', ...(pick === undefined ? {} : { pick }) })
    }
    if (said >= 0) return searched(reading, rest)
  }
  const opened = what(reading, start)
  if (opened < 0) return undefined
  for (const [field, words] of FIELD_WORDS) {
    const named = words(reading, opened)
    if (named < 0) continue
    const behind = there(reading, named)
    const rest = behind >= 0 ? (there(reading, behind) >= 0 ? there(reading, behind) : behind) : named
    if (!isOver(reading, skip(reading, rest, tally))) return undefined
    const known = DICTIONARY_FIELDS.find((one) => one === field)
    return done({ do: 'find_values', query: '', ...(known === undefined ? {} : { field: known }) })
  }
  return undefined
}

/** Why somebody asks is no part of a name, nor is whoever would be in it. */
const WHY_ASKED =
  /\s+(?:(?:before|so that|so|because|since|that) (?:i|we|you)\b.*|(?:which|what) (?:one|list|segment) .*)$/iu
const WHO_IS_IN = /\s+(?:people|customers|folks|ones|already|yet)$/iu

/** The rest of the message is a part of a name. */
function searched(reading: Reading, from: number): Commanded {
  const { tokens } = reading
  const at = tokens.findIndex((_, i) => i > from && inTheName(reading, i) >= 0)
  const search = tokens
    .slice(from, at < 0 ? tokens.length : at)
    .filter((token, i, all) => token.kind !== 'sign' && token.start !== all[i - 1]?.start)
    .map((token) => (token.kind === 'quoted' ? token.word : token.text))
    .join(' ')
  const text = search.replace(WHY_ASKED, '').replace(WHO_IS_IN, '').trim()
  return done({ do: 'list_segments', ...(text === '' ? {} : { search: text }) })
}

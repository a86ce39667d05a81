import { type Phrase, phrase } from '../grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../grammar/reading.ts'

export const make = phrase(
  'do|create|make|build|draft|define|design|generate|add|start|sketch|propose|put|need|want|new|save|needs up|together?',
  'set it|this|that|them? up?',
  'would like',
  "'d like",
  'should have',
)
export const filler = phrase(
  "a|an|the|my|our|another|one|first|draft|b2b|same|also|too|up|together|there|it|this|that|is|'s|now|us|me|i|we|as|into|whichever",
  'as well',
  'in addition',
)
const customerIcp = phrase('shop|customer|shopper|buyer|consumer|b2c icp|icps')
const companyIcp = phrase('company|account|firm|b2b icp|icps')
const icpNoun = phrase(
  'icp|icps',
  'favourite|favorite|dream|perfect|target|core|main|primary icp|icps',
  'ideal customer profile|profiles',
)
const companyNoun = phrase(
  'ideal company|account profile|profiles',
  'our|the? target|ideal|dream|perfect company|account|customer? profile|profiles',
)
/** “Ideal company for us is …” */
const idealIs = phrase(
  'our|the? ideal|target|dream|perfect company|account|business|accounts|companies for? us? is|are|:|=|looks like?',
  'our|the? best fit|fitting company|account|business|accounts|companies for? us? is|are|:|=|looks like?',
  'our|the? ideal|target company|account|market :|is',
  'our|the sweet spot is|are|:|=|looks like?',
)
const idealCustomer = phrase(
  'our|the? ideal|dream|perfect customer|shopper|buyer|client for? us? is|:|=|looks like?',
  'our|the ideal|dream|perfect|best-fit customers|shoppers|buyers|clients for? us? are|:|=|look like?',
)
/** “Our ideal customers use Snowflake”: what follows tells of them. */
const idealThat = phrase('our|the ideal|dream|perfect|target customers|clients|accounts|companies|businesses')
const TELLS =
  /^(?:use|uses|run|have|hire|employ|work|make|do|earn|sell|need|raised|grow|grew|visited|sit|belong|operate|generate|turn|spend|buy|bought|ordered|live)$/
const personaNoun = phrase(
  'buyer|customer|sub? persona|personas',
  'subpersona|subpersonas',
  'who|whom we|i? sell to|into there?',
)
const profileNoun = phrase('customer? profile|profiles')
export const several = phrase('two|three|four|several|2|3|4 new? icps|personas|profiles')
export const inside = phrase(
  'under|inside|into|within|beneath|in|to|for|4 the|our|my? icp?',
  'that? lives|living|sits|belongs|goes under|inside|into|within|in|to the|our|my? icp?',
)
export const strictly = phrase(
  'under|inside|into|within|beneath the|our|my? icp?',
  'in|for|to the|our|my? icp',
)
export const both = phrase('both')
export const joint = phrase(', and|&?', 'and|&|+')
export const naming = phrase(
  'called|named|titled|entitled',
  'and|, call|name|title it|this|that as?',
  'call|name|title it|this|that as?',
  "i|we would|'d|will|shall|'ll? call|name it|this|that as?",
  'save|store|keep|file it|this|that? as|under',
  'the|its? name is|should|will|: be|:|=?',
  'name|title|named|called :|=|is',
)
export const who: readonly (readonly [Phrase, 'company' | 'customer'])[] = [
  [
    phrase(
      'over|for|of|about|on|among|amongst our|the|all|my? own? shop|store|webshop|web|online? shoppers|customers|buyers|subscribers|shop|store itself?',
      "over|for|of|about|on|among|amongst our|the|my? shop|store 's shoppers|customers|buyers",
      'in|from our|the? own? shop|store',
    ),
    'customer',
  ],
  [phrase('over|about|on our|the|all? companies|accounts|businesses'), 'company'],
]
/** Who asks for it: “for the US team”. */
const team = /^(?:team|reps|squad|folks|colleagues|department|deck|meeting)$/
export const link = phrase('->|→|=>')
export const describing = phrase('of|for|with|from|where|that|who|whose|targeting|around|looking|containing')
export const closing = phrase(':|=|->|.|;|(|-|–|—|,')

/** What should become of it once it is there. */
export const setLive = phrase(
  'and|then? set|put|make|take it|this|that|the? icp|persona? live|active|online right? away|now|immediately|directly|straight? away?',
  'and|then? go|goes live right? away|now|immediately?',
  'and|then? publish|activate|launch it|this|that right? away|now|immediately?',
)
export const keptDraft = phrase(
  'and|but|then? please? keep|leave|save it|this|that? as|in|a? a|an? draft status|mode|state? for|right? now?',
  'and|but|just|only? as a draft for? now?',
  'draft only|status for? now?',
  'do not set|make|put it|this|that live yet?',
)

export const article = phrase('a|an|the|my|our|new new?')

/** What is to be built, where a token names it; a bare “profile” only where something is made. */
export function nounAt(
  reading: Reading,
  { makes }: { readonly makes: boolean },
  at: number,
): Found<'icp' | 'persona'> | undefined {
  const persona = personaNoun(reading, at)
  if (persona >= 0) return { value: 'persona', end: persona }
  const icp = Math.max(
    icpNoun(reading, at),
    companyIcp(reading, at),
    customerIcp(reading, at),
    companyNoun(reading, at),
    idealIs(reading, at),
    idealCustomer(reading, at),
    makes ? profileNoun(reading, at) : -1,
    idealsAt(reading, at),
  )
  return icp < 0 ? undefined : { value: 'icp', end: icp }
}

/** Behind “our ideal customers” where a verb goes on, or -1. */
export function idealsAt(reading: Reading, at: number): number {
  const end = idealThat(reading, at)
  return TELLS.test(wordAt(reading, end)) ? end : -1
}

/** Whom it is about, where nothing else follows. */
export function whom(
  reading: Reading,
  words: Phrase,
  value: 'company' | 'customer',
  at: number,
  to: number,
): readonly Found<'company' | 'customer'>[] {
  const end = words(reading, at)
  if (end < 0) return []
  const over = end >= to || closing(reading, end) >= 0 || naming(reading, end) >= 0
  return over ? [{ value, end }] : []
}

/** The token behind “for the US team”, or -1. */
export function teamAt(reading: Reading, at: number): number {
  if (wordAt(reading, at) !== 'for') return -1
  for (let i = at + 1; i <= at + 4; i++) {
    if (team.test(wordAt(reading, i))) return /^(?:|\.|:|,|-|—)$/.test(wordAt(reading, i + 1)) ? i + 1 : -1
  }
  return -1
}

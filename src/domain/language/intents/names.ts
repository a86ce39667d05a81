import { anyCase } from './any-case.ts'
import { type Stretch, stretchOf } from './stretches.ts'

/** A new segment's name, and where the message says it. */
export interface Naming extends Stretch {
  readonly name: string
  /** How a name was read that could be somebody's. */
  readonly assumed?: string
}

const IT =
  '(?:(?:the|that|this)(?: new)? (?:one|segment|audience|list|group|copy|clone|cohort|selection|result|results|outcome|lot|whole thing)|(?:that|this)(?: new)? (?:persona|icp|profile)|it|this|that|them|’em|em|these)'
const THING = '(?:segment|audience|list|group|cohort)'
/** Words that go on in small letters are no name: "into a segment so that I can …". */
const THEN_NAME = String.raw`(?=\s+["“'\p{Lu}])`
/** "… as a segment called VIP" */
const AS_CALLED = String.raw`(?:\s+(?:an?|the|my|our)(?:\s+new)?\s+${THING}\s+(?:called|named|titled)|\s+${THING}(?:\s+(?:called|named|titled)|${THEN_NAME}))?`
/** Right behind people it is their own name. */
const NOT_OF_PEOPLE = String.raw`(?<!\b(?:customers?|people|persons?|anyone|everyone|somebody|someone|those|women|men|users?|clients?|whose)\s{1,3})`
/** "who called support" rang somebody. */
const NOT_DONE = String.raw`(?<!\b(?:who|they|ever|never|recently|already|just|have|has|had|also|not|(?<!\b(?:they|these|those)\s{1,3})are|(?<!\b(?:it|this|that|which|segment|audience|list|group)\s{1,3})is)\s{1,3})`
/** What is said before a name. "people called Anna" are people of that name, and no segment. */
const BEFORE = [
  String.raw`(?:call|calling|name|naming|title|titling|label|labelling)\s+${IT}(?:\s+as)?`,
  String.raw`(?:save|store|keep|create|file)\s+(?:${IT}\s+)?(?:as|under(?: the name)?)${AS_CALLED}`,
  String.raw`set\s+${IT}\s+up\s+(?:as|under)${AS_CALLED}`,
  String.raw`(?:turn|put|make|convert|get|move|group)\s+${IT}\s+(?:in|into)\s+an?\s+(?:new\s+)?${THING}(?:\s+(?:called|named|titled)|${THEN_NAME})`,
  String.raw`(?:under|with|,|and)\s+(?:an?\s+)?(?:new|different|other)\s+(?:name|title)\s*(?:[:=,]|${THEN_NAME})`,
  String.raw`(?:i|we)(?:['’]d| would)?\s+(?:want|like|need)\s+${IT}\s+(?:to be\s+)?saved\s+(?:as|under)${AS_CALLED}`,
  String.raw`${NOT_OF_PEOPLE}(?:with|under)\s+the\s+(?:name|title)(?:\s+of)?`,
  String.raw`(?:i|we)(?:['’]d| would)?\s+(?:want|like|need)\s+(?:${IT}\s+)?(?:to be\s+)?(?:called|named|titled)`,
  String.raw`${IT}\s+(?:should|must|shall|can|is to)\s+be\s+(?:called|named|titled)`,
  String.raw`(?:the\s+|its\s+)?(?:name|title)\s+(?:should|must|shall|is to)\s+be`,
  String.raw`${NOT_OF_PEOPLE}${NOT_DONE}(?:called|named|titled|entitled)`,
  String.raw`(?<!\b(?:first|last|given|family|sur|whose|product|brand|company|campaign|change|the|its)\s{0,3})(?:name|title)\s*[:=]`,
  String.raw`(?<=^\s*(?:save|store|keep)\b[^.!?\n]*\s)as${AS_CALLED}`,
  // "…, name Edu US": behind a comma, in capitals.
  String.raw`[,;]\s*(?:(?:and|please)\s+)*name(?=\s+["“'\p{Lu}\d][^,;]*$)`,
].join('|')
const QUOTED_NAME = String.raw`"(?<double>[^"\n]{1,80})"|“(?<curly>[^”\n]{1,80})”|'(?<single>[^'\n]{2,80})'`
/** Words of a name that is not marked off: none of them begins a condition. */
const NAME_WORDS = String.raw`(?:(?!(?:who|whose|that|which|where|with|of|for|from|containing|including|having|in|and|or|but)\b)[\p{L}\p{N}&+%'’-]+ ?){1,6}`
/** A tag with something in it, as which nobody names a thing by chance. It is a text like any other. */
const TAG_NAME = String.raw`(?<tag><[a-z][a-z0-9]*\s[^<>\n]*=[^<>\n]{1,80}>)(?=\s*(?:$|[.!?;,]))`
const SAID_BEFORE = anyCase(String.raw`[,;.]?\s*\b(?:(?:and|then|but|please|pls|first)\s+)*(?:${BEFORE})\s*`)
const NAMED = new RegExp(
  String.raw`${SAID_BEFORE}(?:${QUOTED_NAME}|${TAG_NAME}|(?<rest>${NAME_WORDS})(?=\s*(?:$|[.!?;:,]))|(?<plain>\p{Lu}[\p{L}\p{N}&+%'’-]*(?:\s+(?:(?:of|and|in|the|for|but|&)\s+)?[\p{Lu}\p{N}][\p{L}\p{N}&+%'’-]*){0,7}|[\p{L}\p{N}_-]+(?=\s*(?:$|[.:;,]))))`,
  'gu',
)
/** "create a segment of women called Ladies": there the name is the segment's. */
const OF_SEGMENT = new RegExp(
  String.raw`\b(?:create|make|build|save|set up|start|define|add|need|want|new)\b[^.!?\n]*\b${THING}\b[^.!?\n]*?(?<said>\b(?:customers|people|persons|women|men|users|clients|everyone|anyone)\s+(?=(?:called|named|titled)\b))(?:called|named|titled)\s+(?:${QUOTED_NAME}|(?<rest>${NAME_WORDS}))(?=\s*(?:$|[.!?;:,]))`,
  'iu',
)
/** "create 'VIP15 addicts' from …", "new segment -> Sofa So Good -> …", "Aussie Crew = customers in …". */
const LEADING = [
  String.raw`^\W*(?:(?:please|pls|can you|could you|just|now|so|ok|okay)[ ,]+)*(?:create|make|build|set up|start|save)\s+(?:(?:me|us|a|the|an|new|${THING})\s+)*(?:${QUOTED_NAME})\s*(?:from|out of|with|of|for|as|containing|[:=]|->|→|-)\s`,
  String.raw`^\W*(?:(?:create|make|build|set up|start|define|a|the)\s+)*new\s+${THING}(?:\s+(?:please|pls))?\s*(?:->|→|=>|:|-|,)\s*(?:${QUOTED_NAME}|(?<plain>[\p{L}\p{N}&+%'’-]+(?: [\p{L}\p{N}&+%'’-]+){0,5}))\s*(?:->|→|=>|:|=)\s`,
  String.raw`^\s*(?!(?:list|segment|audience|group)\s+[\da-c]\b)(?<rest>[\p{L}\p{N}&+%'’-]+(?: [\p{L}\p{N}&+%'’-]+){0,5})\s*=\s*(?=(?:all|every|any|the|our)?\s*(?:customers?|people|everyone|everybody|anyone|anybody|women|men|subscribers|buyers|shoppers|those|users|clients|whoever|who)\b)`,
].map((pattern) => new RegExp(pattern, 'iu'))

/** "create Coffee Lovers: …", "new segment Coffee Lovers - …": words that begin with capitals, right behind it. */
const CAPITAL = String.raw`(?!(?:ICP|ICPs|Segment|Audience|Persona|Personas|Customers|People|Everyone|Companies)\b)\p{Lu}[\p{L}\p{N}&+%'’-]*`
const LEADING_CAPITALS = new RegExp(
  String.raw`${anyCase(String.raw`^\W*(?:(?:please|pls|can you|could you|just|now|so|ok|okay)[ ,]+)*(?:create|make|build|set up|start|save|add|define)\s+(?:(?:me|us|a|an|the|new|${THING})\s+)*`)}(?<plain>${CAPITAL}(?:\s+(?:of|and|in|the|for|&)?\s*(?:${CAPITAL}|\p{N}+[\p{L}+%]*)){0,6})\s*(?::|=|->|→|\s[–-]\s)\s*(?=\S)`,
  'u',
)

/** "create a segment Poetry Fans with everyone who bought Poetry": capitals between what is made and who is in it. */
const LEADING_OF_PEOPLE = new RegExp(
  String.raw`${anyCase(String.raw`^\W*(?:(?:please|pls|can you|could you|just|now|so|ok|okay)[ ,]+)*(?:(?:create|make|build|set up|start|save|add|define|need|want|i need|i want)\s+)?(?:(?:me|us|a|an|the|new)\s+)*${THING}\s+`)}(?<plain>${CAPITAL}(?:\s+(?:of|and|in|the|&)?\s*(?:${CAPITAL}|\p{N}+[\p{L}+%]*)){0,6})\s+${anyCase(String.raw`(?:with|for|of|containing|holding)\s+(?=(?:all|every|any|the|our)?\s*(?:customers?|people|everyone|everybody|anyone|anybody|those|whoever)\b)`)}`,
  'u',
)

/** `build a persona 'Ops Heads'`: a name in quotes right behind what is made. */
const MADE = new RegExp(
  String.raw`(?<=\b(?:create|build|make|draft|define|design|new|set up|add|start|save|generate)\s+(?:me\s+|us\s+)?(?:a|an|the|another|our|my)?\s*(?:new\s+|buyer\s+)?(?:persona|icp|ideal customer profile|profile|segment|audience|cohort)\s*[,:–-]?\s*)(?:${QUOTED_NAME})`,
  'giu',
)

/** A value in quotes is one thing, whatever words are in it. */
const QUOTED = /"[^"\n]*"|“[^”\n]*”/gu
/** “Save them as a segment” says no name. */
const NO_NAME = new RegExp(String.raw`^(?:(?:an?|the|my|our)\s+)?(?:new\s+)?${THING}$`, 'iu')
const SAVE = /^\W*(?:(?:please|pls|can you|could you|ok|okay)[ ,]+)*(?:save|store|keep)\b/iu
const AS_SEGMENT = new RegExp(
  String.raw`\s+(?:as|into)\s+(?:(?:an?|the|my|our)\s+)?(?:new\s+)?${THING}(?=\s*(?:$|[.!?;,\n]))`,
  'giu',
)

/** “save VIPs in France as a segment”: that it is saved is said at its beginning. */
export function savedAsIn(text: string): readonly Stretch[] {
  const opened = SAVE.exec(text)?.[0].length
  if (opened === undefined) return []
  // What is saved stands between them, in the same sentence.
  const from = opened + 1
  return [...text.slice(from).matchAll(AS_SEGMENT)]
    .map(({ index, 0: said }) => ({ start: from + index, end: from + index + said.length }))
    .filter(({ start }) => !/[.!?\n]/u.test(text.slice(opened, start)))
}

/** Said to be polite behind a name, in small letters. */
const POLITE =
  /(?:[\s,]+(?:pls|please|plz|thanks|thank you|thx|ta|cheers|instead|now|for me|for now|for us|from now on|then|ok|okay|rather))+$/u

/**
 * `call it Big Spenders`, `named "X"`: the name that a new segment should have. Unquoted, it is the rest of the
 * sentence when nothing in that begins a condition, else the words that begin with capitals.
 */
export function nameIn(text: string): Naming | undefined {
  return severalNames(text) ?? named(text) ?? leading(text) ?? ofSegment(text)
}

/** "call them FR, ES and IT": the names of several, at the end. */
const SEVERAL_NAMES =
  /[,;.]?\s*\b(?:(?:and|then|please|pls)\s+)*(?:call|name|title|label)\s+(?:them|these|both|’em|'em|em)\s*:?\s+(?<names>[\p{Lu}\p{N}"“][^.!?;:]*?\s*(?:,|\/|\band\b|&)\s*[\p{Lu}\p{N}"“][^.!?;:]*)\s*[.!]?\s*$/iu
function severalNames(text: string): Naming | undefined {
  const match = SEVERAL_NAMES.exec(text)
  const name = match?.groups?.['names']?.replace(/["“”]/gu, '').replace(POLITE, '')
  return match === null || name === undefined || /\b(?:who|whose|with|in|from)\b/u.test(name)
    ? undefined
    : { ...stretchOf(match), name }
}

function named(text: string): Naming | undefined {
  const quoted = [...text.matchAll(QUOTED)].map(stretchOf)
  const match =
    [...text.matchAll(NAMED)].find(
      (one) => !quoted.some(({ start, end }) => start < one.index && one.index < end) && !isDone(one),
    ) ?? [...text.matchAll(MADE)][0]
  const name = match && nameOf(match)
  if (match === undefined || name === undefined) return undefined
  return { ...stretchOf(match), name }
}

/** Right behind these “called” says a name, whatever stands behind it. */
const OF_THING = new RegExp(String.raw`(?:\b${THING}|\b${IT}(?:\s+as)?)[\s,]*$`, 'iu')
/** “and called our support line”, “then named a price”: what somebody did, and to whom. */
const DEED = new RegExp(
  String.raw`\b${anyCase('(?:called|named|titled)')}\s+(?:(?:us|our|your|my|their|his|her|its|the|a|an|any|some|in|back|up|customer|support|service)\s|(?:us|in|back|support|helpdesk|hotline|helpline)\b)`,
  'u',
)
const isDone = ({ 0: said, index = 0, input = '', groups = {} }: RegExpMatchArray): boolean =>
  (groups['rest'] ?? groups['plain']) !== undefined &&
  DEED.test(said) &&
  !OF_THING.test(input.slice(0, index))

function leading(text: string): Naming | undefined {
  for (const pattern of [...LEADING, LEADING_CAPITALS, LEADING_OF_PEOPLE]) {
    const match = pattern.exec(text)
    const name = match === null ? undefined : nameOf(match)
    if (match !== null && name !== undefined) return { ...stretchOf(match), name }
  }
  return undefined
}

function ofSegment(text: string): Naming | undefined {
  const match = OF_SEGMENT.exec(text)
  const name = match === null ? undefined : nameOf(match)
  if (match === null || name === undefined) return undefined
  const people = match.groups?.['said'] ?? ''
  const end = match.index + match[0].length
  const start = text.lastIndexOf(people, end) + people.trimEnd().length
  return { start, end, name, assumed: `“${name}” is read as the segment’s name, and not as theirs.` }
}

function nameOf({ groups = {} }: RegExpMatchArray): string | undefined {
  const quoted = groups['double'] ?? groups['curly'] ?? groups['single'] ?? groups['tag']
  const plain = (groups['rest'] ?? groups['plain'])?.trim()
  const name = quoted?.trim() ?? plain?.replace(POLITE, '')
  return name === '' || (quoted === undefined && name !== undefined && NO_NAME.test(name)) ? undefined : name
}

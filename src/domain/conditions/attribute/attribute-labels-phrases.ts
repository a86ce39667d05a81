import {
  doubtful,
  type Meaning,
  meaning,
  missing,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { oneOf } from '../../language/grammar/place-list.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { subscriberWord } from '../shared/subscriber.ts'
import { interestPhrase } from './interest-phrases.ts'

const languages = phrase(
  'english|french|german|spanish|italian|dutch|portuguese|polish|swedish|danish|norwegian|finnish|japanese|chinese|arabic|russian|turkish|greek',
)

const speaks = phrase(
  'speak|speaks|speaking|prefer|language|languages',
  'language is|=|:',
  'whose language is',
  'who speak',
)

const speakers = phrase('speakers|speaking|speaker', 'language speakers', 'as their? language')
const languageNames = new Intl.DisplayNames(['en'], { type: 'language' })

/** `French speakers`, `who speak German`. */
const language: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const opened = speaks(reading, start)
  const nameAt = opened >= 0 ? opened : start
  const named = languages(reading, nameAt)
  const end = named < 0 ? -1 : opened >= 0 ? named : speakers(reading, named)
  if (end < 0) return undefined
  const word = reading.tokens[nameAt]?.word ?? ''
  const held = reading.situation.vocabulary
    .values('language')
    .filter((info) => languageOf(info.value) === word)
  if (held.length === 0)
    return {
      value: doubtful(missing(start, end, 'language', `No customer’s language is known to be ${word}.`)),
      end,
    }
  const criteria = oneOf(
    'language',
    held.map((info) => info.value),
  )
  return { value: { ...meaning(negative ? negated(criteria) : criteria), people: true }, end }
}

function languageOf(value: string): string {
  const code = value.trim().toLowerCase()
  if (!/^[a-z]{2,3}(?:[-_].+)?$/.test(code)) return code
  return (languageNames.of(code.slice(0, 2)) ?? code).toLowerCase()
}

const customersWord = phrase(
  'customers|people|buyers|shoppers|customer|subscribers|folks|folk|ppl|members|member|crowd|participants|entrants',
)

const tagged = phrase(
  'tagged|labelled|labeled|marked with|as?',
  'got tagged|labelled|labeled|marked with|as?',
  'with|have|has|having|had|got|carrying|carry|carries|bearing|bear|bears|wearing|sporting the|a? tag|tags|label',
  'the|a|any tag|tags|label',
  'tag|tags is|=|:?',
  'whose tags include',
)

const tagWord = phrase(
  'tag|tags',
  'tagged',
  '( tag|tags )',
  'as a|an|the|their|one of? their? tag|tags|label',
)
const tagJoint = phrase('or|and|,|nor', ', and|or')
const carrying = phrase(
  'got|carrying|carry|carries|bearing|bear|bears|with|have|has|having|had|wearing|sporting',
)
/** “Lack the wholesale tag” denies it. */
const lacking = phrase('lack|lacks|lacking|missing|miss')
const untagged = phrase('untagged', 'without|no any? tags|tag', 'not tagged', 'no tags')
const article = phrase('the|a|as|with|either|both')

/** `tagged VIP or gold`, `not tagged staff`, `gold customers`. */
const tags: Parser<Meaning> = (reading, at) => {
  const none = untagged(reading, at)
  const { negative: denied, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, lacking)
  const negative = denied !== start > polar
  const opened = tagged(reading, start)
  const carried = opened < 0 ? carrying(reading, start) : -1
  const first = tagAt(reading, skip(reading, Math.max(opened, carried, start), article))
  // "carrying the vip tag": the word "tag" comes behind it.
  if (carried >= 0 && (first === undefined || tagWord(reading, first.end) < 0)) return undefined
  if (first === undefined) {
    if (none >= 0) return { value: meaning({ type: 'attribute', field: 'tags', op: 'unknown' }), end: none }
    return opened < 0 || tagWord(reading, opened - 1) < 0 ? undefined : unknownTag(reading, opened)
  }
  const values = [first.value]
  let all = true
  let end = first.end
  for (;;) {
    const joint = opened < 0 ? -1 : tagJoint(reading, end)
    const next = joint < 0 ? undefined : tagAt(reading, skip(reading, joint, article))
    if (next === undefined) break
    if (reading.tokens[end]?.word === 'or' || reading.tokens[joint - 1]?.word === 'or') all = false
    values.push(next.value)
    end = next.end
  }
  const named = tagWord(reading, end)
  // Who are subscribers is a matter of consent, which asks where there is a tag of that name.
  if (opened < 0 && named < 0 && subscriberWord(reading, start) >= 0) return undefined
  if (opened < 0 && named < 0 && customersWord(reading, end) < 0 && !isTagAlone(reading, start))
    return undefined
  const criteria =
    values.length === 1 || !all || negative
      ? oneOf('tags', values)
      : { all: values.map((value) => oneOf('tags', [value])) }
  const stated = opened < 0 && named < 0 ? [`“${first.value}” is read as the tag ${first.value}.`] : []
  return {
    value: { ...meaning(negative ? negated(criteria) : criteria, stated), nominal: true },
    end: named >= 0 ? named : end,
  }
}

function tagAt(reading: Reading, at: number): Found<string> | undefined {
  const link = reading.links.at(at).find((one) => one.field === 'tags')
  const [value] = link?.values ?? []
  return link === undefined || value === undefined ? undefined : { value, end: link.end }
}

/** Alone, a tag is only read where nothing else has its name. */
const isTagAlone = (reading: Reading, at: number) => {
  const links = reading.links.at(at)
  const tag = Math.max(...links.filter(({ field }) => field === 'tags').map(({ end }) => end))
  // “Gift givers” are the tag, though “gift” is a category.
  return links.every(({ field, end }) => field === 'tags' || end < tag)
}

function unknownTag(reading: Reading, at: number): Found<Meaning> | undefined {
  const token = reading.tokens[at]
  if (token === undefined || token.kind === 'sign') return undefined
  const held = reading.situation.vocabulary.values('tags').slice(0, 6)
  const doubt = question(
    at,
    at + 1,
    `No customer is tagged “${token.text}”. Which tag do you mean?`,
    held.map((info) => [info.label, info.label]),
  )
  return { value: doubtful(doubt), end: at + 1 }
}

export const attributeLabelPhrases: readonly Parser<Meaning>[] = [language, tags, interestPhrase]

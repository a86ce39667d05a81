import type { Comparison } from '../../conditions/comparison.ts'
import type { Window } from '../../time/window.ts'
import { told } from '../grammar/asked.ts'
import { comparison } from '../grammar/comparison.ts'
import { anyOf, doubtful, type Meaning, meaning, missing, negated, question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { oneOf, placeList } from '../grammar/place-list.ts'
import { polarity } from '../grammar/polarity.ts'
import type { Found, Parser, Reading } from '../grammar/reading.ts'
import { span } from '../grammar/span.ts'
import { window } from '../grammar/window.ts'

const placeWord = phrase(
  'in|from|within|inside|across|throughout|to|of|at',
  'based|living|located|residing|situated|resident|live|lives|reside|resides|lived in|within|across|throughout|out',
  'live|lives|living|based|located|in|from anywhere in',
  'shipping|ship|ships|delivering|shipped|deliver|delivers to',
  'hail|hails|come|comes|coming from',
  'whose? country|region|state|city|location|address is|=|:|in|are',
  'with? country|region|city|location|address =|:|is',
  'located|based',
  'anywhere|everywhere|somewhere in',
  'of people from',
)
const notPlace = phrase(
  'outside|outwith of?',
  'anywhere|everywhere but|except|outside|other',
  'anywhere|everywhere other than',
  'not? living|based|located outside of?',
  'live|lives|living|based|located outside of?',
  'except those? in|from',
  'elsewhere than in?',
  'beyond',
)

/** `in France or Spain`, `outside the EU`, `Californian`, bare `Germany`. */
const place: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const away = notPlace(reading, start)
  const said = away >= 0 ? away : placeWord(reading, start)
  const list =
    placeList(reading, said >= 0 ? said : start) ?? (said >= 0 ? placeList(reading, start) : undefined)
  if (list === undefined) return undefined
  const opposite = negative !== away >= 0
  const { criteria } = list.value
  const shown = criteria === undefined ? undefined : opposite ? negated(criteria) : criteria
  const unknown =
    opposite && criteria !== undefined ? ['People whose country or place is unknown are in too.'] : []
  const nominal = said < 0 && away < 0 && start === at
  return {
    value: { ...told(shown, list.value, unknown), ...(nominal ? { nominal: true as const } : {}) },
    end: list.end,
  }
}

const genders = [
  ['female', phrase('women|woman|female|females|lady|ladies|girls')],
  ['male', phrase('men|man|male|males|gentlemen|guys|boys')],
] as const
const GENDER_SPELLINGS: Readonly<Record<'female' | 'male', RegExp>> = {
  female: /^(?:f|female|woman|women|w)$/i,
  male: /^(?:m|male|man|men)$/i,
}
const isA = phrase('a', 'the', 'gender is|=|:?')
const customersWord = phrase('customers|people|buyers|shoppers|customer|subscribers')

/** `women`, `female customers`, `not male`. */
const gender: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, isA)
  for (const [name, words] of genders) {
    const end = words(reading, start)
    if (end < 0) continue
    const held = reading.situation.vocabulary
      .values('gender')
      .filter((info) => GENDER_SPELLINGS[name].test(info.value))
    if (held.length === 0)
      return { value: doubtful(missing(start, end, 'gender', 'No customer’s gender is known.')), end }
    const criteria = oneOf(
      'gender',
      held.map((info) => info.value),
    )
    const aged = ageBehind(reading, end)
    const both = aged === undefined ? criteria : { all: [criteria, aged.value] }
    return { value: { ...meaning(negative ? negated(both) : both), people: true }, end: aged?.end ?? end }
  }
  return undefined
}

/** "women 25–34": a range right behind people is their age. */
function ageBehind(reading: Reading, at: number): Found<ReturnType<typeof ageCriteria>> | undefined {
  const found = comparison(reading, at)
  const [test] = found?.value.tests ?? []
  if (found === undefined || test?.op !== 'between' || found.value.currency !== undefined) return undefined
  return isAge(test) ? { value: ageCriteria(test), end: found.end } : undefined
}

const aged = phrase('aged|age|ages', 'whose? age is|of|:|=?', 'of age', 'with an age')
const yearsOld = phrase('years|year old|olds', 'years of age', 'yo|y', 'year olds')
const decadeWord = phrase('in their', 'aged in their')

/** `aged 25 to 34`, `over 40 years old`, `under 30s`. */
const age: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const opened = aged(reading, start)
  const found = comparison(reading, opened >= 0 ? opened : start)
  const [test] = found?.value.tests ?? []
  if (found === undefined || test === undefined || found.value.tests.length > 1) return decade(reading, at)
  const closed = yearsOld(reading, found.end)
  if ((opened < 0 && closed < 0) || !isAge(test)) return undefined
  return {
    value: known(
      reading,
      at,
      found.end,
      'birthday',
      negative ? negated(ageCriteria(test)) : ageCriteria(test),
    ),
    end: Math.max(closed, found.end),
  }
}

function decade(reading: Reading, at: number): Found<Meaning> | undefined {
  const opened = decadeWord(reading, at)
  const number = opened < 0 ? undefined : reading.tokens[opened]?.number
  if (number === undefined || number % 10 !== 0 || reading.tokens[opened + 1]?.word !== 's') return undefined
  const end = opened + 2
  return {
    value: known(reading, at, end, 'birthday', ageCriteria({ op: 'between', value: [number, number + 9] })),
    end,
  }
}

const isAge = ({ value }: Comparison): boolean =>
  [value].flat().every((n) => Number.isInteger(n) && n > 0 && n < 120)

/** Ages are whole years lived: 25 to 34 is born more than 25 and not yet 35 years ago. */
function ageCriteria({ op, value }: Comparison) {
  const [low, high] = Array.isArray(value) ? value : [value, value]
  const born = (during: Window) =>
    ({ type: 'attribute', field: 'birthday', op: 'during', window: during }) as const
  switch (op) {
    case '>=':
      return born({ kind: 'older', n: low, unit: 'year' })
    case '>':
      return born({ kind: 'older', n: low + 1, unit: 'year' })
    case '<':
      return born({ kind: 'last', n: low, unit: 'year' })
    case '<=':
      return born({ kind: 'last', n: low + 1, unit: 'year' })
    case '=':
    case 'between':
      return born({ kind: 'ago', from: low, to: high + 1, unit: 'year' })
  }
}

const signUp = phrase(
  'signed|sign|signing|signups|signup|sign up|ups?',
  'signed up for? an|the? account|newsletter?',
  'joined|registered|enrolled|subscribed?',
  'created|opened|made? an? account|accounts|profile',
  'account|accounts|profile created|opened|made',
  'was|were created',
  'became a? member|members',
  'new? signups|registrations|accounts|members',
  'sign up|signup|registration|join|creation date is|was?',
  'customers|customer|members since',
  'joined us',
  'created',
  'been with us|around',
  'been a? customer|customers|member|members',
)
const forLong = phrase('for')
const customerFor = phrase(
  'customers|customer|members|member|accounts|account for',
  'accounts|account older than',
  'account|accounts at least',
)

/** `signed up this year`, `joined before 2023`, `customers since 2020`. */
const signedUp: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = signUp(reading, start)
  const tenure =
    head < 0 ? customerFor(reading, start) : forLong(reading, head) >= 0 ? forLong(reading, head) : -1
  if (tenure >= 0) return tenured(reading, at, tenure, negative)
  if (head < 0) return undefined
  // "customers since 2020": the word before the window belongs to it.
  const since = reading.tokens[head - 1]?.word === 'since' ? head - 1 : head
  const found = window(reading, since)
  if (found === undefined) return everSignedUp(reading, start, head, negative)
  const criteria = anyOf(
    found.value.windows.map((one) => ({ type: 'attribute', field: 'created_at', op: 'during', window: one })),
  )
  const certain = found.value.windows.length === 0 ? undefined : negative ? negated(criteria) : criteria
  return { value: { ...told(certain, found.value), people: true }, end: found.end }
}

const ever = phrase('signed up', 'registered', 'created an account', 'joined')

/** "signed up but never bought": whoever has a sign-up date. */
function everSignedUp(
  reading: Reading,
  start: number,
  head: number,
  negative: boolean,
): Found<Meaning> | undefined {
  if (ever(reading, start) !== head || !/^(?:but|and|,|)$/.test(reading.tokens[head]?.word ?? ''))
    return undefined
  const op = negative ? 'unknown' : 'known'
  return {
    value: meaning({ type: 'attribute', field: 'created_at', op }, [
      '“signed up” is read as having a sign-up date.',
    ]),
    end: head,
  }
}

const moreWord = phrase('over', 'more than', 'longer than', 'at least', 'than')
const lessWord = phrase('less than', 'under', 'up to')

function tenured(reading: Reading, at: number, from: number, negative: boolean): Found<Meaning> | undefined {
  const less = lessWord(reading, from)
  const length = span(reading, less >= 0 ? less : skip(reading, from, moreWord))
  if (length === undefined || length.value.bare) return undefined
  const { n, unit } = length.value
  const kind = less >= 0 ? 'last' : 'older'
  const criteria = {
    type: 'attribute',
    field: 'created_at',
    op: 'during',
    window: { kind, n, unit },
  } as const
  return {
    value: known(reading, at, length.end, 'created_at', negative ? negated(criteria) : criteria),
    end: length.end,
  }
}

const born = phrase('born', 'date of birth is?', 'birth year is?')
const bornIn: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = born(reading, start)
  const found = head < 0 ? undefined : window(reading, head)
  const [first] = found?.value.windows ?? []
  if (found === undefined || first?.kind !== 'dates') return undefined
  const criteria = { type: 'attribute', field: 'birthday', op: 'during', window: first } as const
  return {
    value: { ...told(negative ? negated(criteria) : criteria, found.value), people: true },
    end: found.end,
  }
}

/** A field that holds no value at all is named as missing instead of counted. */
function known(
  reading: Reading,
  from: number,
  to: number,
  field: string,
  criteria: NonNullable<Meaning['criteria']>,
): Meaning {
  if (reading.situation.vocabulary.filled(field) > 0) return meaning(criteria)
  return doubtful(missing(from, to, field, `No customer has a known ${field.replace('_', ' ')}.`))
}

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

const tagged = phrase(
  'tagged|labelled|labeled|marked with|as?',
  'with|have|has|having|carrying the|a? tag|tags|label',
  'tag|tags is|=|:?',
  'whose tags include',
)
const tagWord = phrase('tag|tags', 'tagged')
const tagJoint = phrase('or|and|,|nor', ', and|or')
const untagged = phrase('untagged', 'without|no any? tags|tag', 'not tagged', 'no tags')
const article = phrase('the|a|as|with|either|both')

/** `tagged VIP or gold`, `not tagged staff`, `gold customers`. */
const tags: Parser<Meaning> = (reading, at) => {
  const none = untagged(reading, at)
  const { negative, end: start } = polarity(reading, at)
  const opened = tagged(reading, start)
  const first = tagAt(reading, opened >= 0 ? skip(reading, opened, article) : start)
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
const isTagAlone = (reading: Reading, at: number) =>
  reading.links.at(at).every((link) => link.field === 'tags')

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

export const attributePhrases: readonly Parser<Meaning>[] = [
  place,
  gender,
  age,
  signedUp,
  bornIn,
  language,
  tags,
]

import type { CustomerField } from './attribute.ts'
import { type Called, calledAt } from '../shared/columns/column-phrases.ts'
import type { Criteria } from '../../criteria/schema.ts'
import {
  allOf,
  anyOf,
  doubtful,
  type Meaning,
  meaning,
  missing,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { address, addressDomain } from './attribute-address-phrases.ts'
import { namesFrom, type Value, value, valuesFrom } from './attribute-text-values.ts'

/** Columns of customers, by what people call them. */
export const CUSTOMER_COLUMNS: readonly Called<CustomerField>[] = [
  { field: 'email', noun: phrase('email|emails address|addresses?', 'email|mail id') },
  {
    field: 'phone',
    noun: phrase(
      'phone|mobile|telephone|cell|phones number|numbers|no|nr .?',
      'phone|telephone',
      'mobile number',
    ),
  },
  { field: 'postcode', noun: phrase('postcode|postcodes|zip|zipcode|postal', 'zip|postal|post code|codes') },
  { field: 'birthday', noun: phrase('birthday|birthdate|birthdays', 'birth date', 'date of birth', 'dob') },
  { field: 'first_name', noun: phrase('first|given name') },
  { field: 'last_name', noun: phrase('last|family name', 'surname') },
  { field: 'gender', noun: phrase('gender|sex') },
  { field: 'country', noun: phrase('country') },
  { field: 'region', noun: phrase('region|state|province') },
  { field: 'city', noun: phrase('city|town') },
  { field: 'language', noun: phrase('language') },
  { field: 'tags', noun: phrase('tag|tags') },
  { field: 'created_at', noun: phrase('joining|signup|registration date', 'sign up date') },
  { field: 'interests', noun: phrase('interests|interest') },
]
const lacks = phrase(
  'no|without|missing|lacking|lacks|lack',
  'with|have|has|having no|missing',
  'with|have|has no known|valid|recorded?',
  'without|missing|lacking|lack|lacks a|an|any|their known?',
  'not have|has|having|given|shared|provided a|an|any|their? known?',
  'not|never ever? give|given|gave|share|shared|tell|told|provide|provided|leave|left|enter|entered|add|added us|me? with? a|an|any|their? known?',
  'no known',
  'we|i have|hold|got no',
  'we|i do not know|have the|their|any|a|an?',
  'unknown',
  'blank|empty',
  'with an? unknown|blank|empty|missing',
)
const holds = phrase(
  'with|have|has|having|had a|an|their known?',
  'with|have|has|having',
  'a|an? known|recorded|valid?',
  'gave|shared|provided us? a|an|their',
  'gave|given|told|provided us with? a|an|their',
  'left us? a|an|their',
  'we know the|their?',
  'we|i have|hold|got a|an|the|their',
)
/** "people we have no birthday for" */
const weHold = phrase('we|i')
const forThem = phrase('for|of|on', 'for|of|on them')
const isUnknown = phrase(
  'is|are unknown|missing|blank|empty|null',
  'unknown|missing|blank',
  'is|are not known|set|filled',
  'is|are not on file|record',
  'we|i do not know|have',
  'is a mystery|not given|undisclosed',
  'not set|known|given|on file',
  'is|are|was|has|have? not|never been? filled|recorded|given|entered|provided|available|stored|specified|listed|completed in|out?',
  'is|are|was|has|have? been? left? blank|empty|unset|null',
)
const isKnown = phrase(
  'is|are known|set',
  'is|are on file|record',
  'is|are|was|were not empty|blank|missing|unknown|null|unset',
  'on file|record',
  'known',
  'is|are|was|has|have? been? filled|recorded|entered|completed in|out?',
  'we|i know|have|hold|got',
  'we|i know|have|hold|got on file|record',
)
const columnWord = phrase('field|column|value|info|information|data|entry')
const ofWhom = phrase('whose')
/** What says once more that nothing is known. */
const stated = phrase(
  'recorded|known|listed|set|given|registered|available|stored|entered|saved|specified|provided',
  'on file|record',
  'filled in',
)
const also = phrase('or|and|nor', ',', ', or|and', 'or|and no|without|missing|a|an|any|their')

/** What people leave with a shop. */
const LEFT_WITH_US: ReadonlySet<CustomerField> = new Set(['email', 'phone', 'birthday'])

const fieldAt = (reading: Reading, at: number) => calledAt(reading, at, CUSTOMER_COLUMNS)

/** `no phone number`, `without an e-mail address or phone`, `with a known birthday`, `gender is unknown`. */
const presence: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, skip(reading, at, ofWhom))
  const missingWord = Math.max(lacks(reading, start), lacks(reading, at))
  const known = missingWord >= 0 ? -1 : Math.max(holds(reading, start), holds(reading, at))
  const first = fieldAt(reading, Math.max(missingWord, known, start))
  if (first === undefined) return undefined
  const named = skip(reading, first.end, columnWord)
  const behindUnknown = isUnknown(reading, named)
  const behindKnown = isKnown(reading, named)
  if (missingWord < 0 && known < 0 && behindUnknown < 0 && behindKnown < 0) return undefined
  // Who left their country is no longer there.
  if (wordAt(reading, start) === 'left' && !LEFT_WITH_US.has(first.field)) return undefined
  // "have an e-mail in the last month" speaks of something else.
  const fields = [first.field]
  let end = first.end
  let either = false
  while (behindUnknown < 0 && behindKnown < 0) {
    const joint = also(reading, end)
    const next = joint < 0 ? undefined : fieldAt(reading, joint)
    if (next === undefined) break
    // "no e-mail or no phone" says "no" twice: either may be missing.
    const repeated = reading.tokens
      .slice(end, joint)
      .some((token) => /^(?:no|without|missing)$/.test(token.word))
    if (reading.tokens[end]?.word === 'or' && (repeated || known >= 0)) either = true
    fields.push(next.field)
    end = next.end
  }
  const said = missingWord >= 0 || known >= 0 ? stated(reading, end) : -1
  // “An empty country field”
  const column = missingWord < 0 ? -1 : columnWord(reading, end)
  end = Math.max(end, behindUnknown, behindKnown, said, column)
  if (weHold(reading, at) >= 0) end = skip(reading, end, forThem)
  // Polarity already took the "not" or "without" that `lacks` reads itself.
  const doubly = missingWord >= 0 && lacks(reading, at) < 0 && negative
  const unknown = missingWord >= 0 ? !doubly : behindUnknown >= 0 ? !negative : negative
  const op = unknown ? 'unknown' : 'known'
  const parts = fields.map((field): Criteria => ({ type: 'attribute', field, op }))
  return { value: meaning(either ? anyOf(parts) : allOf(parts)), end }
}

const OPS: readonly (readonly [
  'equals' | 'starts_with' | 'ends_with' | 'contains',
  ReturnType<typeof phrase>,
])[] = [
  [
    'starts_with',
    phrase('is|are? starts|start|begins|begin|starting|beginning with|in?', 'that? starts|begins with'),
  ],
  ['ends_with', phrase('ends|end|ending with|in|on', 'that? ends with|in', 'at|@')],
  ['contains', phrase('contains|contain|containing|includes|including|like')],
  [
    'equals',
    phrase(
      'is|=|equals|:|are|of exactly|precisely|literally?',
      'equal to',
      'named|called',
      'exactly|precisely',
    ),
  ],
]
const whose = phrase(
  'whose|with|have|has|having|a|an|the|their',
  'with|have a|an|the',
  'go|goes|going by a|an|the|their?',
)
/** `postcode starts with SW1`, `first name is Anna`, `e-mail ends in .edu`. */
const textTest: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, skip(reading, at, whose))
  const column = fieldAt(reading, skip(reading, start, whose))
  if (
    column === undefined ||
    column.field === 'tags' ||
    column.field === 'birthday' ||
    column.field === 'country'
  )
    return undefined
  const { negative: later, end: opAt } = polarity(reading, column.end)
  for (const begin of new Set([opAt, column.end])) {
    for (const [op, words] of OPS) {
      const said = words(reading, begin)
      const first = said < 0 ? undefined : value(reading, said)
      if (first === undefined) continue
      return readText(reading, { field: column.field, op, first, from: at, negative: negative !== later })
    }
  }
  const plain = NAMED_OUTRIGHT.has(column.field) ? value(reading, column.end) : undefined
  if (plain === undefined || !/^(?:\p{Lu}|\d{5})/u.test(plain.text)) return undefined
  return readText(reading, { field: column.field, op: 'equals', first: plain, from: at, negative })
}

/** "the first name Anna", "zip code 90210": no word between the field and its value. */
const NAMED_OUTRIGHT: ReadonlySet<CustomerField> = new Set(['first_name', 'last_name', 'postcode'])

const namedWord = phrase('named|called', 'whose name is', 'go|goes|going by the? name? of?')

/** "customers named Anna": by first name, stated. */
const named: Parser<Meaning> = (reading, at) => {
  const said = namedWord(reading, at)
  const first = said < 0 ? undefined : value(reading, said)
  if (first === undefined || !/^\p{Lu}/u.test(first.text)) return undefined
  const { texts, end } = namesFrom(reading, first)
  const field = 'first_name'
  const criteria = anyOf(
    texts.map((text): Criteria => ({ type: 'attribute', field, op: 'equals', value: text })),
  )
  const names = texts.map((text) => `“${text}”`).join(', ')
  const says = texts.length > 1 ? `${names} are read as first names.` : `${names} is read as a first name.`
  return { value: meaning(criteria, [says]), end }
}

interface TextTest {
  readonly field: CustomerField
  readonly op: (typeof OPS)[number][0]
  readonly first: Value
  readonly from: number
  readonly negative: boolean
}

function readText(reading: Reading, { field, op, first, from, negative }: TextTest): Found<Meaning> {
  const { vocabulary } = reading.situation
  const { texts, end } = op === 'equals' ? namesFrom(reading, first) : valuesFrom(reading, first)
  if (field === 'phone' && !texts.every((text) => /\d/.test(text.normalize('NFKC')))) {
    return { value: doubtful(question(from, end, 'Which phone number? It has no digits.')), end }
  }
  if (vocabulary.filled(field) === 0) {
    return {
      value: doubtful(missing(from, end, field, `No customer has a known ${field.replace('_', ' ')}.`)),
      end,
    }
  }
  if (op === 'equals' && (field === 'city' || field === 'region')) {
    const near = vocabulary.find(first.text, { field, limit: 4 })
    const doubt = question(
      from,
      end,
      `No customer’s ${field} is “${first.text}”.`,
      near.map((info) => [info.label, `${field} ${info.label}`]),
    )
    return { value: doubtful(doubt), end }
  }
  const criteria = anyOf(texts.map((text) => ({ type: 'attribute', field, op, value: text })))
  return { value: meaning(negative ? negated(criteria) : criteria), end }
}

export const attributeTextPhrases: readonly Parser<Meaning>[] = [
  presence,
  textTest,
  named,
  addressDomain,
  address,
]

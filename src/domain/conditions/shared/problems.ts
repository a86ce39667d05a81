import { InputError } from '#kernel/errors.ts'
import type { Currency } from '#kernel/money.ts'
import { foldText } from '#kernel/text.ts'
import type { Dictionary, DictionaryField } from '../../vocabulary/dictionary.ts'
import { type Comparison, inMinor } from './comparison.ts'
import type { Problem } from '../define.ts'
import { valueWords } from './value-words.ts'

type Path = readonly (string | number)[]

/** How people call the things that a dictionary field lists. */
const THINGS: Readonly<Record<DictionaryField, string>> = {
  product: 'product',
  category: 'category',
  brand: 'brand',
  sku: 'SKU',
  product_tag: 'product tag',
  event: 'event type',
  campaign: 'campaign',
  channel: 'channel',
  device: 'device',
  discount_code: 'discount code',
  country: 'country',
  region: 'region',
  city: 'city',
  language: 'language',
  gender: 'gender',
  tags: 'tag',
  interests: 'interest',
  segment: 'segment or list',
  indicator: 'indicator',
  profile: 'ICP or persona',
  'company.name': 'company name',
  'company.industry': 'industry',
  'company.technology': 'technology',
  'company.funding_stage': 'funding stage',
  'company.relationship': 'relationship',
  'company.country': 'country of a company',
  'company.region': 'region of a company',
  'company.city': 'city of a company',
  'company.profile': 'ICP',
  'person.title': 'job title',
  'person.seniority': 'seniority',
  'person.function': 'job function',
  'person.country': 'country of a person',
  'person.region': 'region of a person',
  'person.city': 'city of a person',
  'person.timezone': 'time zone',
  'person.profile': 'persona',
  'signal.type': 'type of signal',
  'signal.topic': 'topic of a signal',
}

/** One problem for each value that the data does not hold anywhere. */
export const unknownValues = (
  dictionary: Dictionary,
  field: DictionaryField,
  values: readonly string[] = [],
  path: Path,
): Problem[] =>
  values.flatMap((value) => {
    const { known, nearest } = dictionary.known(field, foldText(value))
    return known ? [] : [unknownValue(field, value, nearest, path)]
  })

/** What to say about a value that no row has. */
export function unknownValue(
  field: DictionaryField,
  value: string,
  nearest: readonly string[],
  path: Path,
): Problem {
  const thing = THINGS[field]
  return {
    path,
    message: `No ${thing} ${valueWords(value)} is in the data`,
    next:
      nearest.length > 0
        ? // Values stand in the choices alone, which are fenced for models.
          'Take one of the values that are most like it, or leave this condition out.'
        : `Leave this condition out, or import data that has ${/^[aeiS]/.test(thing) ? 'an' : 'a'} ${thing}.`,
    choices: nearest,
  }
}

/** An amount with more decimals than the workspace's currency has. */
export function unpayable(test: Comparison | undefined, currency: Currency, path: Path): Problem[] {
  if (test === undefined) return []
  try {
    inMinor(test, currency)
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return [{ path, message: error.message, next: error.next }]
  }
}

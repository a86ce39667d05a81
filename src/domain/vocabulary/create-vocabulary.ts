import type { Reader } from '#db/run.ts'
import type { Currency } from '#kernel/money.ts'
import { foldText } from '#kernel/text.ts'
import { COMPANY_FIELD_INFOS, PERSON_FIELD_INFOS, SIGNAL_FIELD_INFOS } from './account-fields.ts'
import { accountShares } from './account-fill.ts'
import { campaignEvents } from './campaign-events.ts'
import { DICTIONARY_FIELDS } from './dictionary.ts'
import { FIELDS } from './fields.ts'
import { attributeFill, eventFill, exportFill, factsFill } from './fill.ts'
import { byScore, matchesIn } from './find.ts'
import { createKeeper } from './kept.ts'
import type { ListedValue } from './listed.ts'
import { createDictionary } from './name-dictionary.ts'
import { keepLists } from './value-lists.ts'
import type { FieldInfo, ValueInfo, Vocabulary } from './vocabulary.ts'

export interface VocabularyDeps {
  readonly reader: Reader
  /** The workspace's, asked each time: an import can set it. */
  currency(): Currency
}

/** Values of a field that the data dictionary names. */
const COMMONEST = 12
const MATCHES = 10

/**
 * The company's own words, read when they are first asked for and kept by data version. Among a million
 * customers the first question about a field takes up to a few hundred milliseconds; `fields()` asks about all.
 */
export function createVocabulary({ reader, currency }: VocabularyDeps): Vocabulary {
  const keep = createKeeper(reader)
  const list = keepLists(keep)
  const attributes = keep(attributeFill)
  const facts = keep(factsFill)
  const exports = keep(exportFill)
  const ways = keep(eventFill)
  const shares = keep(accountShares)
  const events = keep(campaignEvents)

  const find: Vocabulary['find'] = (text, { field, limit = MATCHES } = {}) =>
    (field === undefined ? DICTIONARY_FIELDS : [field])
      .flatMap((each) => matchesIn(each, list(each), text, field !== undefined))
      .toSorted(byScore)
      .slice(0, limit)

  const customersWith = (field: string): number => {
    const event = field.startsWith('event:') ? field.slice('event:'.length) : undefined
    if (event !== undefined) return list('event').find(({ value }) => value === event)?.count ?? 0
    if (field.startsWith('events.')) return ways().get(field) ?? 0
    if (field === 'exported') return exports().get(field) ?? 0
    const kind = FIELDS.find(({ name, values }) => name === field || values === field)
    if (kind?.values !== undefined && list(kind.values).length === 0) return 0
    return kind?.ofOrders === true
      ? (facts().get('orders') ?? 0)
      : (attributes().get(field) ?? facts().get(field) ?? 0)
  }

  const filled = (field: string): number => {
    if (/^(?:company|person|signal)\./.test(field)) return shares().get(field) ?? 0
    const customers = attributes().get('id') ?? 0
    return customers === 0 ? 0 : Math.min(1, customersWith(field) / customers)
  }

  /** Of companies and people only where there are any: a shop without them need not read about them. */
  const accountFields = () => [
    ...(filled('company.id') > 0 ? COMPANY_FIELD_INFOS : []),
    ...(filled('person.id') > 0 ? PERSON_FIELD_INFOS : []),
    ...(filled('signal.id') > 0 ? SIGNAL_FIELD_INFOS : []),
  ]

  return {
    find,
    filled,
    eventsOf: (campaign) => [...(events().get(foldText(campaign)) ?? [])],
    dictionary: createDictionary({ reader, keep, currency, values: list, find }),
    values: (field) => infosOf(list(field)),
    fields: () => [
      ...[...FIELDS, ...accountFields()].map(
        ({ name, label, type, values }): FieldInfo => ({
          name,
          label,
          type,
          filled: filled(name),
          values: values === undefined ? [] : commonest(list(values)),
        }),
      ),
      ...list('event').map(
        ({ value, label }): FieldInfo => ({
          name: `event:${value}`,
          label: label.replaceAll('_', ' '),
          type: 'date',
          filled: filled(`event:${value}`),
          values: [],
        }),
      ),
    ],
  }
}

const valueInfo = ({ field, value, label, count }: ListedValue): ValueInfo => ({ field, value, label, count })
/** One array of infos per kept list, so that whoever indexes it can keep the index as long as the list is kept. */
const infos = new WeakMap<readonly ListedValue[], readonly ValueInfo[]>()
function infosOf(values: readonly ListedValue[]): readonly ValueInfo[] {
  let found = infos.get(values)
  if (found === undefined) infos.set(values, (found = values.map(valueInfo)))
  return found
}

const commonest = (values: readonly ListedValue[]) => values.slice(0, COMMONEST).map(valueInfo)

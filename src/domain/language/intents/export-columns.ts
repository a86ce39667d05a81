import { CONTACT_COLUMNS, type PLAIN_COLUMNS } from '../../exports/analysis-columns.ts'
import { longestIn, type Phrase, phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Reading, said } from '../grammar/reading.ts'

type ColumnName = keyof typeof PLAIN_COLUMNS | keyof typeof CONTACT_COLUMNS

/** What people call the columns of a file of customers. */
const COLUMNS: readonly (readonly [value: readonly ColumnName[], words: Phrase])[] = [
  [['customer_id'], phrase('customer|client|user|member id|ids|number|numbers|identifier|identifiers')],
  [['customer_id'], phrase('id|ids|identifiers')],
  [['first_name', 'last_name'], phrase('full|customer? name|names', 'first and|& last name|names')],
  [['first_name'], phrase('first|given name|names', 'firstname|firstnames')],
  [['last_name'], phrase('last|family|sur name|names', 'lastname|lastnames|surname|surnames')],
  [['email'], phrase('email|emails|mail|mails address|addresses?', 'email|mail ids')],
  [['phone'], phrase('phone|mobile|telephone|cell|sms number|numbers', 'phone|phones|mobile|mobiles')],
  [['email_consent'], phrase('email|marketing consent|permission|optin|status', 'email opt in')],
  [['sms_consent'], phrase('sms|text consent|permission|optin|status', 'sms opt in')],
  [['country'], phrase('country|countries')],
  [['region'], phrase('region|regions|state|states|province')],
  [['city'], phrase('city|cities|town|towns')],
  [['language'], phrase('language|languages')],
  [
    ['created_at'],
    phrase('signup|registration|created|creation|join date|dates|day', 'sign up date|dates', 'date created'),
  ],
  [
    ['orders'],
    phrase(
      'number|count|amount of orders|purchases',
      'order|purchase count|counts|number|numbers',
      'orders|purchases',
      'total orders',
    ),
  ],
  [
    ['spent'],
    phrase(
      'total|lifetime|overall? spend|spent|spending|revenue|value|ltv',
      'ltv|clv',
      'total|amount|money amount|money? spent',
    ),
  ],
  [['average_order_value'], phrase('aov', 'average|avg order|basket value|size?')],
  [['first_order_at'], phrase('first order|purchase date|day?', 'date of the|their? first order|purchase')],
  [
    ['last_order_at'],
    phrase(
      'last|latest|recent order|purchase date|day?',
      'date|day of the|their? last|latest order|purchase',
      'when they? last ordered|bought',
    ),
  ],
  [['rfm_segment'], phrase('rfm segment|group|segments|groups')],
  [
    ['rfm_recency', 'rfm_frequency', 'rfm_monetary'],
    phrase('rfm score|scores|values|numbers?', 'r , f , m scores'),
  ],
]

/** Who somebody is, and how to reach them: in a file only where it is chosen. */
export const isContact = (name: string): boolean => Object.hasOwn(CONTACT_COLUMNS, name)

/** What names one person without saying anything else: asking for these alone asks for a file. */
export const names = (column: string): boolean => isContact(column) || column === 'customer_id'

export interface SaidColumns {
  readonly columns: readonly string[]
  /** Words for columns that there are not. */
  readonly unknown: readonly string[]
}

const joint = phrase(',|and|&|plus|+|/|;', ', and|plus', 'as well as', 'together with')
const before = phrase('the|their|all|just|only|each|every', 'all of? the|their', 'a column for|of|with?')
const LONGEST_UNKNOWN = 3

/** A list of columns, `name, country and total spent`. Words that are none are listed as such where `mayMiss`. */
export function columnsAt(reading: Reading, at: number, mayMiss = false): Found<SaidColumns> | undefined {
  const columns: string[] = []
  const unknown: string[] = []
  let end = at
  for (;;) {
    const joined = columns.length + unknown.length === 0 ? end : joint(reading, end)
    if (joined < 0) break
    const from = skip(reading, skip(reading, joined, before), before)
    const found = longestIn(reading, from, COLUMNS)
    if (found !== undefined) {
      columns.push(...found.value.filter((name) => !columns.includes(name)))
      end = found.end
      continue
    }
    const missing = mayMiss ? untilJoint(reading, from) : -1
    if (missing < 0) break
    unknown.push(said(reading, from, missing))
    end = missing
  }
  return columns.length === 0 ? undefined : { value: { columns, unknown }, end }
}

function untilJoint(reading: Reading, from: number): number {
  const { tokens } = reading
  let end = from
  while (end < tokens.length && tokens[end]?.kind === 'word' && joint(reading, end) < 0) end++
  return end > from && end - from <= LONGEST_UNKNOWN ? end : -1
}

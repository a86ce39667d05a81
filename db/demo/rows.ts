/** The columns of the generic import format, in the order in which its files list them. */
export const COLUMNS = {
  customers: [
    'id',
    'email',
    'phone',
    'first_name',
    'last_name',
    'gender',
    'birthday',
    'country',
    'region',
    'city',
    'postcode',
    'latitude',
    'longitude',
    'language',
    'interests',
    'accepts_email',
    'accepts_sms',
    'tags',
    'created_at',
  ],
  products: ['id', 'title', 'category', 'brand', 'price', 'sku', 'tags'],
  orders: [
    'id',
    'customer_id',
    'ordered_at',
    'status',
    'total',
    'discount_total',
    'refunded_total',
    'discount_code',
    'currency',
    'channel',
    'device',
  ],
  items: ['order_id', 'product_id', 'quantity', 'price'],
  events: [
    'id',
    'customer_id',
    'type',
    'occurred_at',
    'product_id',
    'campaign',
    'channel',
    'device',
    'value',
  ],
  campaigns: [
    'id',
    'name',
    'channel',
    'creative_tags',
    'offer_tags',
    'goal',
    'sent_at',
    'recipients',
    'cost',
  ],
  companies: [
    'id',
    'name',
    'domain',
    'industry',
    'employees',
    'revenue',
    'country',
    'region',
    'city',
    'tech_stack',
    'funding_stage',
    'hiring_velocity',
    'headcount_growth',
    'relationship',
  ],
  people: [
    'id',
    'company_id',
    'email',
    'phone',
    'first_name',
    'last_name',
    'title',
    'seniority',
    'function',
    'country',
    'region',
    'city',
    'timezone',
    'years_experience',
    'years_in_role',
  ],
  signals: ['id', 'type', 'topic', 'company_id', 'person_id', 'occurred_at', 'strength', 'source'],
  lists: ['list', 'customer_id'],
} as const

export type TableName = keyof typeof COLUMNS

/** One line of a file: every column is there, and the empty text stands for what is missing. */
export type Row<T extends TableName> = Readonly<Record<(typeof COLUMNS)[T][number], string>>

/** Cents as a decimal: `1850` → `18.50` */
export const money = (cents: number): string => (cents / 100).toFixed(2)

/** An instant in epoch seconds as `YYYY-MM-DD HH:MM:SS`, UTC. */
export const dateTime = (at: number): string =>
  new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ')

/** Several values in one cell. */
export const list = (values: readonly string[]): string => values.join('|')

/** `serial('O', 42, 6)` → `O000042` */
export const serial = (prefix: string, n: number, width: number): string =>
  `${prefix}${String(n).padStart(width, '0')}`

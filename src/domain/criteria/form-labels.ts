/** What people call the keys of conditions where the key itself, spelt out, would not do. */
const KEYS: Readonly<Record<string, string>> = {
  op: 'Comparison',
  where: 'Only orders or events that',
  within: 'In which time',
  during: 'When',
  against: 'Compared with which time',
  left: 'Which figure',
  right: 'Compared with which figure',
  window: 'When',
  of: 'Of what',
  on: 'When',
  n: 'How many',
  is: 'State',
  did: 'What they did',
  nth: 'Which order',
  except: 'But not',
  only: 'Holding only',
  without: 'Holding none of',
  contains: 'Holding',
  code: 'Discount code',
  coded: 'With a discount code',
  discounted: 'With a discount',
  offset: 'Which one: 0 this, −1 the last',
  count: 'How many in a row',
  per: 'In each',
  among: 'Only among customers who',
  was: 'Was, entered or left',
  from: 'From',
  kind: 'Kind of time',
  not: 'But did not do the next',
  apart: 'At most so long after',
  away: 'After a pause of at least',
  every: 'In every',
  least: 'At least so many times in each',
  customers: 'Number of customers',
  percent: 'Per cent of customers',
  times: 'So many times as much',
  profile: 'Which of them',
  unfit: 'None fits',
  question: 'To which question',
  answer: 'One of these answers',
  mentions: 'A text that mentions',
  confidence: 'Confidence of at least, in %',
  top: 'How many of them',
}

const VALUES: Readonly<Record<string, string>> = {
  '>': 'more than',
  '>=': 'at least',
  '<': 'less than',
  '<=': 'at most',
  '=': 'exactly',
  in: 'one of',
  has: 'has',
  last: 'last',
  ago: 'between two times ago',
  older: 'longer ago than',
  calendar: 'whole days, weeks, months …',
  dates: 'dates',
  count: 'number of orders',
  icp: 'ICP',
  spend: 'money spent',
  net_spend: 'money spent after refunds',
  email: 'e-mail',
  sms: 'SMS',
  tags: 'tag',
  interests: 'interest',
  created_at: 'sign-up',
}

const spelt = (word: string): string => word.replaceAll('_', ' ')

/** `In which time` */
export const labelOfKey = (key: string): string =>
  KEYS[key] ?? `${key.slice(0, 1).toUpperCase()}${spelt(key.slice(1))}`

/** `at least` */
export const labelOfValue = (value: string): string => VALUES[value] ?? spelt(value)

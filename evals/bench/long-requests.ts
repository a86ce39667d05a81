import type { Criteria } from '#domain/criteria/schema.ts'

export interface Sent {
  readonly what: string
  readonly text: string
}

const COUNTRIES = ['CA', 'US', 'DE', 'FR', 'NL', 'GB', 'IT', 'ES']

/** Conditions of several kinds, each with another number, in alternating groups. */
export function manyConditions(n: number): Criteria {
  const conditions = Array.from({ length: n }, (_, i): Criteria => {
    switch (i % 4) {
      case 0:
        return { type: 'orders', measure: 'count', op: '>=', value: i + 1 }
      case 1:
        return {
          type: 'attribute',
          field: 'country',
          op: 'equals',
          value: COUNTRIES[i % COUNTRIES.length] ?? 'CA',
        }
      case 2:
        return {
          type: 'orders',
          measure: 'spend',
          op: '>',
          value: i,
          within: { kind: 'last', n: i, unit: 'day' },
        }
      default:
        return { type: 'events', event: ['opened_email'], op: '>=', value: i + 1 }
    }
  })
  const groups = Array.from({ length: Math.ceil(n / 4) }, (_, i) => conditions.slice(4 * i, 4 * i + 4))
  return { any: groups.map((group): Criteria => ({ all: group })) }
}

/** As long as people can make them: a thousand words of one request, and as many conditions as fit into a message. */
export function longRequests(describe: (criteria: Criteria) => string): readonly Sent[] {
  const words = (n: number) => `customers who ${describe(manyConditions(n))}`
  const letter =
    'Hi team, could you please pull me the customers in Canada who ordered more than 3 times in the last 90 days or spent over $500 since January, but not wholesale people. '
  return [
    { what: 'a thousand words', text: letter.repeat(33).split(' ').slice(0, 1000).join(' ') },
    {
      what: 'a thousand words in one sentence',
      text: `customers who ${'bought coffee in May or '.repeat(199)}are in Canada`,
    },
    { what: 'a thousand words that nothing reads', text: 'flimflam '.repeat(1000) },
    { what: '60 conditions', text: words(60) },
    { what: '200 conditions', text: words(200) },
  ]
}

/** What is sent to see what happens. */
export function hostileTexts(): readonly Sent[] {
  const upTo = (length: number, piece: string) =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  const pieces = {
    brackets: '(',
    'closing brackets': ')',
    'brackets in pairs': '()',
    ands: 'and ',
    nots: 'not ',
    'ands and ors': 'coffee and tea or ',
    emoji: '👩‍👩‍👧‍👦🔥 ',
    quotes: '"',
    'curly quotes': '“',
    'quoted letters': '"a" ',
    digits: '9',
    'numbers between': 'between 1 and ',
    commas: ', ',
    'one word': 'a',
    dates: '01/02/2025 ',
    dashes: '-',
    selects: 'SELECT * FROM ',
  }
  return Object.entries(pieces).flatMap(([what, piece]) => [
    { what: `100 kB of ${what}`, text: upTo(100_000, piece) },
    { what: `1,000 ${what}`, text: `customers in Canada ${piece.repeat(1000)}` },
    { what: `as much of ${what} as a message holds`, text: upTo(9_990, piece) },
  ])
}

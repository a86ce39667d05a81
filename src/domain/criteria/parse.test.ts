import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InputError } from '#kernel/errors.ts'
import { parseCriteria } from './parse.ts'
import { MAX_CONDITIONS, MAX_DEPTH } from './schema.ts'

const canada = { type: 'attribute', field: 'country', op: 'equals', value: 'CA' }

/** The error that an input is refused with: where, and why. */
function refusal(input: unknown): { path: string; message: string; choices: readonly string[] } {
  try {
    parseCriteria(input)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { path: error.path.join('.'), message: error.message, choices: error.choices }
  }
  throw new Error('not refused')
}

describe('the path and the message of a refusal point at the problem', () => {
  test.for([
    [{ type: 'loyalty' }, 'type', /expected one of rfm, segment/],
    [{ colour: 'red' }, 'type', /expected one of rfm/],
    [5, '', /expected an object/],
    [{}, '', /criteria are empty/],
    [[], '', /criteria are empty/],
    [{ all: [] }, 'all', /empty group/],
    [{ all: {} }, 'all', /expected array/],
    [{ all: [canada, { any: [] }] }, 'all.1.any', /empty group/],
    [
      { any: [{ none: [{ ...canada, field: 'countri' }] }] },
      'any.0.none.0.field',
      /expected one of id, email/,
    ],
    [{ all: [canada], any: [canada] }, '', /Unrecognized key/],
    [{ all: [{ ...canada, colour: 1 }] }, 'all.0', /Unrecognized key: "colour"/],
    [{ ...canada, value: {} }, 'value', /expected a text, a number, \[low, high\] or a list/],
    [JSON.parse('{"all":[{"type":"rfm","__proto__":{}}]}'), 'all.0', /Unrecognized key: "__proto__"/],
    [{ ...canada, constructor: 1 }, '', /Unrecognized key: "constructor"/],
    [{ type: '__proto__' }, 'type', /expected one of rfm/],
    [{ ...canada, field: 'city', value: 'a\u0000b' }, 'value', /control characters/],
    [{ ...canada, field: 'city', value: '\ud800' }, 'value', /half characters/],
    [{ ...canada, field: 'city', value: 'x'.repeat(100_000) }, 'value', /<=300 characters/],
    [{ type: 'orders', measure: 'spend', op: '>', value: Number.NaN }, 'value', /expected a number/],
    [{ type: 'orders', measure: 'spend', op: '>', value: 'NaN' }, 'value', /expected a number/],
    [{ type: 'orders', measure: 'spend', op: '>', value: Number.POSITIVE_INFINITY }, 'value', /expected/],
    [
      { type: 'orders', measure: 'count', within: { kind: 'last', n: 1e9, unit: 'year' }, op: '>', value: 1 },
      'within.n',
      /<=5000/,
    ],
    [
      { type: 'orders', measure: 'count', within: { kind: 'dates', from: '2025-02-30' }, op: '>', value: 1 },
      'within.from',
      /Invalid ISO date/,
    ],
    [{ ...canada, op: 'contains' }, 'op', /country takes equals with one country/],
    [{ ...canada, value: undefined }, 'op', /country takes equals with one country/],
    [{ type: 'attribute', field: 'tags', op: 'equals', value: 'VIP' }, 'op', /tags takes has/],
    [
      { type: 'attribute', field: 'latitude', op: 'between', value: [5, 1] },
      'value',
      /lower value comes first/,
    ],
    [{ type: 'attribute', field: 'latitude', op: 'between', value: 5 }, 'value', /between/],
    [{ type: 'attribute', field: 'phone', op: 'contains', value: 'x' }, 'value', /digits/],
    [{ type: 'attribute', field: 'created_at', op: 'during' }, 'op', /during with a window/],
    [
      {
        type: 'attribute',
        field: 'birthday',
        op: 'during',
        window: { kind: 'calendar', unit: 'month', offset: 0 },
      },
      'window',
      /date of birth/,
    ],
    [{ type: 'orders', measure: 'count', op: '>', value: -1 }, 'value', /whole number/],
    [{ type: 'orders', measure: 'count', op: '>', value: 1.5 }, 'value', /whole number/],
    [{ type: 'orders', measure: 'spend', op: '>', value: -1 }, 'value', /0 or more/],
    [{ type: 'orders', measure: 'spend' }, 'op', /needs op and value/],
    [{ type: 'orders', measure: 'spend', op: '>' }, 'value', /give both or neither/],
    [{ type: 'orders', measure: 'last_date' }, 'during', /needs the window/],
    [
      {
        type: 'orders',
        measure: 'last_date',
        during: { kind: 'last', n: 1, unit: 'day' },
        op: '>',
        value: 1,
      },
      'op',
      /nothing else/,
    ],
    [
      { type: 'orders', measure: 'count', op: '>', value: 1, where: { status: ['cancelled'] } },
      'where.status.0',
      /never count/,
    ],
    [{ type: 'orders', measure: 'count', op: '>', value: 1, where: {} }, 'where', /every order/],
    [
      { type: 'orders', measure: 'count', op: '>', value: 1, within: { kind: 'lost' } },
      'within.kind',
      /last, ago, older/,
    ],
    [{ type: 'purchases', match: 'all', of: { category: ['Tea'], brand: ['Kopi'] } }, 'of', /exactly one/],
    [{ type: 'purchases', match: 'only', of: { category: ['Tea'] }, measure: 'orders' }, 'measure', /leave/],
    [{ type: 'purchases', match: 'any', of: { category: ['Tea'] }, op: '>', value: 1 }, 'measure', /both/],
    [{ type: 'rank', by: 'spend', direction: 'top' }, '', /one of them/],
    [{ type: 'rank', by: 'spend', direction: 'top', percent: 0.001 }, 'percent', /2 decimals/],
    [{ type: 'rfm' }, '', /give segment/],
  ] as const)('%j', ([input, path, message]) => {
    const refused = refusal(input)
    expect(refused.message).toMatch(message)
    expect(refused.path).toBe(path)
  })

  test('choices are offered where there are some', () => {
    expect(refusal({ type: 'consent', channel: 'fax', is: 'subscribed' }).choices).toEqual(['email', 'sms'])
  })
})

test('groups nest as deep as the limit and no deeper', () => {
  const nested = (depth: number) =>
    Array.from({ length: depth }).reduce<unknown>((inner) => ({ all: [inner] }), canada)
  expect(parseCriteria(nested(MAX_DEPTH))).toBeDefined()
  expect(refusal(nested(MAX_DEPTH + 1)).message).toMatch(/deeper/)
  expect(refusal(nested(100_000)).message).toMatch(/deeper/)
})

test('there are as many conditions as the limit and no more', () => {
  const many = (n: number) => ({ any: Array.from({ length: n }, () => canada) })
  expect(parseCriteria(many(MAX_CONDITIONS))).toBeDefined()
  expect(refusal(many(MAX_CONDITIONS + 1)).message).toMatch(/more than/)
})

test('anything at all is parsed or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(() => parseCriteria(input)).toThrow(InputError)
    }),
  )
})

import { expect, test } from 'vitest'
import { parseCriteria } from './parse.ts'
import { lostInWords } from './read-back.fixture.ts'

const germany = { type: 'company', field: 'country', op: 'in', value: ['DE'] } as const
const never = { type: 'orders', measure: 'count', op: '=', value: 0 } as const
const opened = { type: 'events', event: ['opened_email'] } as const
const viewed = { type: 'events', event: ['viewed_product'] } as const
const germans = { type: 'attribute', field: 'country', op: 'in', value: ['DE'] } as const
const lately = { kind: 'last', n: 30, unit: 'day' } as const
const drawn = { type: 'rank', by: 'random', direction: 'top', customers: 3 } as const

/** Found by long runs: what stands beside them lent its words to them. */
test.for<{ what: string; criteria: unknown }>([
  {
    what: 'an event, or another one for the first time',
    criteria: {
      any: [
        viewed,
        { type: 'moment', which: 'first', deed: { did: 'event', event: ['opened_email'] }, during: lately },
      ],
    },
  },
  {
    what: 'the first time, and the same again since a day',
    criteria: {
      all: [
        { type: 'moment', which: 'first', deed: { did: 'event', event: ['opened_email'] }, during: lately },
        {
          type: 'restarted',
          deed: { did: 'event', event: ['opened_email'] },
          within: { kind: 'dates', from: '2023-01-01', before: '2023-02-01' },
          away: { n: 1, unit: 'hour' },
        },
      ],
    },
  },
  {
    what: 'either of two between two groups with names',
    criteria: {
      all: [
        { type: 'segment', segment: 'seg_canada' },
        { any: [{ type: 'exported' }, opened] },
        { type: 'attribute', field: 'tags', op: 'in', value: ['VIP'] },
      ],
    },
  },
  {
    what: 'a cart for the first time, and no order ever',
    criteria: {
      all: [
        { type: 'moment', which: 'first', deed: { did: 'event', event: ['added_to_cart'] }, during: lately },
        never,
      ],
    },
  },
  {
    what: 'an ICP, and a score as it',
    criteria: {
      none: [
        {
          all: [
            { type: 'company_profile', kind: 'icp', profile: ['icp_3'] },
            { type: 'company_profile', kind: 'icp', profile: ['icp_3'], op: '>', value: 0 },
          ],
        },
      ],
    },
  },
  {
    what: 'an id, or who ordered: that verb is no second id',
    criteria: {
      any: [
        { type: 'attribute', field: 'id', op: 'equals', value: 'C0' },
        { type: 'sequence', first: { did: 'ordered' }, next: { did: 'ordered' } },
        { type: 'abandoned', event: 'added_to_cart' },
      ],
    },
  },
  {
    what: 'companies that are not others are not those without people',
    criteria: {
      none: [{ all: [germany, { type: 'company_signal', signal: ['hiring'], op: '>=', value: 2 }] }],
    },
  },
  {
    what: 'a piece of a funding stage',
    criteria: { type: 'company', field: 'funding_stage', op: 'ends_with', value: 'series b' },
  },
  {
    what: 'a list in brackets behind “either”',
    criteria: {
      any: [
        {
          all: [germany, { type: 'company', field: 'tech_stack', op: 'in', value: ['dbt', 'Snowflake'] }],
        },
        { type: 'company', field: 'revenue', op: 'known' },
      ],
    },
  },
  {
    what: 'who is drawn at random, or others',
    criteria: { any: [drawn, { type: 'consent', channel: 'sms', is: 'unknown' }] },
  },
  {
    what: 'who looked at something, or never ordered at all',
    criteria: { any: [{ type: 'events', event: ['viewed_product'] }, never] },
  },
  {
    what: 'an event at any time beside an order at one',
    criteria: {
      all: [
        { type: 'events', event: ['opened_email'] },
        { ...never, op: '>=', value: 2, within: { kind: 'last', n: 30, unit: 'day' } },
      ],
    },
  },
  {
    what: 'a letter that the data does not hold as an industry',
    criteria: { none: [{ type: 'company', field: 'industry', op: 'equals', value: 'é' }] },
  },
  {
    what: 'less than 0 and at least once',
    criteria: {
      all: [
        { type: 'attribute', field: 'longitude', op: '<', value: 0 },
        {
          type: 'sequence',
          first: { did: 'ordered' },
          next: { did: 'event', event: ['opened_email'] },
          not: true,
          within: { kind: 'older', n: 3, unit: 'week' },
        },
      ],
    },
  },
  {
    what: 'a score of 3, or a first order',
    criteria: {
      any: [
        { type: 'rfm', frequency: [3] },
        { type: 'orders', measure: 'first_date', during: { kind: 'last', n: 9, unit: 'month' } },
      ],
    },
  },
  {
    what: 'a share of spend beside what was not bought',
    criteria: {
      all: [
        { type: 'share', of: 'spend', op: '>=', value: 10, products: { category: ['Tea'] } },
        { type: 'purchases', match: 'none', of: { category: ['Coffee'] } },
      ],
    },
  },
  {
    what: 'a share of everybody but not of those in a place',
    criteria: {
      all: [
        { type: 'sample', from: 0, to: 10 },
        { type: 'events', event: ['opened_email'], op: '=', value: 0 },
      ],
    },
  },
  {
    what: 'two denials, the first in brackets',
    criteria: {
      all: [
        {
          none: [
            { type: 'company', field: 'revenue', op: 'known' },
            { type: 'company_signal', signal: ['hiring'], op: '>=', value: 2 },
          ],
        },
        { none: [{ type: 'company', field: 'funding_stage', op: '>', value: 'Series A' }] },
      ],
    },
  },
  {
    what: 'a rank that is denied twice',
    criteria: {
      all: [
        { type: 'consent', channel: 'sms', is: 'unknown' },
        { none: [{ none: [{ type: 'rank', by: 'orders', direction: 'top', customers: 4 }] }] },
      ],
    },
  },
  {
    what: 'one event, or several of another',
    criteria: { any: [opened, { ...viewed, op: '>=', value: 3 }] },
  },
  { what: 'one event, or another in a time', criteria: { any: [opened, { ...viewed, within: lately }] } },
  {
    what: 'an event, or one on a device',
    criteria: {
      any: [
        { ...opened, event: ['wheel spin'] },
        { ...viewed, where: { device: ['mobile'] } },
      ],
    },
  },
  {
    what: 'an event at any time beside the same in one',
    criteria: { all: [opened, { ...opened, within: lately }] },
  },
  {
    what: 'an event in a time beside none of it ever',
    criteria: {
      all: [
        { ...opened, within: lately },
        { ...opened, op: 'between', value: [0, 0] },
      ],
    },
  },
  {
    what: 'an event in brackets beside an order in a time',
    criteria: { all: [{ all: [germans, opened] }, { ...never, op: '>', value: 0, within: lately }] },
  },
  {
    what: 'what was bought beside what was not in a time',
    criteria: {
      all: [
        { type: 'purchases', match: 'any', of: { sku: ['ABC-1'] } },
        { type: 'purchases', match: 'none', of: { category: ['Tea'] }, within: lately },
      ],
    },
  },
  {
    what: 'what an order held beside what was never bought',
    criteria: {
      all: [
        { type: 'nth_order', nth: 1, where: { only: { price: { op: '>', value: 0 } } } },
        { type: 'purchases', match: 'none', of: { category: ['Tea'] } },
      ],
    },
  },
  {
    what: 'an RFM segment beside scores',
    criteria: {
      all: [
        { type: 'rfm', segment: ['Champions'] },
        { type: 'rfm', recency: [1, 5], frequency: [2] },
      ],
    },
  },
  {
    what: 'a value beside a distance',
    criteria: {
      all: [
        { type: 'attribute', field: 'latitude', op: '<=', value: 0 },
        { type: 'distance', from: { latitude: -33.9, longitude: -0.1 }, op: '>=', value: 0.5, unit: 'km' },
      ],
    },
  },
  {
    what: 'not at a stage that the data does not hold',
    criteria: { none: [{ type: 'company', field: 'funding_stage', op: 'equals', value: '%' }] },
  },
  {
    what: 'at companies that are not at such a stage',
    criteria: {
      any: [
        {
          type: 'works_at',
          company: { none: [{ type: 'company', field: 'funding_stage', op: 'equals', value: '%' }] },
        },
        { type: 'person_signal', signal: ['hiring'] },
      ],
    },
  },
  {
    what: 'names of events side by side',
    criteria: { type: 'events', event: ['opened_email', 'wheel spin', 'nothing like it'] },
  },
  {
    what: 'a rank but not another rank',
    criteria: {
      all: [
        { type: 'rank', by: 'spend', direction: 'top', customers: 1 },
        { none: [{ type: 'rank', by: 'spend', direction: 'top', percent: 0.5 }] },
      ],
    },
  },
  {
    what: 'a rank but not a distance',
    criteria: {
      all: [
        { type: 'rank', by: 'spend', direction: 'top', percent: 0.5 },
        {
          none: [
            {
              type: 'distance',
              from: { latitude: -33.9, longitude: -0.1 },
              op: 'between',
              value: [1, 2],
              unit: 'km',
            },
          ],
        },
      ],
    },
  },
  {
    what: 'a rank but not those of an age',
    criteria: {
      all: [
        { type: 'rank', by: 'spend', direction: 'top', percent: 0.5 },
        {
          none: [
            {
              type: 'anniversary',
              of: 'birthday',
              on: { kind: 'calendar', unit: 'year', offset: 0 },
              years: { op: 'between', value: [1, 2] },
            },
          ],
        },
      ],
    },
  },
])('$what', ({ criteria }) => expect(lostInWords(parseCriteria(criteria))).toBeUndefined())

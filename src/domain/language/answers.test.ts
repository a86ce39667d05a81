import { describe, expect, test } from 'vitest'
import { situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'
import type { Command } from './interpretation.ts'

describe('what is asked back, with the readings offered', () => {
  test.for<[string, string[]]>([
    ['...', []],
    ['VIP and Newsletter', ['in all of them', 'in any of them']],
    ['a dozen orders', ['exactly', 'at least']],
    ['active customers', ['ordered at least 3 times in the last 12 months', 'bought in the last 90 days']],
    ['all customers', []],
    ['asdf qwer zxcv', []],
    ['big spenders', ['the RFM segment Big Spenders', 'the top 10% by spend', 'spent over 500']],
    ['bought a lot', ['ordered at least 3 times in the last 12 months', 'bought in the last 90 days']],
    ['bought recently', ['bought in the last 30 days', 'bought in the last 90 days']],
    [
      'churned customers',
      ['last order over 90 days ago', 'last order over 180 days ago', 'last order over a year ago'],
    ],
    ['customers from Georgia', ['the US state', 'the country']],
    ['customers in Barcelona', []],
    ['customers in CA', ['the country Canada (50)', 'the region California (20)']],
    ['customers in Washington', []],
    ['customers in the state of Georgia', []],
    [
      'customers inactive for 90 days',
      ['no order in that time', 'no e-mail opened or clicked in that time', 'no site visit in that time'],
    ],
    ['customers who like jazz', []],
    ['customers with 3 orders', ['exactly', 'at least']],
    ['customers with 3 orders in Germany', ['exactly', 'at least']],
    ['customers with blue eyes', []],
    ['delete it', ['VIP', 'Newsletter', 'At Risk EU', 'Summer Buyers', 'Champions']],
    ['discount shoppers', ['every order with a discount', 'at least 2 orders with a discount']],
    ['everyone', []],
    ['everyone in New York', ['the city New York (10)', 'the region New York (20)']],
    ['frequent shoppers', ['ordered at least 3 times in the last 12 months', 'bought in the last 90 days']],
    ['high AOV customers', []],
    [
      'inactive customers',
      [
        'no order in the last 90 days, but one before',
        'no e-mail opened or clicked in the last 90 days',
        'no site visit in the last 90 days',
      ],
    ],
    [
      'lapsed customers',
      ['last order over 90 days ago', 'last order over 180 days ago', 'last order over a year ago'],
    ],
    ['logged in last week', []],
    ['loyal customers', ['the RFM segment Loyal Customers', 'at least 3 orders']],
    [
      'new customers',
      ['the RFM segment New Customers', 'first order in the last 30 days', 'signed up in the last 30 days'],
    ],
    ['newsletter subscribers', ['on the list Newsletter', 'consented to e-mail']],
    ['opened an email and bought in the last 2 weeks', ['both in the last 2 weeks', 'the first at any time']],
    [
      'ordered since 01/03/2025',
      ['1 March 2025 (day first, European)', '3 January 2025 (month first, American)'],
    ],
    ['over 65', []],
    ['people from Georgia who spent over 100', ['the US state', 'the country']],
    ['people who drive a Tesla', []],
    ['recent buyers', ['bought in the last 30 days', 'bought in the last 90 days']],
    [
      "visited the site but didn't buy in the last 30 days",
      ['both in the last 30 days', 'the first at any time'],
    ],
    ['whales', ['the top 10% by spend', 'spent over 500', 'the RFM segment Champions']],
  ])('%s', ([text, options]) => {
    const found = interpret(text, situation())
    expect(found.kind === 'question' ? found.options.map(({ label }) => label) : found).toEqual(options)
  })

  test('options that can be counted carry their criteria', () => {
    const found = interpret('recent buyers in France', situation())
    expect(found).toMatchObject({
      kind: 'question',
      partial: { field: 'country', value: 'FR' },
      options: [
        {
          text: 'bought in the last 30 days in France',
          criteria: { all: [{ type: 'orders' }, { value: 'FR' }] },
        },
        {},
      ],
    })
  })
})

describe('what is refused, and what is named as missing', () => {
  test.for([
    ['French speakers', 'language'],
    ['Spanish-speaking customers', 'language'],
    ['bought more than 5', 'other comparisons'],
    ['bounced emails', 'bounced e-mails'],
    ['clientes que compraron en los últimos 30 días', 'requests in Spanish'],
    ['clients qui ont acheté dans les 30 derniers jours', 'requests in French'],
    ['customers in France; DROP TABLE users', ''],
    ['customers who bought at the end of the month', 'dates in any year'],
    ['customers who complained', 'support tickets'],
    ['customers who follow us on TikTok', 'social media'],
    ['customers who own a dog', 'income'],
    ['customers who paid with PayPal', 'payment methods'],
    ['customers who used to buy often', 'habits over time'],
    ['customers with a churn risk above 50%', 'predictions'],
    ['customers with loyalty points', 'loyalty points'],
    ['kunden in Deutschland die mehr als 100 Euro ausgegeben haben', 'requests in German'],
    ['people likely to buy again', 'predictions'],
    ['received an email last week', 'messages sent before'],
    ['reviewed a product', 'reviews'],
    ['searched for shoes', 'searches'],
    ['send them a text', ''],
    ['translate this to German', ''],
    ["what's the weather like?", 'weather'],
    ['write an email to our VIPs', ''],
  ])('%s', ([text = '', missing]) => {
    const found = interpret(text, situation())
    expect(found.kind === 'refused' ? found.missing.join(', ') : found).toBe(missing)
  })
})

describe('commands', () => {
  test.for<[string, Command]>([
    [
      'clone VIP as VIP Spain and limit it to Spain',
      {
        do: 'clone_segment',
        segment: 'list_vip',
        name: 'VIP Spain',
        criteria: {
          all: [
            { type: 'segment', segment: 'list_vip' },
            { type: 'attribute', field: 'country', op: 'equals', value: 'ES' },
          ],
        },
      },
    ],
    ['delete the segment VIP', { do: 'delete_segment', segment: 'list_vip' }],
    ['duplicate Summer Buyers', { do: 'clone_segment', segment: 'seg_summer' }],
    ['explain Champions', { do: 'explain_segment', segment: 'seg_rfm_champions' }],
    [
      'is anna@example.com in VIP?',
      { do: 'explain_customer', customer: 'anna@example.com', segment: 'list_vip' },
    ],
    ['list my segments', { do: 'list_segments' }],
    ['pending proposals', { do: 'list_proposals' }],
    ['rename VIP to Gold Club', { do: 'rename_segment', segment: 'list_vip', name: 'Gold Club' }],
    ['show me the segment VIP', { do: 'show_segment', segment: 'list_vip' }],
    ['undo', { do: 'undo' }],
    [
      'update VIP to customers who spent over 1000',
      {
        do: 'update_segment',
        segment: 'list_vip',
        criteria: { type: 'orders', measure: 'spend', op: '>', value: 1000 },
      },
    ],
    ['what categories do we have?', { do: 'find_values', query: '', field: 'category' }],
    ['what data do you have?', { do: 'list_fields' }],
    ['what segments do we have?', { do: 'list_segments' }],
    ["what's in Summer Buyers?", { do: 'explain_segment', segment: 'seg_summer' }],
    ['which brands do you sell?', { do: 'find_values', query: '', field: 'brand' }],
    ['why is customer 123 in VIP?', { do: 'explain_customer', customer: '123', segment: 'list_vip' }],
  ])('%s', ([text, command]) => {
    expect(interpret(text, situation())).toMatchObject({ kind: 'command', command })
  })

  test('"it" is the segment spoken of last', () => {
    const spoken = { ...situation(), lastSegment: { id: 'seg_summer', name: 'Summer Buyers' } }
    expect(interpret('delete it', spoken)).toMatchObject({
      kind: 'command',
      command: { do: 'delete_segment', segment: 'seg_summer' },
    })
  })

  test('a copy with a limit is counted first', () => {
    expect(
      interpret('make a copy of VIP called VIP France and limit it to France', situation()),
    ).toMatchObject({
      command: {
        do: 'clone_segment',
        segment: 'list_vip',
        name: 'VIP France',
        criteria: {
          all: [
            { type: 'segment', segment: 'list_vip' },
            { field: 'country', value: 'FR' },
          ],
        },
      },
    })
  })
})

test('who thanks and saves in one sentence asks to save', () => {
  const at = situation({ type: 'attribute', field: 'city', op: 'equals', value: 'Paris' })
  expect(interpret('perfect, save it as Paris Gold', at)).not.toMatchObject({ kind: 'talk' })
})

test.for([
  ['?', 'help'],
  ['help', 'help'],
  ['hi', 'greeting'],
  ['thank you!', 'thanks'],
  ['what can you do?', 'help'],
  ["hi, I'm new here, what exactly can you do?", 'help'],
  ["I'm new to this, how does it work", 'help'],
  ['new here. where do I start?', 'help'],
  ['what are your capabilities?', 'help'],
  ['how do I say that either one of two conditions is enough?', 'wording'],
  ['how do I combine two conditions with or?', 'wording'],
])('talk: %s', ([text = '', topic]) => {
  expect(interpret(text, situation())).toMatchObject({ kind: 'talk', topic })
})

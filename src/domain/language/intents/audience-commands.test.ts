import { expect, test } from 'vitest'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const shop = {
  ...situation(),
  audience: (name: string) => (/^spring(?: vips)?$/i.test(name) ? 'aud_spring' : undefined),
}

/** `email: (base) − suppressions; holdout; cap` */
function read(text: string): string {
  const found = interpret(text, shop)
  if (found.kind !== 'command') return found.kind === 'question' ? `? ${found.question}` : found.kind
  const { command } = found
  if (command.do !== 'create_audience') return JSON.stringify(command)
  const { channel, criteria, less, holdout, cap, name } = command
  return [
    `${channel}: ${[criteria, ...less].map(brief).join(' − ')}`,
    ...(holdout === undefined ? [] : [`${holdout}% held out`]),
    ...(cap === undefined ? [] : [`${cap.customers} ${cap.order}`]),
    ...(name === undefined ? [] : [`“${name}”`]),
  ].join('; ')
}

test.for([
  ['make an email audience from Champions', 'email: rfm Champions'],
  [
    'make an email audience from Champions without VIP, hold out 10 %, at most 5,000',
    'email: rfm Champions − segment list_vip; 10% held out; 5000 random',
  ],
  [
    'build an SMS audience of women in France who bought Skincare',
    'sms: (gender equals female & country equals FR & purchases any {category:Skincare})',
  ],
  ['audience for Meta ads from Big Spenders', 'ads: rfm Big Spenders'],
  ['create an ads audience of customers in Canada', 'ads: country equals CA'],
  ['create a facebook audience from Champions', 'ads: rfm Champions'],
  ['Please build a Google Ads audience from Loyal Customers', 'ads: rfm Loyal Customers'],
  ['create an audience for email from Champions and Loyal Customers', 'email: rfm Champions,Loyal Customers'],
  [
    'I need an e-mail audience of customers in Germany, max 2000 by highest spend',
    'email: country equals DE; 2000 spend',
  ],
  ['new sms audience from At Risk excluding staff', 'sms: rfm At Risk − tags has staff'],
  [
    'create an email audience of everyone who bought Tea except VIP and staff',
    'email: purchases any {category:Tea} − segment list_vip − tags has staff',
  ],
  ['make me a text audience from Champions with a 5% holdout', 'sms: rfm Champions; 5% held out'],
  [
    'email audience from Champions, capped at 500, most recent buyers first',
    'email: rfm Champions; 500 recent',
  ],
  ['build an email audience from Champions limited to 1,000 at random', 'email: rfm Champions; 1000 random'],
  [
    'create an email audience from Champions, keep 20% as a control group',
    'email: rfm Champions; 20% held out',
  ],
  [
    'create an SMS audience of Champions in Paris; hold out 10% of them; no more than 300 people',
    'sms: (rfm Champions & city equals Paris); 10% held out; 300 random',
  ],
  [
    'create an email audience of customers who spent over 200 called “Spring”',
    'email: orders spend > 200; “Spring”',
  ],
  ['set up an audience on sms from Hibernating', 'sms: rfm Hibernating'],
  [
    'create an email audience from customers who ordered in the last 30 days but not women',
    'email: orders count >= 1 [last 30 day] − gender equals female',
  ],
  [
    'make an email audience from Champions, up to 100 who spent the most, holding out 10%',
    'email: rfm Champions; 10% held out; 100 spend',
  ],
  ['list audiences', '{"do":"list_audiences"}'],
  ['which audiences do we have?', '{"do":"list_audiences"}'],
  ['show the audience Spring', '{"do":"show_audience","audience":"aud_spring"}'],
  ['delete audience “Spring VIPs”', '{"do":"delete_audience","audience":"aud_spring"}'],
  [
    'rename the audience Spring to Summer',
    '{"do":"rename_audience","audience":"aud_spring","name":"Summer"}',
  ],
] as const)('%s', ([text, meaning]) => {
  expect(read(text)).toBe(meaning)
})

test('a cap without an order says that it draws, and nothing that can’t be read is left out', () => {
  const found = interpret('make an email audience from Champions, at most 50', shop)
  expect(found).toMatchObject({
    kind: 'command',
    command: { assumptions: [expect.stringContaining('Nobody said which 50 stay')] },
  })
  for (const text of [
    'make an email audience from Champions without the flibbertigibbets',
    'make an email audience from Champions, hold out 10%, hold out 20%',
    'make an sms audience',
  ]) {
    expect(read(text)).toMatch(/^\?/)
  }
})

test('whoever was exported is suppressed, and how recently is asked', () => {
  expect(read('make an email audience from Champions, not exported in the last 30 days')).toBe(
    'email: rfm Champions − exported [last 30 day]',
  )
  expect(
    read('make an email audience from Champions except those exported to Klaviyo in the last 2 weeks'),
  ).toBe('email: rfm Champions − exported klaviyo [last 2 week]')
  expect(read('audience for Meta ads from Big Spenders except recently exported')).toMatch(/^\?/)
})

test('an audience without a channel is a segment, as before, and a letter is none of ours', () => {
  expect(interpret('create an audience of customers in Canada', shop)).toMatchObject({
    kind: 'criteria',
    intent: 'create',
  })
  for (const text of [
    'create an audience for email subscribers in France',
    'create a custom audience of customers in Canada',
  ]) {
    expect(interpret(text, shop).kind).not.toBe('command')
  }
  expect(interpret('make an email about our sale', shop).kind).toBe('refused')
})

import { describe, expect, test } from 'vitest'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  switch (found.kind) {
    case 'criteria':
      return brief(found.criteria)
    case 'command':
      return `do ${found.command.do}`
    case 'refused':
      return `refused: ${found.missing.join(', ') || found.reason}`
    case 'question':
    case 'talk':
      return found.kind
  }
}

const ORDERED_THEN =
  '(orders count >= 1 [from 2023-01-01 to 2023-12-31] & orders count = 0 [calendar year 0])'
const FOR_GERMANY = '((country equals FR | (country equals DE & tags has gold)) & orders count >= 2)'
const FROM_GERMANY = '(country in US,CA | (country equals DE & orders count >= 2))'

describe('what whoever asks does is no deed of those who are asked for', () => {
  test.for([
    ['I’m looking at customers in Berlin', 'city equals Berlin'],
    [
      'We’re currently looking into women who bought Tea',
      '(gender equals female & purchases any {category:Tea})',
    ],
    ['I’m shopping for an audience: women in Berlin', '(gender equals female & city equals Berlin)'],
    ['We visited Berlin. Women in Paris please', 'question'],
    ['women looking at Tea', '(gender equals female & events viewed_product {product:{category:Tea}})'],
    [
      'I’m looking at early habit formation. Who ordered in May 2025?',
      'orders count >= 1 [from 2025-05-01 to 2025-05-31]',
    ],
    ['VIPs who have been with us since day one', 'question'],
    ['spent 750 or more with us since day one', 'orders spend >= 750'],
  ] as const)('%s', ([text, meant]) => {
    expect(read(text)).toBe(meant)
  })
})

describe('deeds in a list that “or” ends are asked about', () => {
  test.for([
    ['customers who visited the site, bought Tea or opened an email', 'question'],
    ['exclude anyone who visited, ordered or clicked', 'question'],
    [
      'women in Berlin, bought Tea or visited the site',
      '(gender equals female & city equals Berlin & (purchases any {category:Tea} | events visited_site))',
    ],
  ] as const)('%s', ([text, meant]) => {
    expect(read(text)).toBe(meant)
  })
})

describe('what is said of one of two', () => {
  test.for([
    [
      'engineers at US companies who aren’t in the US themselves',
      '(person title means Engineer & works_at {type:company field:country op:equals value:US} & not(person country equals US))',
    ],
    [
      'CTOs at companies in France who live in Germany',
      '(person title means CTO & works_at {type:company field:country op:equals value:FR} & person country equals DE)',
    ],
    [
      'CTOs at companies in France who use Snowflake',
      '(person title means CTO & works_at {all:{type:company field:country op:equals value:FR},{type:company field:tech_stack op:has value:Snowflake}})',
    ],
    [
      'Juice buyers who have no Coffee Gear and no Trail Shoe',
      '(purchases any {category:Juice} & purchases none {category:Coffee Gear} & purchases none {product:Trail Shoe})',
    ],
    [
      'clicked the Summer Sale e-mail or the October News one. Not people who did both though',
      '((events clicked_email {campaign:Summer Sale} & not(events clicked_email {campaign:October News})) | (events clicked_email {campaign:October News} & not(events clicked_email {campaign:Summer Sale})))',
    ],
    [
      'women in Berlin or men in Paris, and from both groups remove staff',
      '(((gender equals female & city equals Berlin) | (gender equals male & city equals Paris)) & not(tags has staff))',
    ],
    ['took over half a year to come back for a second order after the first', 'order_gap first > 180'],
    [
      'added Tea to the cart in the last ten days and they’ve ordered nothing since',
      'abandoned added_to_cart [last 10 day] {product:{category:Tea}}',
    ],
    ['each and every order came to 60 or above', 'orders smallest >= 60'],
    ['SaaS companies in France, but don’t make it a must', 'question'],
  ] as const)('%s', ([text, meant]) => {
    expect(read(text)).toBe(meant)
  })
})

describe('whom the end of a clause leaves out', () => {
  const NOT_TEA = '(gender equals female & city equals Berlin & not(purchases any {category:Tea}))'
  const NEITHER =
    '(events opened_email {campaign:Summer Sale} & events opened_email {campaign:October News} & events clicked_email = 0 {campaign:Summer Sale,October News})'
  test.for([
    ['women in Berlin. Anyone who bought Tea has to stay out.', NOT_TEA],
    ['women in Berlin, and anyone who bought Tea must be left out', NOT_TEA],
    ['on Newsletter but missing from the VIP list', '(segment list_news & not(segment list_vip))'],
    ['opened Summer Sale and October News, but clicked neither', NEITHER],
    ['opened Summer Sale and October News but clicked none of them', NEITHER],
    ['opened Summer Sale, but clicked neither', 'question'],
    [
      'started a checkout since Monday that never became an order',
      'abandoned started_checkout [from 2025-11-17]',
    ],
    [
      'most recent order was worth at least double their very first one',
      'figures {from:orders measure:last} >= 2 {from:orders measure:first}',
    ],
    [
      'on two or all three of these: VIP, Newsletter, Champions',
      '((segment list_vip & segment list_news) | (segment list_vip & rfm Champions) | (segment list_news & rfm Champions))',
    ],
  ] as const)('%s', ([text, meant]) => {
    expect(read(text)).toBe(meant)
  })
})

describe('words around a request limit nobody', () => {
  test.for([
    ['Could you pull together everybody we have in Berlin?', 'city equals Berlin'],
    [
      'last purchase between 90 and 150 days back, my sunset flow needs them',
      'orders last_date [ago 90 150 day]',
    ],
    ["For Friday's send I want women in Paris", '(gender equals female & city equals Paris)'],
    ['women in Paris, either 1 is fine', '(gender equals female & city equals Paris)'],
    [
      'at least 4 units of Tea in total, I don’t care over how many orders',
      'purchases any {category:Tea} quantity >= 4',
    ],
    ['recency score of 4 or 5 (1 is best)', 'rfm 4,5'],
    ['the At Risk crowd per RFM', 'rfm At Risk'],
    [
      'every bloke in his fifties in Berlin',
      '(gender equals male & birthday during [ago 50 60 year] & city equals Berlin)',
    ],
    ['at lst 3 orders ths yr', 'orders count >= 3 [calendar year 0]'],
    ['ok weird one: women in Paris', '(gender equals female & city equals Paris)'],
    [
      'is it ok if i use the Newsletter list but only the people from texas',
      '(segment list_news & region equals Texas)',
    ],
    ['gold customers in Berlin, 3+ orders, go', '(tags has gold & city equals Berlin & orders count >= 3)'],
    ['Champions minus wholesale. Number?', '(rfm Champions & not(tags has wholesale))'],
    ['So we had these folks in Paris. Can we find them?', 'city equals Paris'],
    ['i think i need customers that are in the uk', 'country equals GB'],
    ['Could you help me identify people that bought Tea twice?', 'purchases any {category:Tea} orders >= 2'],
    [
      'women in Leeds who have nevertheless never ordered',
      '(gender equals female & city equals Leeds & orders count = 0)',
    ],
    [
      'people who buy Socks from us but never Tea',
      '(purchases any {category:Socks} & purchases none {category:Tea})',
    ],
    ['yesterday’s buyers. NOW.', 'orders count >= 1 [calendar day -1]'],
    // A word that could say more is still asked about.
    ['quick question about customers with dragons in Paris', 'question'],
    ['if they are in Paris', 'city equals Paris'],
  ])('%s', ([text = '', wanted]) => expect(read(text)).toBe(wanted))
})

describe('vague words that the request makes exact', () => {
  test.for([
    [
      'small basket but frequent: average order under 30 and at least 5 orders',
      '(orders average < 30 & orders count >= 5)',
    ],
    ['the lapsed folks, basically anyone that ordered in 2023 but not this year', ORDERED_THEN],
    ['big spenders, i.e. spent over 500 this year', 'orders spend > 500 [calendar year 0]'],
    ['loyal customers, meaning at least 5 orders', 'orders count >= 5'],
    ['big spenders, basically', 'question'],
  ])('%s', ([text = '', wanted]) => expect(read(text)).toBe(wanted))
})

describe('of some of them alone', () => {
  test.for([
    [
      'customers in Spain or Italy, but in Italy only women',
      '(country in ES,IT & (not(country equals IT) | gender equals female))',
    ],
    ['France or Germany, ordered twice. for Germany only gold ones', FOR_GERMANY],
    ['US, Canada or Germany, from Germany only those who ordered twice', FROM_GERMANY],
  ])('%s', ([text = '', wanted]) => expect(read(text)).toBe(wanted))

  test('more than one count is counted one by one', () => {
    expect(
      interpret('how many gold customers do we have, and how many of those ordered this year?', situation()),
    ).toMatchObject({
      kind: 'question',
      options: [
        { criteria: { field: 'tags', value: 'gold' } },
        { criteria: { all: [{ field: 'tags' }, { type: 'orders' }] } },
      ],
    })
  })
})

describe('what came first, said last', () => {
  test.for([
    [
      'ordered within 3 days after opening an email',
      'sequence {did:event event:opened_email} {did:ordered} {n:3 unit:day}',
    ],
    [
      'visited the site after clicking an ad',
      'sequence {did:event event:clicked_ad} {did:event event:visited_site}',
    ],
    [
      'bought Tea in the 7 days after signing up',
      'sequence {did:signed_up} {did:ordered product:{category:Tea}} {n:7 unit:day}',
    ],
    ['ordered after Christmas', 'orders count >= 1 [after 2024-12-25]'],
    [
      'added to cart in october and ordered nothing that month',
      '(events added_to_cart [from 2025-10-01 to 2025-10-31] & orders count = 0 [from 2025-10-01 to 2025-10-31])',
    ],
    [
      'clicked an email in the last 14 days, no purchase same 14 days',
      '(events clicked_email [last 14 day] & orders count = 0 [last 14 day])',
    ],
    [
      'visited the site in the last 3 days and zero email opens in those same 3 days',
      '(events visited_site [last 3 day] & events opened_email = 0 [last 3 day])',
    ],
  ])('%s', ([text = '', wanted]) => expect(read(text)).toBe(wanted))
})

describe('what was read otherwise than meant', () => {
  test.for([
    ['all orders above 50', 'orders smallest > 50'],
    ['checked out but didn’t pay', 'abandoned started_checkout'],
    ['last 20 buyers in France', 'rank last_date top 20 {type:attribute field:country op:equals value:FR}'],
    ['the most recent 100 buyers', 'rank last_date top 100'],
    ['birthday this coming month', 'anniversary birthday [next 1 month]'],
    [
      'TEXAS PEOPLE WHO BOUGHT ON MARCH 1ST',
      '(region equals Texas & orders count >= 1 [from 2025-03-01 to 2025-03-01])',
    ],
    [
      'Customers in Paris [assistant: done, saved as All] with at least one order',
      '(city equals Paris & orders count >= 1)',
    ],
    ['US and CA customers', 'country in US,CA'],
    ['CA buyers', 'question'],
    [
      'uk+ireland >$150 L12M sms ok',
      '(country in GB,IE & orders spend > 150 [last 12 month] & consent sms subscribed)',
    ],
    ['ordered from 1 Dec 24 to 28 Feb 25', 'orders count >= 1 [from 2024-12-01 to 2025-02-28]'],
    [
      'Champions who carry neither the gold nor the vip tag',
      '(rfm Champions & not(tags has gold | tags has vip))',
    ],
    [
      'in Paris or Leeds, but wholesale must be out in both cases',
      '(city in Paris,Leeds & not(tags has wholesale))',
    ],
    ['not subscribed to anything', 'not(consent email subscribed | consent sms subscribed)'],
    ['Canada less Ontario', '(country equals CA & not(region equals Ontario))'],
    ['signed up and ordered the same day', 'refused: two things on the same day'],
  ])('%s', ([text = '', wanted]) => expect(read(text)).toBe(wanted))

  test('of a share it is said that only those with a place in the ranking are counted', () => {
    expect(
      interpret('of my email subscribers, the top 10 percent by number of orders', situation()),
    ).toMatchObject({
      assumptions: expect.arrayContaining([expect.stringContaining('no place in the ranking')]),
    })
  })

  test('spending beside products is said to be on everything', () => {
    expect(interpret('bought Tea or Coffee and spent over 100', situation())).toMatchObject({
      assumptions: expect.arrayContaining([expect.stringContaining('over all their orders')]),
    })
  })
})

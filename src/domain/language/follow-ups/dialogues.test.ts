import { expect, test } from 'vitest'
import type { Criteria } from '../../criteria/schema.ts'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'
import { shown } from '../spoken.fixture.ts'
import type { Situation } from '../situation.ts'

/** What the last of several messages comes to, each read with what those before it left at hand. */
function after(...texts: readonly string[]): string {
  const trail: Criteria[] = []
  let open: Pick<Situation, 'question' | 'asked' | 'criteria'> = {}
  let said = ''
  for (const text of texts) {
    const found = interpret(text, {
      ...situation(trail.at(-1)),
      describe: shown,
      earlier: trail.slice(0, -1),
      ...open,
    })
    open = {}
    if (found.kind === 'criteria') trail.push(found.criteria)
    if (found.kind === 'question')
      open = {
        question: found.question,
        asked: found.options,
        ...(found.partial && { criteria: found.partial }),
      }
    said =
      found.kind === 'criteria'
        ? brief(found.criteria)
        : found.kind === 'command'
          ? `do ${found.command.do}`
          : found.kind
  }
  return said
}

const LEFT_OUT = '(orders spend > 100 & not(tags has wholesale) & not(tags has staff))'

const TEA_IN_FRANCE = '(country equals FR & purchases any {category:Tea})'
const AFTER_CLICK = 'sequence {did:event event:clicked_ad} {did:ordered}'
const EITHER_CHANNEL = '(consent email subscribed | consent sms subscribed)'
const NO_COFFEE = 'purchases none {category:Coffee} [from 2025-01-01 to 2025-12-31]'

const NEITHER_DEED = '(events opened_email = 0 [last 60 day] & events clicked_email = 0 [last 60 day])'

test.for<[string[], string]>([
  // One of the readings, with another that is not meant.
  [['everyone in New York', 'the city not the state'], 'city equals New York'],
  [['everyone in New York', 'not the state, just the city'], 'city equals New York'],
  [['everyone in New York', 'not the whole city'], 'region equals New York'],
  [['everyone in New York', 'the state rather than the city'], 'region equals New York'],
  // Either of the two is enough.
  [
    ['bought Tea', 'hm also Coffee, either one is fine'],
    '(purchases any {category:Tea} | purchases any {category:Coffee})',
  ],
  [['bought Tea', 'women too, either works'], '(purchases any {category:Tea} | gender equals female)'],
  [['customers in France', 'also Germany, either of the two will do'], 'country in FR,DE'],
  // Each change is said of what was at hand before both.
  [
    ['no order in 60 days, opened an email in the last 90 days', 'change the 60 to 90 and the 90 to 60'],
    '(orders count = 0 [last 90 day] & events opened_email [last 60 day])',
  ],
  [
    ['no order in 60 days, opened an email in the last 90 days', 'swap the 60 and the 90'],
    '(orders count = 0 [last 90 day] & events opened_email [last 60 day])',
  ],
  [
    ['at least 3 orders, spent over 5', 'change 3 to 5, and 5 to 7'],
    '(orders count >= 5 & orders spend > 7)',
  ],
  // One of the very orders at hand, in their time.
  [
    ['three or more orders in the last year', 'and at least one of them in store'],
    '(orders count >= 3 [last 1 year] & orders count >= 1 [last 1 year] {channel:in_store})',
  ],
  [
    ['at least 4 mobile orders this year', 'one or more of those over 100'],
    '(orders count >= 4 [calendar year 0] {device:mobile} & orders count >= 1 [calendar year 0] {device:mobile total:{op:> value:100}})',
  ],
  // Who they are, and more beside it, begins nothing anew in silence.
  [
    ['birthday in December', 'VIPs, and only if they ordered this year'],
    '(anniversary birthday [months 12] & segment list_vip & orders count >= 1 [calendar year 0])',
  ],
  [['birthday in December', 'VIPs, and ordered this year'], 'question'],
  // How or when something was ordered, in the place of how or when it was.
  [
    ['bought on a Monday at least twice', 'Tuesdays, and three times'],
    'orders count >= 3 {weekdays:tuesday}',
  ],
  [
    ['bought online in May', 'in store?'],
    'orders count >= 1 [from 2025-05-01 to 2025-05-31] {channel:in_store}',
  ],
  [['ordered on mobile', 'tablets too'], 'question'],
  // Another of the names that are at hand.
  [['used SUMMER20', 'or WELCOME10'], 'orders count >= 1 {code:SUMMER20,WELCOME10}'],
  [
    ['used SUMMER20', 'but not WELCOME10'],
    '(orders count >= 1 {code:SUMMER20} & not(orders count >= 1 {code:WELCOME10}))',
  ],
  // What is asked of those at hand, before and after what they did.
  [
    ['no purchase in 120 days', "only if they'd ordered at least twice before that"],
    '(orders count = 0 [last 120 day] & orders count >= 2 [older 120 day])',
  ],
  [['clicked an SMS', 'did any of them buy after?'], 'sequence {did:event event:clicked_sms} {did:ordered}'],
  [
    ['bought again within 60 days of the first order', 'did NOT buy again, I mean'],
    'sequence {did:ordered} true {did:ordered} true {n:60 unit:day}',
  ],
  [['joined this year, no orders', 'flip it, joined this year and did order'], 'question'],
  // The same, for others.
  [
    ['Champions with more than 500 lifetime', 'Loyal Customers, same bar', 'now both together'],
    '((rfm Champions & orders spend > 500) | (rfm Loyal Customers & orders spend > 500))',
  ],
  [
    ['at least 5 site visits in the last 30 days', 'and 10 visits'],
    'events visited_site >= 10 [last 30 day]',
  ],
  [['women who spent over 300', 'and raise it to 500'], '(gender equals female & orders spend > 500)'],
  [
    ['no order in 90 days', "120 if they're in Spain"],
    '((orders count = 0 [last 90 day] & not(country equals ES)) | (orders count = 0 [last 120 day] & country equals ES))',
  ],
  // A limit of its own for some of the people at hand.
  [
    ['customers in Leeds or London who spent over 120', 'for Leeds 80'],
    '((city equals London & orders spend > 120) | (city equals Leeds & orders spend > 80))',
  ],
  [
    ['customers in Leeds or London who spent over 120', 'make it 200 in London'],
    '((city equals Leeds & orders spend > 120) | (city equals London & orders spend > 200))',
  ],
  [
    ['saas and fintech companies, 200+ staff', "for fintech I'd accept 100"],
    '((company industry equals SaaS & company employees >= 200) | (company industry equals Fintech & company employees >= 100))',
  ],
  [
    ['customers from France or Germany with 3+ orders in the last 90 days', '60 days for Germany'],
    '((country equals FR & orders count >= 3 [last 90 day]) | (country equals DE & orders count >= 3 [last 60 day]))',
  ],
  [
    ['spent more than 400 in the past year', 'half that is enough for people in Italy'],
    '((orders spend > 400 [last 1 year] & not(country equals IT)) | (orders spend > 200 [last 1 year] & country equals IT))',
  ],
  [
    ['gold customers in Canada', 'also the US ones but there only with 5+ orders'],
    '(tags has gold & (country equals CA | (country equals US & orders count >= 5)))',
  ],
  [
    ['customers tagged vip in Paris', 'Leeds as well, though from there just the vips with over 300 spent'],
    '(tags has vip & (city equals Paris | (city equals Leeds & orders spend > 300)))',
  ],
  [
    ['France: 2+ orders; Germany: 3+ orders', 'UK like Germany'],
    '((country equals FR & orders count >= 2) | (country in DE,GB & orders count >= 3))',
  ],
  // Several changes in one message.
  [
    ['customers in Leeds, female, 2+ orders', 'two changes: men, and 3+ orders'],
    '(city equals Leeds & gender equals male & orders count >= 3)',
  ],
  [
    ['customers in Leeds, female, 2+ orders', 'men, and 3+ orders'],
    '(city equals Leeds & gender equals male & orders count >= 3)',
  ],
  [
    ['Seed stage AI companies in the US', 'Pre-Seed too, and Canada'],
    '(company funding_stage in Seed,Pre-Seed & company industry equals Artificial Intelligence & company country in US,CA)',
  ],
  [
    [
      'spent 200 or more on Skincare this year, or 100+ on Tea this year',
      'the tea one should be 150 and last year',
    ],
    '(purchases any {category:Skincare} spend >= 200 [calendar year 0] | purchases any {category:Tea} spend >= 150 [calendar year -1])',
  ],
  [
    ['spent over 150 online in the last 6 months', 'channel: marketplace / L12M'],
    'orders spend > 150 [last 12 month] {channel:marketplace}',
  ],
  [
    ['Champions who accept sms', 'forget the texting part, but they need to have spent over 250 all time'],
    '(rfm Champions & orders spend > 250)',
  ],
  // What is done with those who meet something stands behind it.
  [
    ['customers in Italy', 'if they clicked an email in the last 3 weeks leave them out'],
    '(country equals IT & not(events clicked_email [last 3 week]))',
  ],
  [
    ['customers in Italy', 'but not if they already bought Tea'],
    '(country equals IT & not(purchases any {category:Tea}))',
  ],
  // What comes in its place, and no purpose.
  [
    ['clicked an ad last month', 'and has not ordered since', 'swap the ad for an email'],
    'sequence {did:event event:clicked_email} {did:ordered} true [calendar month -1]',
  ],
  [
    ['ordered in the last 30 days', 'not sure 30 is right. what would 60 give?'],
    'orders count >= 1 [last 60 day]',
  ],
  [['viewed the Trail Shoe', '3 or more views'], 'events viewed_product >= 3 {product:{product:Trail Shoe}}'],
  [
    ['no orders in store', 'add: at least 2 online orders'],
    '(orders count = 0 {channel:in_store} & orders count >= 2 {channel:online})',
  ],
  [['customers in Italy who spent over 100', 'for everyone, not just there'], 'orders spend > 100'],
  [
    ['gold customers in Leeds', "who in that group isn't on the Newsletter list"],
    '(tags has gold & city equals Leeds & not(segment list_news))',
  ],
  [
    ['saas companies with revenue under 5M', 'bump it to 10'],
    '(company industry equals SaaS & company revenue < 10000000)',
  ],
  [
    ['bought recently via the marketplace', 'recently = six weeks'],
    'orders count >= 1 [last 6 week] {channel:marketplace}',
  ],
  [
    ['dormant shoppers in Germany', 'dormant for us is a year without an order'],
    '(orders last_date [older 1 year] & country equals DE)',
  ],
  // What stands at the end says that it corrects something.
  [['ordered on a tablet', 'desktop, sorry'], 'orders count >= 1 {device:desktop}'],
  [['spent over 100', '200 I should have said'], 'orders spend > 200'],
  [['spent over 100', '200 would be better'], 'orders spend > 200'],
  [['customers in Italy', 'Spain is what I meant'], 'country equals ES'],
  [
    ['bought Coffee in 2024', '2024 or 2025, I meant to say'],
    'purchases any {category:Coffee} [from 2024-01-01 to 2025-12-31]',
  ],
  // A product by its name, and no company that runs on something.
  [['buyers of Trail Shoe', 'Running Shoe instead'], 'purchases any {product:Running Shoe}'],
  // Several in the place of one.
  [
    ['bought Tea in the last 90 days', 'no wait, Coffee… and Cocoa'],
    '(purchases any {category:Coffee} [last 90 day] & purchases any {category:Cocoa} [last 90 day])',
  ],
  // Another order than the one at hand.
  [['first order was over 100', 'latest order, not first'], 'nth_order last {total:{op:> value:100}}'],
  [
    ['last order was over 100', 'ah, the first order I should have said'],
    'nth_order 1 {total:{op:> value:100}}',
  ],
  [['first order was over 100', 'the second one'], 'nth_order 2 {total:{op:> value:100}}'],
  // The people asked for before and those at hand.
  [
    ['bought Green Tea', 'same but Crew Socks', 'both actually'],
    '(purchases any {product:Green Tea} & purchases any {product:Crew Socks})',
  ],
  [['customers in Berlin', 'what about Leeds', 'both'], '(city equals Berlin | city equals Leeds)'],
  // Another deed in the place of the one at hand, in the same time.
  [["haven't opened an email in 60 days", 'same but for clicks'], 'events clicked_email = 0 [last 60 day]'],
  // Those who have both.
  [
    ['customers in France', 'drop those with an online order and a discounted order'],
    '(country equals FR & not((orders count >= 1 {channel:online} & orders count >= 1 {discounted:true})))',
  ],
  // What began then, where nothing else is said of the time.
  [['customers who ordered since March', 'April rather'], 'orders count >= 1 [from 2025-04-01]'],
  [
    ['customers who ordered since March', 'in April rather'],
    'orders count >= 1 [from 2025-04-01 to 2025-04-30]',
  ],
  // Whoever ordered is none of those who never did.
  [
    ['joined in the last 90 days, no order yet', 'change to joined AND first ordered in the last 90 days'],
    '(created_at during [last 90 day] & orders first_date [last 90 day])',
  ],
  // Which of two is there, and which is not.
  [['customers with an email but no phone', 'the other way round'], '(phone known & email unknown)'],
  [
    ['subscribed to sms but not to email', 'neither of them'],
    '(not(consent sms subscribed) & not(consent email subscribed))',
  ],
  [['subscribed to both email and sms', 'just sms is fine as well'], 'consent sms subscribed'],
  // The deed at hand, done or not done at another time.
  [
    ['nobody who bought Tea this year', 'but they did last year'],
    '(not(purchases any {category:Tea} [calendar year 0]) & purchases any {category:Tea} [calendar year -1])',
  ],
  [
    ['nobody who bought Tea this year', 'but in 2024 they did'],
    '(not(purchases any {category:Tea} [calendar year 0]) & purchases any {category:Tea} [from 2024-01-01 to 2024-12-31])',
  ],
  [
    ['no orders in 2025', '2024 neither'],
    '(orders count = 0 [from 2025-01-01 to 2025-12-31] & orders count = 0 [from 2024-01-01 to 2024-12-31])',
  ],
  [
    ['no orders in 2025', 'nor last year'],
    '(orders count = 0 [from 2025-01-01 to 2025-12-31] & orders count = 0 [calendar year -1])',
  ],
  [
    ['bought Tea in Q3', 'but only if they skipped Q2'],
    '(purchases any {category:Tea} [from 2025-07-01 to 2025-09-30] & purchases none {category:Tea} [from 2025-04-01 to 2025-06-30])',
  ],
  [
    ['ordered at least twice in May', 'not in June though'],
    '(orders count >= 2 [from 2025-05-01 to 2025-05-31] & orders count = 0 [from 2025-06-01 to 2025-06-30])',
  ],
  [
    ['bought Tea in 2024', 'and again in 2025'],
    '(purchases any {category:Tea} [from 2024-01-01 to 2024-12-31] & purchases any {category:Tea} [from 2025-01-01 to 2025-12-31])',
  ],
  // A time that is told from the one at hand.
  [
    ['bought in the last 30 days', 'and also in the 30 days before'],
    '(orders count >= 1 [last 30 day] & orders count >= 1 [ago 30 60 day])',
  ],
  [
    ['bought Tea on 14 February 2025', 'or the day before'],
    '(purchases any {category:Tea} [from 2025-02-14 to 2025-02-14] | purchases any {category:Tea} [from 2025-02-13 to 2025-02-13])',
  ],
  [
    ['bought Tea in May', 'and the month before'],
    '(purchases any {category:Tea} [from 2025-05-01 to 2025-05-31] | purchases any {category:Tea} [from 2025-04-01 to 2025-04-30])',
  ],
  [
    ['mobile buyers last quarter', 'the current one'],
    'orders count >= 1 [calendar quarter 0] {device:mobile}',
  ],
  [
    ['bought between 1 and 15 May', 'second half of the month I meant'],
    'orders count >= 1 [from 2025-05-16 to 2025-05-31]',
  ],
  [['spent over 100', 'count last year only'], 'orders spend > 100 [calendar year -1]'],
  [
    ['visited at least 4 times in May but no order in May', 'June rather'],
    '(events visited_site >= 4 [from 2025-06-01 to 2025-06-30] & orders count = 0 [from 2025-06-01 to 2025-06-30])',
  ],
  // A time, a number or an age by itself, with what it was before or of which it is.
  [['spent over 300', 'this year I mean, not in total'], 'orders spend > 300 [calendar year 0]'],
  [['spent over 300', 'in 2024, not lifetime'], 'orders spend > 300 [from 2024-01-01 to 2024-12-31]'],
  [
    ['bought in the last week', 'i mean the calendar week before this one'],
    'orders count >= 1 [calendar week -1]',
  ],
  [
    ['orders over 150 in the last 90 days', 'at least two of those'],
    'orders count >= 2 [last 90 day] {total:{op:> value:150}}',
  ],
  [
    ['ordered in the last 30 days and visited the site in the last 7 days', '14 for the visits'],
    '(orders count >= 1 [last 30 day] & events visited_site [last 14 day])',
  ],
  [['men over 40', 'make that 40 to 55'], '(gender equals male & birthday during [ago 40 56 year])'],
  [['men over 40', 'under 60'], 'question'],
  [['bought Tea or Coffee', 'just the first'], 'purchases any {category:Tea}'],
  [['bought Tea or Coffee', 'only the latter'], 'purchases any {category:Coffee}'],
  // Something else that was done then.
  [
    ['customers who bought nothing in 2024', 'but something in 2025'],
    '(orders count = 0 [from 2024-01-01 to 2024-12-31] & orders count >= 1 [from 2025-01-01 to 2025-12-31])',
  ],
  [
    ['bought Tea last december', "and again this year, doesn't matter what"],
    '(purchases any {category:Tea} [from 2024-12-01 to 2024-12-31] & orders count >= 1 [calendar year 0])',
  ],
  // More than the product at hand.
  [['bought Green Tea', 'not just green tea, any tea'], 'purchases any {category:Tea}'],
  [['bought Green Tea', 'all tea, not only green tea'], 'purchases any {category:Tea}'],
  [
    ['bought Tea', 'not only tea, coffee as well'],
    '(purchases any {category:Tea} | purchases any {category:Coffee})',
  ],
  [
    ['companies using Snowflake and dbt', 'either one is fine'],
    '(company tech_stack has Snowflake | company tech_stack has dbt)',
  ],
  [
    ['fintech companies', 'and throw out anyone on HubSpot'],
    '(company industry equals Fintech & not(company tech_stack has HubSpot))',
  ],
  [
    ['fintech companies', 'throw out those using HubSpot'],
    '(company industry equals Fintech & not(company tech_stack has HubSpot))',
  ],
  [['bought Tea', 'how many is that in italy?'], '(purchases any {category:Tea} & country equals IT)'],
  [['delete Summer Buyers', 'no stop dont'], 'do cancel'],
  [['customers who follow us on tiktok', 'fine, clicked an ad then'], 'events clicked_ad'],
  // None of some orders says nothing of others.
  [
    ['customers who never used a discount', 'with at least 4 orders'],
    '(orders count = 0 {discounted:true} & orders count >= 4)',
  ],
  [
    ["customers who didn't order in the last 60 days", 'at least 2 orders'],
    '(orders count = 0 [last 60 day] & orders count >= 2)',
  ],
  // A second stretch of the same number.
  [
    ['customers who spent between 100 and 200', 'and the ones between 400 and 500 too'],
    '(orders spend between 100,200 | orders spend between 400,500)',
  ],
  [
    ['customers who spent between 100 and 200', 'or over 1000'],
    '(orders spend between 100,200 | orders spend > 1000)',
  ],
  [
    ['customers who spent between 100 and 200', 'plus those over 1000'],
    '(orders spend between 100,200 | orders spend > 1000)',
  ],
  // Fewer of the values that one condition names.
  [['people who order on weekends', 'sundays only'], 'orders count >= 1 {weekdays:sunday}'],
  [
    ['people with refunded orders', 'two or more, and full refunds only'],
    'orders count >= 2 {status:refunded}',
  ],
  [['ordered on mobile or tablet at least 3 times', 'tablet only'], 'orders count >= 3 {device:tablet}'],
  [['customers who bought online or in store', 'just in store'], 'orders count >= 1 {channel:in_store}'],
  // Which of the places of one name is meant.
  [['customers in Paris', 'the one in Texas i mean'], '(city equals Paris & region equals Texas)'],
  [['customers in London', 'i meant the London in Canada'], '(city equals London & country equals CA)'],
  [['customers in Leeds', 'everyone in the UK, not only Leeds'], 'country equals GB'],
  [['customers in Leeds', 'not just Leeds, the whole country'], 'country equals GB'],
  // The answer to a question, and more of the same people.
  [
    ['dormant customers', '180 days, and only those who spent over 500'],
    '(orders last_date [older 180 day] & orders spend > 500)',
  ],
  [['people in CA', 'the state, and only women'], '(region equals California & gender equals female)'],
  [['our best customers', 'the top 5% by spend'], 'rank spend top 5'],
  // Behind a denial "or" denies as well, in the same time.
  [["customers who haven't opened an email in 60 days", 'or clicked'], NEITHER_DEED],
  [["customers who didn't open an email in the last 60 days", 'or even clicked'], NEITHER_DEED],
  [["customers who haven't opened an email in 60 days", 'nor clicked'], NEITHER_DEED],
  [["customers who haven't opened an email in 60 days", 'and nor clicked'], NEITHER_DEED],
  [
    ['customers who never bought Coffee', 'or Tea'],
    '(purchases none {category:Coffee} & purchases none {category:Tea})',
  ],
  [
    ["women who haven't ordered this year", 'or visited the site'],
    '(gender equals female & orders count = 0 [calendar year 0] & events visited_site = 0 [calendar year 0])',
  ],
  [
    ['customers in France, no staff', 'or wholesale'],
    '(country equals FR & not(tags has staff) & not(tags has wholesale))',
  ],
  // Others are let in by their own name.
  [
    ["customers who haven't opened an email in 60 days", 'or people who clicked an ad'],
    '(events opened_email = 0 [last 60 day] | events clicked_ad)',
  ],
  // The last step is taken back.
  [['ordered twice', 'drop staff', 'hmm scrap that last bit, i want them back'], 'do back'],
  [['women in France', 'only gold ones', 'take that last part back'], 'do back'],
  [['customers in Berlin', 'who ordered this year', 'nah, revert that'], 'do back'],
  [['customers in Italy', 'only women', 'never mind the last change'], 'do back'],
  [['customers in Italy', 'only women', 'no, back to how it was before'], 'do back'],
  [['customers in Italy', 'only women', 'forget what i just said, go back to how it was'], 'do back'],
  [['customers in Italy', 'only women', 'one step back please'], 'do back'],
  [['customers in Italy', 'only women', 'drop that last condition'], 'country equals IT'],
  [['customers in Italy', 'only women', 'hmm take the last filter off again'], 'country equals IT'],
  [['customers in Italy', 'drop staff', 'i want them back'], 'country equals IT'],
  [['customers in Italy', 'drop staff', 'bring those people back in'], 'country equals IT'],
  [['customers in Italy', 'drop staff', 'the staff can go back in'], 'country equals IT'],
  // One end, the time of a rank, and what is required, said shortly.
  [['customers who spent 100 to 500', 'cut it off at 300'], 'orders spend between 100,300'],
  [['customers who spent 100 to 500', 'cap it at 300'], 'orders spend between 100,300'],
  [['customers in France', 'gold is required'], '(country equals FR & tags has gold)'],
  [['customers in France', 'what would it be with Spain too?'], 'country in FR,ES'],
  // Two orders in one message, each of what it names.
  [['customers in Spain', 'add Italy, drop Spain'], 'country equals IT'],
  [
    ['people in sales at VP or C level', 'in the US', 'add Canada, lose the VPs'],
    '(person function equals Sales & person seniority equals C-suite & person country in US,CA)',
  ],
  // How they ordered is said of the orders at hand, and not of others of theirs.
  [
    ['bought Coffee in the past 45 days', 'online orders only'],
    'purchases any {category:Coffee} [last 45 day] {channel:online}',
  ],
  [
    ['ordered at least 3 times this year', 'same thing but tablets'],
    'orders count >= 3 [calendar year 0] {device:tablet}',
  ],
  [['customers in Spain', 'online orders only'], '(country equals ES & orders count >= 1 {channel:online})'],
  [['companies hiring for more than 10 roles', 'lower that to 5'], 'company hiring_velocity > 5'],
  [['customers in Spain who bought Tea', 'drop it, not needed'], 'do cancel'],
  [
    ['heads of data outside Germany, plus any VP in Germany'],
    '((person title means Head of Data & not(person country equals DE)) | (person seniority equals VP & person country equals DE))',
  ],
  // Two audiences.
  [
    ['customers in Paris', 'new search: gold customers', 'combine the two'],
    '(city equals Paris | tags has gold)',
  ],
  [
    ['customers in Paris', 'new search: gold customers', 'both groups together'],
    '(city equals Paris | tags has gold)',
  ],
  [
    ['customers in Paris', 'new search: gold customers', 'the overlap of those two'],
    '(city equals Paris & tags has gold)',
  ],
  [
    ['customers in Paris', 'new search: gold customers', 'only people who are in both'],
    '(city equals Paris & tags has gold)',
  ],
  [
    ['customers in Paris', 'new search: gold customers', 'the first one minus the second'],
    '(city equals Paris & not(tags has gold))',
  ],
  [
    ['women in Paris', 'new search: gold customers', 'only those in Leeds', 'merge those two lists'],
    '((gender equals female & city equals Paris) | (tags has gold & city equals Leeds))',
  ],
  [['customers in Paris', 'only women', 'both together'], 'question'],
  // A rank by something else, of another size.
  [
    ['top 50 customers by spend in France', 'by number of orders instead, and make it 100'],
    'rank orders top 100 {type:attribute field:country op:equals value:FR}',
  ],
  [['top 10% by orders', 'bottom 5% rather'], 'rank orders bottom 5'],
  [['top 20 customers by orders', 'rank them by aov instead'], 'rank average top 20'],
  [
    ['best 25 customers by spend in London', 'and Paris too'],
    'rank spend top 25 {type:attribute field:city op:in value:London,Paris}',
  ],
  // Wider.
  [['bought Tea', 'extend it to Coffee'], '(purchases any {category:Tea} | purchases any {category:Coffee})'],
  [['gold customers', 'add the vips'], '(tags has gold | segment list_vip)'],
  [['customers in France', 'anywhere, not only France'], 'question'],
  [['women in France', 'any country'], 'gender equals female'],
  // Left out as well.
  [['spent over 100', 'exclude wholesale', 'staff as well pls'], LEFT_OUT],
  // What is said of the rest takes nothing away.
  [['spent over 100 and not wholesale', 'exclude staff, rest stays'], LEFT_OUT],
  [['spent over 100 and not wholesale', 'also exclude staff, everything else the same'], LEFT_OUT],
  [['spent over 100', 'exclude wholesale', 'and the staff too'], LEFT_OUT],
  [['spent over 100', 'exclude wholesale', 'same for staff'], LEFT_OUT],
  // Of them.
  [['customers in Canada', 'count the women among them'], '(country equals CA & gender equals female)'],
  [['customers in Canada', 'any of them on sms?'], '(country equals CA & consent sms subscribed)'],
  [['customers in Canada', 'and how many have no phone number'], '(country equals CA & phone unknown)'],
  // Something else.
  [['at least 3 orders', 'now something else entirely: customers in Paris'], 'city equals Paris'],
  [['at least 3 orders', 'changing subject, men in Paris'], '(gender equals male & city equals Paris)'],
  [['at least 3 orders', 'let’s try something different. gold customers'], 'tags has gold'],
  [['at least 3 orders', 'different customers'], 'question'],
  // Nobody can be both.
  [
    ['people in Paris with a birthday in May', 'those in Leeds whose birthday is in May'],
    '(city equals Leeds & anniversary birthday [months 5])',
  ],
  [['women in Paris', 'who are in Leeds'], 'question'],
  // The opposite, and “and” for “or”.
  [
    [
      'visited the site in the last 30 days',
      'and did not order',
      'flip that last bit, I want those who did order',
    ],
    '(events visited_site [last 30 day] & orders count >= 1)',
  ],
  [
    [
      'consented to e-mail',
      'who opened an email in the last 30 days',
      'now give me the opposite: subscribers who did not',
    ],
    '(consent email subscribed & events opened_email = 0 [last 30 day])',
  ],
  [['bought Coffee in 2025', 'no wait, i need the opposite, those who havent'], NO_COFFEE],
  [['bought Coffee in 2025', 'sorry, wrong way round. those who haven’t'], NO_COFFEE],
  [['bought Coffee in 2025', 'i want those who havent, not those who have'], NO_COFFEE],
  [['bought Coffee in 2025', 'I need the reverse, people who never did'], NO_COFFEE],
  [
    ['visited the site in the last 14 days', 'only in Germany', 'the opposite: those who did not'],
    '(events visited_site = 0 [last 14 day] & country equals DE)',
  ],
  [
    ['customers in the UK who ordered 3 times', 'and everyone else in the UK?'],
    '(country equals GB & not(orders count >= 3))',
  ],
  // Those who are shown are not all others of them.
  [['women', 'only in France', 'and everyone else who is a woman?'], 'question'],
  // A place gives way to one around it.
  [['customers in Paris who bought Tea', 'can you widen this to the whole of France'], TEA_IN_FRANCE],
  [['customers in Paris who bought Tea', 'not just Paris, all of France'], TEA_IN_FRANCE],
  [['customers in Paris who bought Tea', 'France, all of it'], TEA_IN_FRANCE],
  [['customers in Leeds', 'nationwide'], 'country equals GB'],
  [['customers in Paris', 'make it the whole country'], 'question'],
  [['customers in Paris', 'widen it to Germany'], '(city equals Paris | country equals DE)'],
  [
    ['Champions', 'in the UK only', 'living in London', 'sorry not London, Leeds'],
    '(rfm Champions & country equals GB & city equals Leeds)',
  ],
  [['customers in Paris', 'not London, Leeds'], 'question'],
  [
    ['at least one order over 300', 'outside the US'],
    '(orders count >= 1 {total:{op:> value:300}} & not(country equals US))',
  ],
  // One value of several goes, whatever else is called so.
  [['customers in Texas', 'take New York out'], 'question'],
  // One of the two is enough.
  [['bought on mobile', 'tablet counts too'], 'orders count >= 1 {device:mobile,tablet}'],
  [['bought on mobile', 'tablet would be fine as well'], 'orders count >= 1 {device:mobile,tablet}'],
  [['bought on mobile', 'tablet as well'], 'question'],
  [['accepts email', 'email or sms, either is ok'], EITHER_CHANNEL],
  [['accepts email', 'sms counts too'], EITHER_CHANNEL],
  [['accepts email', 'both email and sms'], '(consent email subscribed & consent sms subscribed)'],
  // Another number or time.
  [['ordered 3 times in the last 90 days', '5'], 'orders count >= 5 [last 90 day]'],
  [['ordered 3 times in the last 90 days', 'what if we said 60'], 'orders count >= 3 [last 60 day]'],
  [['spent over 200 in the last 90 days', '150'], 'question'],
  [
    ['an order above $150 in October', 'september as well'],
    '(orders count >= 1 [from 2025-10-01 to 2025-10-31] {total:{op:> value:150}} | orders count >= 1 [from 2025-09-01 to 2025-09-30] {total:{op:> value:150}})',
  ],
  [['spent over 200 in October', 'september as well'], 'question'],
  // Which order it was.
  [['bought Tea', 'only if it was in their most recent order'], 'nth_order last {contains:{category:Tea}}'],
  [
    ['bought with SUMMER20 in 2025', 'how many of those had never bought anything before that?'],
    'nth_order 1 [from 2025-01-01 to 2025-12-31] {code:SUMMER20}',
  ],
  [
    ['bought Tea and Coffee', 'in the same order'],
    'orders count >= 1 {contains:{category:Tea},{category:Coffee}}',
  ],
  [['spent over 300', 'in one order, not in total'], 'orders count >= 1 {total:{op:> value:300}}'],
  [['spent over 300 on Tea', 'in one single order I mean, not all together'], 'question'],
  // What does not matter.
  [['men over 40 in Germany', 'forget the age'], '(gender equals male & country equals DE)'],
  [['men over 40 in Germany', 'leave the age out of it'], '(gender equals male & country equals DE)'],
  [['men over 40 in Germany', 'age doesn’t matter'], '(gender equals male & country equals DE)'],
  [['men over 40 in Germany', 'forget the age and the country'], 'gender equals male'],
  [['men over 40 in Germany', 'both genders'], '(birthday during [older 41 year] & country equals DE)'],
  [['women in Italy', 'men or women, either’s fine'], '(gender in male,female & country equals IT)'],
  [['men in Germany', 'forget the age'], 'question'],
  // The other way round.
  [
    ['bought Tea but not Coffee', 'swap the two'],
    '(purchases any {category:Coffee} & purchases none {category:Tea})',
  ],
  [
    ['bought Tea but not Coffee', 'the other way round please'],
    '(purchases any {category:Coffee} & purchases none {category:Tea})',
  ],
  [
    ['on the VIP list but not on Newsletter', 'swap them around'],
    '(segment list_news & not(segment list_vip))',
  ],
  [['customers in France who bought Tea', 'swap the two'], 'question'],
  // What is said of a deed at hand, by its noun.
  [['clicked an ad', 'who ordered after this click'], AFTER_CLICK],
  [['clicked an ad', 'I mean only those who did order after the click'], AFTER_CLICK],
  [['clicked an ad', 'but not those who ordered after that'], `(events clicked_ad & not(${AFTER_CLICK}))`],
  [
    ['clicked an ad', 'excluding who already ordered after this click'],
    `(events clicked_ad & not(${AFTER_CLICK}))`,
  ],
  // What they did not do is not denied twice.
  [
    ['ordered in October', 'but not in September', 'and had no orders at all before October'],
    '(orders count >= 1 [from 2025-10-01 to 2025-10-31] & orders count = 0 [from 2025-09-01 to 2025-09-30] & orders count = 0 [before 2025-10-01])',
  ],
  // Asked about the people at hand.
  [['ordered 3 times', 'is there anyone from Italy?'], '(orders count >= 3 & country equals IT)'],
  [['ordered 3 times', 'anyone who is on sms?'], '(orders count >= 3 & consent sms subscribed)'],
  [['ordered 3 times', 'are there any women?'], '(orders count >= 3 & gender equals female)'],
  [['ordered 3 times', 'do we have any in Italy?'], '(orders count >= 3 & country equals IT)'],
  [['customers in Canada', 'bring it down to Ontario'], '(country equals CA & region equals Ontario)'],
  [['ordered 3 times', 'customers in Italy'], 'country equals IT'],
  // A change that could not be read leaves who is at hand.
  [
    ['clicked an ad', 'and what did they order after?', 'only those who did order after the click'],
    AFTER_CLICK,
  ],
  [
    ['women in Canada', 'in Paris with a wobble', 'who bought Tea'],
    '(gender equals female & country equals CA & purchases any {category:Tea})',
  ],
  // What a word of the request was to mean.
  [
    ['bought Tea and in France', 'by Tea I mean bought Tea at least twice, not just once'],
    '(purchases any {category:Tea} orders >= 2 & country equals FR)',
  ],
  [['bought Tea', 'at least twice, not just once'], 'purchases any {category:Tea} orders > 1'],
  // A part, called by any of its words, gives way to another.
  [
    ['bought Coffee Gear in 2025', 'forget the gear part, make it Tea'],
    'purchases any {category:Tea} [from 2025-01-01 to 2025-12-31]',
  ],
  [
    ['ordered 3 times and accepts email', 'scrap the email bit, do sms'],
    '(orders count >= 3 & consent sms subscribed)',
  ],
  [
    ['women who ordered this year', 'and make it the last 90 days instead of this year'],
    '(gender equals female & orders count >= 1 [last 90 day])',
  ],
  [
    [
      'visited the site in the last 90 days and ordered in the last 60 days',
      'go back 30 days instead, for both',
    ],
    '(events visited_site [last 30 day] & orders count >= 1 [last 30 day])',
  ],
  // On what they bought.
  [
    ['bought Tea in the last 6 months', 'and spent at least 40 on them'],
    '(purchases any {category:Tea} [last 6 month] & purchases any {category:Tea} spend >= 40 [last 6 month])',
  ],
  [
    ['bought Tea', 'and paid over 50 for it'],
    '(purchases any {category:Tea} & purchases any {category:Tea} spend > 50)',
  ],
  [['customers in France', 'and spent at least 40 on them'], 'question'],
  // A group by a part of its name, beside groups.
  [['Champions', 'add loyal too'], 'rfm Champions,Loyal Customers'],
  [['ordered more than 2 times', 'only the loyal ones'], 'question'],
  // What only says more of a deed at hand.
  [
    ['ordered more than twice in 2025', 'channel marketplace'],
    'orders count > 2 [from 2025-01-01 to 2025-12-31] {channel:marketplace}',
  ],
  [
    ['ordered more than twice in 2025', 'through the marketplace channel only'],
    'orders count > 2 [from 2025-01-01 to 2025-12-31] {channel:marketplace}',
  ],
  [['spent over 500', 'fine, but net of refunds'], 'orders net_spend > 500'],
  [['ordered last year', 'only the ones who returned in 2025 without a discount'], 'question'],
  [
    ['SaaS companies', 'who works there in operations?'],
    '(person function equals Operations & works_at {type:company field:industry op:equals value:SaaS})',
  ],
  [
    ['SaaS companies', 'leave out those we already have as customers or in pipeline'],
    '(company industry equals SaaS & not(company relationship in customer,pipeline))',
  ],
  // Who is at hand stays who is asked for.
  [['people in finance', 'who have an email'], '(person function equals Finance & person email known)'],
  [
    ['people in finance', 'and contacts who have an email but no phone'],
    '(person function equals Finance & person email known & person phone unknown)',
  ],
  [['people in finance', 'customers in Italy'], 'country equals IT'],
  [['people in finance', 'with at least 3 orders'], 'refused'],
  // People who are added, whatever opens the message.
  [['customers in Italy', 'and also people who ordered 3 times'], '(country equals IT | orders count >= 3)'],
  // A change before anybody chose is one of each reading; what already says one of them chooses it.
  [['customers in CA', 'only the women'], 'question'],
  [['customers in CA', 'only the women', 'the country'], '(country equals CA & gender equals female)'],
  [
    ['customers in CA', 'and how many of those bought Tea', 'the second one'],
    '(region equals California & purchases any {category:Tea})',
  ],
  [['customers in CA', 'sorry, France'], 'country equals FR'],
  [['customers with 4 orders', 'at least 4 orders'], 'orders count >= 4'],
  [['customers with 4 orders', 'customers in Italy'], 'country equals IT'],
  [['bought Tea or Coffee', 'I said or, should have been and'], 'purchases all {category:Tea,Coffee}'],
])('%s', ([texts, wanted]) => expect(after(...texts)).toBe(wanted))

test.for<[readonly string[], string]>([
  [
    ['decision makers in marketing, US', 'VP and C-suite'],
    '(person function equals Marketing & person country equals US & person seniority in VP,C-suite)',
  ],
  [
    ['decision makers in marketing, US', 'CMOs'],
    '(person function equals Marketing & person country equals US & person title means CMO)',
  ],
  [
    ['security leaders in Germany', 'directors and VPs'],
    '(person function equals Security & person country equals DE & person seniority in Director,VP)',
  ],
  [
    ['fast growing fintech companies', 'more than 15 open roles'],
    '(company industry equals Fintech & company hiring_velocity > 15)',
  ],
  [
    ['SaaS companies in Berlin with 50+ employees', 'ok whole Germany then'],
    '(company industry equals SaaS & company country equals DE & company employees >= 50)',
  ],
])('what was asked of people at work is answered beside what was clear: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

const BOUGHT_ONCE = '(orders count = 0 [last 120 day] & orders count >= 1)'

test.for<[readonly string[], string]>([
  [['no order in the last 120 days', 'only the ones who have actually bought before'], BOUGHT_ONCE],
  [['no order in the last 120 days', 'just the ones who have ever bought something'], BOUGHT_ONCE],
  [['no order in the last 120 days', 'only those who ordered at least once'], BOUGHT_ONCE],
  [['no order in the last 120 days', 'now only the ones who bought from us at some point'], BOUGHT_ONCE],
  [['no order in the last 120 days', 'only people who have previously ordered'], BOUGHT_ONCE],
  [['no order in the last 120 days', 'now the ones who did order'], 'orders count >= 1 [last 120 day]'],
  [['bought in the last 90 days', 'only those who never bought before'], 'nth_order 1 [last 90 day]'],
])('whoever did it at any time is not whoever did it then: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

test.for<[readonly string[], string]>([
  [['bought in store at least twice', 'same thing but online'], 'orders count >= 2 {channel:online}'],
  [['placed 3+ orders online', 'the same with in store instead'], 'orders count >= 3 {channel:in_store}'],
  [
    ['shoppers in Italy who bought in store at least twice', 'same thing but online'],
    '(orders count >= 1 & country equals IT & orders count >= 2 {channel:online})',
  ],
  [['shoppers who bought in store at least twice', 'online orders only'], 'question'],
  [['ordered online or in store at least twice', 'online only'], 'orders count >= 2 {channel:online}'],
])('another channel stands in for the one at hand: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

const FINTECH = 'fintech companies in the UK, 50 to 200 people'
const sized = (size: string, country = 'equals GB') =>
  `(company industry equals Fintech & company country ${country} & company employees between ${size})`

test.for<[readonly string[], string]>([
  [[FINTECH, 'push that to 500'], sized('50,500')],
  [[FINTECH, 'push that to 500 and add Ireland'], sized('50,500', 'in GB,IE')],
  [[FINTECH, 'raise it to 500'], sized('50,500')],
  [[FINTECH, 'bump it up to 400'], sized('50,400')],
  [[FINTECH, 'lower that to 20'], sized('20,200')],
  [[FINTECH, 'raise it to 100'], 'question'],
])('an end of a stretch is moved, and the other one stays: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

const OPENED = 'never bought but opened an email in the last 30 days'

test.for<[readonly string[], string]>([
  [[OPENED, 'clicked, not just opened'], '(orders count = 0 & events clicked_email [last 30 day])'],
  [[OPENED, 'not just opened but clicked'], '(orders count = 0 & events clicked_email [last 30 day])'],
  [
    ['viewed a product in the last 14 days', 'added to cart, not just viewed'],
    'events added_to_cart [last 14 day]',
  ],
  [
    ['added to cart in the last 14 days', 'no, started checkout and not only added to cart'],
    'events started_checkout [last 14 day]',
  ],
  [['viewed a product in the last 14 days', 'bought, not just viewed'], 'orders count >= 1 [last 14 day]'],
  [
    ['clicked an email in the last 30 days', 'opened, not just clicked'],
    '(events clicked_email [last 30 day] | events opened_email [last 30 day])',
  ],
  [
    ['clicked an email in the last 30 days', 'opens count too, not just clicks'],
    '(events clicked_email [last 30 day] | events opened_email [last 30 day])',
  ],
  [
    ['VPs of Sales in the US', 'not only VPs, directors as well'],
    '(person seniority in VP,Director & person function equals Sales & person country equals US)',
  ],
  [
    ['VPs of Sales in the US', 'not just VPs, also directors'],
    '(person seniority in VP,Director & person function equals Sales & person country equals US)',
  ],
])('a deed that goes further stands in for one that does not, and others join it: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

const RETAIL = 'SaaS companies with over 500 employees'

test.for<[readonly string[], string]>([
  [
    [RETAIL, 'in the UK', 'scrap that, UK and Ireland'],
    '(company industry equals SaaS & company employees > 500 & company country in GB,IE)',
  ],
  [
    ['women in Germany who bought Tea', 'scrap that, men'],
    '(gender equals male & country equals DE & purchases any {category:Tea})',
  ],
  [
    ['VPs of Sales in the US', 'forget that, Directors'],
    '(person seniority equals Director & person function equals Sales & person country equals US)',
  ],
  [['customers in Germany with 2+ orders', 'scrap that. customers in France'], 'country equals FR'],
  [
    ['customers in Germany with 2+ orders', 'forget that: bought Tea this year'],
    'purchases any {category:Tea} [calendar year 0]',
  ],
  [['customers in Germany with 2+ orders', 'start over: France'], 'country equals FR'],
])('a value alone behind “scrap that” takes back what was said of the same: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

test.for<[readonly string[], string]>([
  [['top 100 customers by spend', 'just the Spanish ones'], '(rank spend top 100 & country equals ES)'],
  [
    ['top 100 customers by spend', 'women only', 'in Spain'],
    '(rank spend top 100 & gender equals female & country equals ES)',
  ],
  [
    ['top 100 customers by spend', 'just the Spanish ones', 'rank only them'],
    'rank spend top 100 {type:attribute field:country op:equals value:ES}',
  ],
  [
    ['top 100 customers by spend', 'rank only those in Spain'],
    'rank spend top 100 {type:attribute field:country op:equals value:ES}',
  ],
  [
    ['top 10% of spenders', 'rank only among email subscribers'],
    'rank spend top 10 {type:consent channel:email is:subscribed}',
  ],
])('people who were ranked are narrowed, or ranked anew where that is said: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

const TWO_TIMES = 'bought in the last 60 days but no email opened in 90 days'

test.for<[readonly string[], string]>([
  [
    [TWO_TIMES, 'make the 60 90 and the 90 60'],
    '(orders count >= 1 [last 90 day] & events opened_email = 0 [last 60 day])',
  ],
  [
    [TWO_TIMES, 'make the 60 a 90, and the 90 a 60'],
    '(orders count >= 1 [last 90 day] & events opened_email = 0 [last 60 day])',
  ],
  [
    [TWO_TIMES, 'the 60 should be 90 and the 90 60'],
    '(orders count >= 1 [last 90 day] & events opened_email = 0 [last 60 day])',
  ],
  [
    [TWO_TIMES, '60 becomes 90, 90 becomes 60'],
    '(orders count >= 1 [last 90 day] & events opened_email = 0 [last 60 day])',
  ],
  [
    [TWO_TIMES, 'make the 60 days 90 days and the 90 days 60 days'],
    '(orders count >= 1 [last 90 day] & events opened_email = 0 [last 60 day])',
  ],
  [
    [TWO_TIMES, '90 for the orders and 60 for the email'],
    '(orders count >= 1 [last 90 day] & events opened_email = 0 [last 60 day])',
  ],
  [
    [TWO_TIMES, 'make it 90 days for the orders and 60 for the email'],
    '(orders count >= 1 [last 90 day] & events opened_email = 0 [last 60 day])',
  ],
  [
    ['at least 3 orders and spent over 100', 'make the 3 5 and the 100 200'],
    '(orders count >= 5 & orders spend > 200)',
  ],
])('two changes in one message are both of what was at hand before them: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

const TWO_PLACES = 'VIPs in France or Belgium'

test.for<[readonly string[], string]>([
  [
    [TWO_PLACES, "the Belgians only if they've spent 200+"],
    '(segment list_vip & (country equals FR | (country equals BE & orders spend >= 200)))',
  ],
  [
    [TWO_PLACES, 'Belgium: only those who spent 200+'],
    '(segment list_vip & (country equals FR | (country equals BE & orders spend >= 200)))',
  ],
  [
    [TWO_PLACES, 'for Belgium require 3+ orders'],
    '(segment list_vip & (country equals FR | (country equals BE & orders count >= 3)))',
  ],
  [[TWO_PLACES, 'Belgium only'], '(segment list_vip & country equals BE)'],
  [[TWO_PLACES, 'Belgians who spent 200+'], 'question'],
  [
    ['women or men in Italy', 'the men only if they spent over 100'],
    '(country equals IT & (gender equals female | (gender equals male & orders spend > 100)))',
  ],
  [
    ['customers in France', 'the women only if they ordered'],
    '(country equals FR & (not(gender equals female) | (gender equals female & orders count >= 1)))',
  ],
  [
    ['VPs or Directors of Sales in the US', 'Directors only with 10+ years of experience'],
    '(person function equals Sales & person country equals US & (person seniority equals VP | (person seniority equals Director & person years_experience >= 10)))',
  ],
])('what is asked of some of those at hand leaves the others as they are: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

const SHOES = 'spent over 300 this year and bought Shoes in the last 90 days'

test.for<[readonly string[], string]>([
  [
    [SHOES, 'use 90 days for the spend as well'],
    '(orders spend > 300 [last 90 day] & purchases any {product:Shoe} [last 90 day])',
  ],
  [
    [SHOES, 'apply the 90 days to the spend as well'],
    '(orders spend > 300 [last 90 day] & purchases any {product:Shoe} [last 90 day])',
  ],
  [
    [SHOES, '90 days on the spend too'],
    '(orders spend > 300 [last 90 day] & purchases any {product:Shoe} [last 90 day])',
  ],
  [
    [SHOES, 'same window for the spend'],
    '(orders spend > 300 [last 90 day] & purchases any {product:Shoe} [last 90 day])',
  ],
  [
    [SHOES, 'the same timeframe for the shoes please'],
    '(orders spend > 300 [calendar year 0] & purchases any {product:Shoe} [calendar year 0])',
  ],
  [['abandoned a cart in the last 3 days', 'a week, not 3 days'], 'abandoned added_to_cart [last 1 week]'],
  [
    ['ordered in the last 30 days', 'this month, not the last 30 days'],
    'orders count >= 1 [calendar month 0]',
  ],
])('a time at hand is said of another part, or put in another’s place: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

test.for<[readonly string[], string]>([
  [
    ['Series B fintechs in the US', 'or later rounds'],
    '(company funding_stage >= Series B & company industry equals Fintech & company country equals US)',
  ],
  [
    ['Series B fintechs in the US', 'and above'],
    '(company funding_stage >= Series B & company industry equals Fintech & company country equals US)',
  ],
  [
    ['Series B fintechs in the US', 'Series B and up'],
    '(company funding_stage >= Series B & company industry equals Fintech & company country equals US)',
  ],
  [
    ['Seed or Series A companies in Germany', 'or later'],
    '(company funding_stage >= Seed & company country equals DE)',
  ],
  [
    ['Seed fintechs', 'earlier rounds too'],
    '(company funding_stage <= Seed & company industry equals Fintech)',
  ],
  [
    ['marketing managers in Spain', 'or higher'],
    '(person seniority >= Manager & person function equals Marketing & person country equals ES)',
  ],
  [
    ['marketing managers in Spain', 'and more senior'],
    '(person seniority >= Manager & person function equals Marketing & person country equals ES)',
  ],
  [['companies with 50 employees', 'or more'], 'company employees >= 50'],
])('it goes on from the value at hand: %s', ([texts, wanted]) => expect(after(...texts)).toBe(wanted))

test.for<[readonly string[], string]>([
  [['ordered in the last 14 days', 'and no discount'], 'orders count >= 1 [last 14 day] {discounted:false}'],
  [
    ['bought Coffee in the last 60 days', 'but not discounted'],
    'purchases any {category:Coffee} [last 60 day] {discounted:false}',
  ],
  [['people in Georgia', 'the state'], 'question'],
])('what is said of the orders at hand is said of those: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

test.for<[readonly string[], string]>([
  [
    ['email subscribers', 'no opens in 90 days and no orders either'],
    '(consent email subscribed & events opened_email = 0 [last 90 day] & orders count = 0)',
  ],
  [
    ['email subscribers', 'no opens in 90 days and never ordered'],
    '(consent email subscribed & events opened_email = 0 [last 90 day] & orders count = 0)',
  ],
  [
    ['email subscribers', 'no opens and no orders in 90 days'],
    '(consent email subscribed & events opened_email = 0 [last 90 day] & orders count = 0 [last 90 day])',
  ],
  [
    ['customers in France', 'no Tea and no Coffee'],
    '(country equals FR & purchases none {category:Tea} & purchases none {category:Coffee})',
  ],
  [
    ['customers in France', 'no Tea and no Coffee this year'],
    '(country equals FR & purchases none {category:Tea} [calendar year 0] & purchases none {category:Coffee} [calendar year 0])',
  ],
  [
    ['customers in France', 'no staff, no orders this year'],
    '(country equals FR & not(tags has staff) & orders count = 0 [calendar year 0])',
  ],
  [
    ['customers in France', 'not VIPs and not in Paris'],
    '(country equals FR & not(segment list_vip) & not(city equals Paris))',
  ],
  [
    ['customers in France', 'without orders and without opens'],
    '(country equals FR & orders count = 0 & not(events opened_email))',
  ],
  [
    ['customers in France', 'no men and nobody without a phone number'],
    '(country equals FR & not(gender equals male) & not(phone unknown))',
  ],
  [
    ['customers in France', 'no Tea, but Coffee in the last 90 days'],
    '(country equals FR & purchases none {category:Tea} & purchases any {category:Coffee} [last 90 day])',
  ],
  [
    ['customers in France', 'not staff but VIPs'],
    '(country equals FR & not(tags has staff) & segment list_vip)',
  ],
  [
    ['customers in France or Belgium', 'not Belgium and no staff'],
    '(country equals FR & not(tags has staff))',
  ],
  [
    ['customers in France', 'not those who visited but never bought'],
    '(country equals FR & not((events visited_site & orders count = 0)))',
  ],
  [
    ['customers in France', 'leave out anyone who visited 5 times but never bought'],
    '(country equals FR & not((events visited_site >= 5 & orders count = 0)))',
  ],
  [
    ['customers in France', 'no staff and wholesale'],
    '(country equals FR & not(tags has staff | tags has wholesale))',
  ],
])('a denial ends where another one or the opposite begins: %s', ([texts, wanted]) =>
  expect(after(...texts)).toBe(wanted),
)

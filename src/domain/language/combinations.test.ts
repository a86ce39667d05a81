import { expect, test } from 'vitest'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

const read = (text: string): string => {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

// What is said of several, and what ends a list of those who are left out.
test.for<[string, string]>([
  ['Coffee buyers w/o Cocoa', '(purchases any {category:Coffee} & purchases none {category:Cocoa})'],
  [
    'bought Tea but no Coffee and no Cocoa',
    '(purchases any {category:Tea} & purchases none {category:Coffee,Cocoa})',
  ],
  [
    'hold SMS consent and ordered in store at least once',
    '(consent sms subscribed & orders count >= 1 {channel:in_store})',
  ],
  [
    'either email or SMS subscribers, just not both',
    '((consent email subscribed & not(consent sms subscribed)) | (consent sms subscribed & not(consent email subscribed)))',
  ],
  ['declined email', 'consent email unsubscribed'],
  [
    'neither in California nor in Texas, with 2 to 4 orders to their name',
    '(not(region in California,Texas) & orders count between 2,4)',
  ],
  [
    'first order was in 2023 and they ordered again in 2024',
    '(orders first_date [from 2023-01-01 to 2023-12-31] & orders count >= 1 [from 2024-01-01 to 2024-12-31])',
  ],
  [
    'ordered again in 2024',
    '(orders count >= 1 [from 2024-01-01 to 2024-12-31] & orders count >= 2 [to 2024-12-31])',
  ],
  ['ordered again in the last 30 days', '(orders count >= 1 [last 30 day] & orders count >= 2)'],
  ['take VIP and strip out anybody who shows up in At Risk EU', '(segment list_vip & not(segment list_eu))'],
  [
    'anyone on HubSpot but not on Salesforce, fewer than 500 heads',
    '(company tech_stack has HubSpot & not(company tech_stack has Salesforce) & company employees < 500)',
  ],
  [
    'companies on HubSpot, not agencies, US, fewer than 500 heads',
    '(company tech_stack has HubSpot & not(company industry equals Agency) & company country equals US & company employees < 500)',
  ],
  ['companies on at least one of Snowflake, Databricks', 'company tech_stack in Snowflake,Databricks'],
  [
    'Manufacturing firms with at least 1,000 people. Skip Austria.',
    '(company industry equals Manufacturing & company employees >= 1000 & not(company country equals AT))',
  ],
  [
    'companies with no tech stack recorded and no funding stage either',
    '(company tech_stack unknown & company funding_stage unknown)',
  ],
  [
    'everyone at SaaS companies in Germany',
    'works_at {all:{type:company field:industry op:equals value:SaaS},{type:company field:country op:equals value:DE}}',
  ],
  [
    'marketing managers and sales directors at shrinking companies',
    '(((person seniority equals Manager & person function equals Marketing) | (person seniority equals Director & person function equals Sales)) & works_at {type:company field:headcount_growth op:< value:0})',
  ],
  ['CISOs, however the title is spelled', 'person title means CISO'],
  [
    'directors less than a year into the job, employer on HubSpot',
    '(person seniority equals Director & person years_in_role < 1 & works_at {type:company field:tech_stack op:has value:HubSpot})',
  ],
  [
    'managers whose employer is a Manufacturing firm in Germany',
    '(person seniority equals Manager & works_at {all:{type:company field:industry op:equals value:Manufacturing},{type:company field:country op:equals value:DE}})',
  ],
  [
    'anyone but sales and HR, VP, company revenue north of 100 million',
    '(not(person function in Sales,HR) & person seniority equals VP & works_at {type:company field:revenue op:> value:100000000})',
  ],
  [
    "who's in at least two of these: VIP, Newsletter, At Risk EU",
    '((segment list_vip & segment list_news) | (segment list_vip & segment list_eu) | (segment list_news & segment list_eu))',
  ],
  [
    'in at least 3 of VIP, Newsletter and At Risk EU',
    '(segment list_vip & segment list_news & segment list_eu)',
  ],
  ["everyone who isn't in any list", 'not(segment list_vip | segment list_news | segment list_eu)'],
  ['half of VIP picked at random, for a holdout', '(sample 0 50 & segment list_vip)'],
  [
    'VP sales / CMO at SaaS companies',
    '(((person seniority equals VP & person function equals Sales) | person title means CMO) & works_at {type:company field:industry op:equals value:SaaS})',
  ],
  ['us and uk customers who ordered online', '(country in US,GB & orders count >= 1 {channel:online})'],
  ['show us German customers', 'country equals DE'],
  [
    'saas cos 50-250 hc, us+uk, on sfdc, no hubspot. ty',
    '(company industry equals SaaS & company employees between 50,250 & company country in US,GB & company tech_stack has Salesforce & not(company tech_stack has HubSpot))',
  ],
  ['spent over 100, or ordered 3+ times, in France', 'question'],
  [
    'spent over 100 or ordered 3+ times, in France',
    '((orders spend > 100 | orders count >= 3) & country equals FR)',
  ],
  ['whales in California', 'question'],
  [
    'Can you... ugh sorry, ignore my last message. Ones who started checkout yday and didnt finish. Cheers',
    'abandoned started_checkout [calendar day -1]',
  ],
  [
    'hi team hope ur well!! quick one before standup - can u pull everyone in berlin or london who orderd at least twice since march thx a mill, Jess (CRM)',
    '(city in Berlin,London & orders count >= 2 [from 2025-03-01])',
  ],
  ['women in France. Thanks, Jess | Germany', 'question'],
])('%s', ([text, criteria]) => expect(read(text)).toBe(criteria))

import { describe, expect, test } from 'vitest'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import type { Criteria } from '../../criteria/schema.ts'

/** What a request asks for, in few signs; for anything but criteria, its kind. */
function read(text: string, criteria?: Criteria): string {
  const found = interpret(text, situation(criteria))
  if (found.kind !== 'criteria') return found.kind
  return brief(found.criteria).replaceAll('company ', '')
}

describe('companies', () => {
  test.for([
    ['SaaS companies', 'industry equals SaaS'],
    ['SaaS', 'industry equals SaaS'],
    ['SaaS, headcount flat or falling', '(industry equals SaaS & headcount_growth <= 0)'],
    ['growth above a quarter', 'headcount_growth > 0.25'],
    ['companies with half a million in revenue or more', 'revenue >= 500000'],
    [
      'a quarter of a billion in revenue or more, fintech',
      '(revenue >= 250000000 & industry equals Fintech)',
    ],
    ['companies from Series B upward', 'funding_stage >= Series B'],
    ['fintech, Series A at the very least', '(industry equals Fintech & funding_stage >= Series A)'],
    ['fintechs with a Snowflake set-up', '(industry equals Fintech & tech_stack has Snowflake)'],
    ['fintechs', 'industry equals Fintech'],
    ['AI companies', 'industry equals Artificial Intelligence'],
    ['companies in the financial services industry', 'industry equals Financial Services'],
    ['agencies and manufacturers', 'industry in Agency,Manufacturing'],
    ['everything but agencies', 'not(industry equals Agency)'],
    ['non-agency companies using HubSpot', '(not(industry equals Agency) & tech_stack has HubSpot)'],
    [
      'ecommerce or healthcare businesses in Canada',
      '(industry in E-commerce,Healthcare & country equals CA)',
    ],
    ['accounts in DACH', 'country in AT,CH,DE'],
    ['companies HQ in Berlin', 'city equals Berlin'],
    ['companies headquartered outside the US', 'not(country equals US)'],
    [
      'companies using Snowflake but not Databricks',
      '(tech_stack has Snowflake & not(tech_stack has Databricks))',
    ],
    ['companies running both Snowflake and dbt', '(tech_stack has Snowflake & tech_stack has dbt)'],
    ['companies on Shopify Plus or HubSpot', 'tech_stack in Shopify Plus,HubSpot'],
    ['Salesforce shops', 'tech_stack has Salesforce'],
    ["companies that don't use Salesforce or HubSpot", 'not(tech_stack in Salesforce,HubSpot)'],
    ['companies with known tech stack', 'tech_stack known'],
    ['companies with no known tech stack', 'tech_stack unknown'],
    ['compnaies using snowflake', 'tech_stack has Snowflake'],
    ['companies with 51–500 staff', 'employees between 51,500'],
    ['companies with 200+ employees', 'employees >= 200'],
    ['companies with 200 employees or more', 'employees >= 200'],
    ['firms employing fewer than 50 people', 'employees < 50'],
    ['headcount over 1,000', 'employees > 1000'],
    ['company size 11-50', 'employees between 11,50'],
    ['more than 50 but less than 500 employees', '(employees > 50 & employees < 500)'],
    ['companies with revenue between 10 and 50 million', 'revenue between 10000000,50000000'],
    ['revenue 5–20M', 'revenue between 5000000,20000000'],
    ['companies with over $5M in revenue', 'revenue > 5000000'],
    ['companies making 5-20M a year', 'revenue between 5000000,20000000'],
    ['revenue over 50M and less than 1000 employees', '(revenue > 50000000 & employees < 1000)'],
    ['headcount up 30%+', 'headcount_growth >= 0.3'],
    ['companies with headcount growth above 20%', 'headcount_growth > 0.2'],
    ['headcount down more than 10%', 'headcount_growth < -0.1'],
    [
      'SaaS, 50-500, US, Series B+',
      '(industry equals SaaS & employees between 50,500 & country equals US & funding_stage >= Series B)',
    ],
    ['SaaS companies, 500+', '(industry equals SaaS & employees >= 500)'],
    ['companies without funding info', 'funding_stage unknown'],
    ['SaaS companies with no revenue data', '(industry equals SaaS & revenue unknown)'],
    ['companies with revenue over 1bn', 'revenue > 1000000000'],
    ['companies with revenue between 10 and 50 mn', 'revenue between 10000000,50000000'],
    ['companies with revenue over 1.5 bn', 'revenue > 1500000000'],
    ['companies growing faster than 40%', 'headcount_growth > 0.4'],
    ['SaaS growing slower than 5%', '(industry equals SaaS & headcount_growth < 0.05)'],
    ['companies growing at more than 30 percent a year', 'headcount_growth > 0.3'],
    ['fintechs growing at least 20%', '(industry equals Fintech & headcount_growth >= 0.2)'],
    ['companies that at least doubled headcount', 'headcount_growth >= 1'],
    ['accounts that more than doubled in size', 'headcount_growth > 1'],
    ['companies that grew at least 2x', 'headcount_growth >= 1'],
    ['fin services cos with 1k+ ppl', '(industry equals Financial Services & employees >= 1000)'],
    ['shrinking companies', 'headcount_growth < 0'],
    ['doubled headcount this year', 'headcount_growth >= 1'],
    ['fast growers: headcount up 30%+ and hiring', '(headcount_growth >= 0.3 & hiring_velocity > 0)'],
    ['companies that are hiring', 'hiring_velocity > 0'],
    ['companies not hiring', 'not(hiring_velocity > 0)'],
    ['at least 10 open roles', 'hiring_velocity >= 10'],
    ['companies hiring more than 10 people', 'hiring_velocity > 10'],
    ['hiring fast (velocity 5 or more)', 'hiring_velocity >= 5'],
    ['Series B companies', 'funding_stage equals Series B'],
    ['Series B and later', 'funding_stage >= Series B'],
    ['Series B+ SaaS', '(funding_stage >= Series B & industry equals SaaS)'],
    ['Series A to C', '(funding_stage >= Series A & funding_stage <= Series C)'],
    ['series A, B or C', 'funding_stage in Series A,Series B,Series C'],
    ['pre-seed and seed startups', 'funding_stage in Pre-Seed,Seed'],
    ['seed or earlier', 'funding_stage <= Seed'],
    ['bootstrapped companies', 'funding_stage equals Bootstrapped'],
    ['our prospects in Germany', '(relationship equals prospect & country equals DE)'],
    ['churned or closed-lost accounts', 'relationship in churned,closed_lost'],
    ['companies with the domain acme.com', 'domain equals acme.com'],
    ['companies whose domain ends with .de', 'domain ends_with .de'],
    ['companies whose name is Acme Labs', 'name equals Acme Labs'],
    ['companies whose funding stage is unknown', 'funding_stage unknown'],
    [
      'either Series B fintechs or SaaS with 200+ employees',
      '((funding_stage equals Series B & industry equals Fintech) | (industry equals SaaS & employees >= 200))',
    ],
    [
      'US or Canadian SaaS companies, 11-50 employees, not public',
      '(country in US,CA & industry equals SaaS & employees between 11,50 & not(funding_stage equals Public))',
    ],
  ])('%s', ([text = '', expected]) => {
    expect(read(text)).toBe(expected)
  })

  test.for([
    'build me an ICP from my best customers',
    'mid-market companies',
    'startups',
    'fast-growing companies',
    'companies using Oracle',
    'SaaS companies and customers in Germany',
  ])('%s is asked about', (text) => {
    expect(read(text)).toBe('question')
  })

  test.for([
    'companies that are competitors',
    'top 10 companies by revenue',
    'companies that bought Tea',
    'companies with ARR above 5M',
  ])('%s is refused by name', (text) => {
    expect(read(text)).toBe('refused')
  })

  test.for([
    ['customers in Germany', 'country equals DE'],
    ['people in Germany', 'country equals DE'],
    ['account created after 1 January 2025', 'created_at during [after 2025-01-01]'],
  ])('%s are customers', ([text = '', expected]) => {
    expect(read(text)).toBe(expected)
  })
})

describe('follow-ups about companies', () => {
  const current: Criteria = {
    all: [
      { type: 'company', field: 'industry', op: 'equals', value: 'SaaS' },
      { type: 'company', field: 'tech_stack', op: 'has', value: 'Shopify Plus' },
      { type: 'company', field: 'employees', op: '>=', value: 100 },
    ],
  }
  test.for([
    [
      'only in the US',
      '(industry equals SaaS & tech_stack has Shopify Plus & employees >= 100 & country equals US)',
    ],
    ['make it 200', '(industry equals SaaS & tech_stack has Shopify Plus & employees >= 200)'],
    ['and fintech too', '(industry in SaaS,Fintech & tech_stack has Shopify Plus & employees >= 100)'],
    ['or HubSpot', '(industry equals SaaS & tech_stack in Shopify Plus,HubSpot & employees >= 100)'],
    ['drop the tech stack', '(industry equals SaaS & employees >= 100)'],
    // An ICP keeps it.
    ['make the tech stack a score, not a must-have', 'command'],
    [
      'change the industry to Fintech',
      '(industry equals Fintech & tech_stack has Shopify Plus & employees >= 100)',
    ],
    ['customers in France', 'country equals FR'],
  ])('%s', ([text = '', expected]) => {
    expect(read(text, current)).toBe(expected)
  })

  test('companies are saved as an ICP, as no segment holds them', () => {
    expect(read('save it as SaaS shops', current)).toBe('command')
  })
})

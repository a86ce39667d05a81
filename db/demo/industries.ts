import { chooser } from './random.ts'

/** A kind of company that buys coffee for its guests or for its staff. */
export interface Industry {
  readonly name: string
  readonly share: number
  /** What such companies like to be called, after a proper name. */
  readonly suffixes: readonly string[]
  /** Median headcount. */
  readonly employees: number
  /** Median yearly revenue a head, in dollars. */
  readonly revenueAHead: number
  /** How many are funded by venture rounds; the others grew by themselves or are listed. */
  readonly venture: number
  readonly tech: readonly string[]
  /** Whether they serve coffee to guests. */
  readonly serves: boolean
}

const OFFICE = ['Google Workspace', 'Microsoft 365', 'Slack', 'AWS', 'Google Cloud', 'Azure']
const COMMERCE = ['Shopify Plus', 'Klaviyo', 'Stripe', 'Google Analytics', 'Gorgias', 'NetSuite']
const SOFTWARE = ['Snowflake', 'dbt', 'Databricks', 'HubSpot', 'Salesforce', 'Segment', 'Stripe', 'Datadog']
const COUNTER = ['Square', 'Toast', 'Lightspeed', 'OpenTable', 'QuickBooks', 'Stripe']

const INDUSTRIES: readonly Industry[] = [
  {
    name: 'Hospitality',
    share: 15,
    suffixes: ['Hotels', 'Inns', 'Hospitality Group', 'Resorts'],
    employees: 130,
    revenueAHead: 85_000,
    venture: 0.03,
    tech: [...COUNTER, 'Salesforce'],
    serves: true,
  },
  {
    name: 'Restaurants',
    share: 15,
    suffixes: ['Kitchen', 'Cafés', 'Bakery', 'Restaurant Group'],
    employees: 45,
    revenueAHead: 60_000,
    venture: 0.03,
    tech: COUNTER,
    serves: true,
  },
  {
    name: 'Coworking',
    share: 6,
    suffixes: ['Workspaces', 'Commons', 'Studios'],
    employees: 40,
    revenueAHead: 150_000,
    venture: 0.35,
    tech: [...OFFICE, 'HubSpot', 'Stripe'],
    serves: true,
  },
  {
    name: 'Retail',
    share: 9,
    suffixes: ['Market', 'Grocers', 'Outfitters', 'Goods'],
    employees: 180,
    revenueAHead: 210_000,
    venture: 0.08,
    tech: [...COMMERCE, 'Square'],
    serves: true,
  },
  {
    name: 'SaaS',
    share: 13,
    suffixes: ['Software', 'Labs', 'Cloud', 'Systems'],
    employees: 140,
    revenueAHead: 190_000,
    venture: 0.82,
    tech: [...OFFICE, ...SOFTWARE],
    serves: false,
  },
  {
    name: 'Fintech',
    share: 6,
    suffixes: ['Pay', 'Ledger', 'Capital Tech'],
    employees: 160,
    revenueAHead: 260_000,
    venture: 0.85,
    tech: [...OFFICE, ...SOFTWARE],
    serves: false,
  },
  {
    name: 'E-commerce',
    share: 7,
    suffixes: ['Direct', 'Shop', 'Supply'],
    employees: 60,
    revenueAHead: 320_000,
    venture: 0.45,
    tech: [...COMMERCE, 'Snowflake', 'Segment'],
    serves: false,
  },
  {
    name: 'Healthcare',
    share: 6,
    suffixes: ['Clinics', 'Health', 'Care Partners'],
    employees: 420,
    revenueAHead: 140_000,
    venture: 0.15,
    tech: [...OFFICE, 'Salesforce'],
    serves: false,
  },
  {
    name: 'Education',
    share: 5,
    suffixes: ['College', 'Academy', 'Learning'],
    employees: 350,
    revenueAHead: 95_000,
    venture: 0.12,
    tech: [...OFFICE, 'HubSpot'],
    serves: false,
  },
  {
    name: 'Manufacturing',
    share: 6,
    suffixes: ['Works', 'Manufacturing', 'Industries'],
    employees: 500,
    revenueAHead: 270_000,
    venture: 0.04,
    tech: [...OFFICE, 'SAP', 'NetSuite'],
    serves: false,
  },
  {
    name: 'Logistics',
    share: 4,
    suffixes: ['Freight', 'Logistics', 'Express'],
    employees: 300,
    revenueAHead: 230_000,
    venture: 0.15,
    tech: [...OFFICE, 'SAP', 'Salesforce'],
    serves: false,
  },
  {
    name: 'Agency',
    share: 5,
    suffixes: ['Creative', 'Partners', 'Media'],
    employees: 35,
    revenueAHead: 150_000,
    venture: 0.04,
    tech: [...OFFICE, 'HubSpot', 'Klaviyo', 'Shopify Plus'],
    serves: false,
  },
  {
    name: 'Financial Services',
    share: 3,
    suffixes: ['Advisors', 'Trust', 'Insurance'],
    employees: 380,
    revenueAHead: 380_000,
    venture: 0.05,
    tech: [...OFFICE, 'Salesforce', 'Snowflake'],
    serves: false,
  },
]

export const chooseIndustry = chooser(INDUSTRIES, (industry) => industry.share)

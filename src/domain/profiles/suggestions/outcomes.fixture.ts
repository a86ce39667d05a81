import { seeded } from '#db/demo/random.ts'

const INDUSTRIES = ['SaaS', 'Retail', 'Banking', 'Media'] as const
const TECHNOLOGIES = ['Snowflake', 'SAP', 'Excel', 'dbt'] as const

/** companies.csv: those that are SaaS, or have 50 to 500 people, became customers far more often. */
export function wonAndLost(companies = 700, seed = 7): readonly string[] {
  const random = seeded(seed, 'won and lost')
  return [
    'id,name,industry,employees,tech_stack,relationship',
    ...Array.from({ length: companies }, (_, i) => {
      const industry = random.pick(INDUSTRIES)
      const employees = Math.round(150 * Math.exp(1.3 * random.normal()))
      const odds = -2 + (industry === 'SaaS' ? 2.5 : 0) + (employees >= 50 && employees < 500 ? 2 : 0)
      const relationship = random.chance(1 / (1 + Math.exp(-odds))) ? 'customer' : 'closed_lost'
      const known = random.chance(0.9) ? industry : ''
      return `W${i + 1},Company ${i + 1},${known},${employees},${random.pick(TECHNOLOGIES)},${relationship}`
    }),
  ]
}

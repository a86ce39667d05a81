import { drawCompanyName } from './company-names.ts'
import { chooseIndustry, type Industry } from './industries.ts'
import { choosePlace, type Place } from './places.ts'
import { chooser, type Random } from './random.ts'
import { list, type Row, serial } from './rows.ts'

const RELATIONSHIPS = ['prospect', 'pipeline', 'customer', 'churned', 'closed_lost'] as const
const RELATIONSHIP_SHARES = { prospect: 58, pipeline: 12, customer: 16, churned: 6, closed_lost: 8 } as const

export type Relationship = (typeof RELATIONSHIPS)[number]

/** An account of the wholesale business. */
export interface Company {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly industry: Industry
  readonly place: Place
  readonly employees: number
  /** Empty where nobody knows. */
  readonly fundingStage: string
  /** Open positions. */
  readonly hiringVelocity: number
  /** Over the past year, as a fraction. */
  readonly headcountGrowth: number
  readonly relationship: Relationship
}

const COUNT = 800

const chooseRelationship = chooser(RELATIONSHIPS, (relationship) => RELATIONSHIP_SHARES[relationship])

export function drawCompanies(random: Random): readonly Company[] {
  const taken = new Set<string>()
  return Array.from({ length: COUNT }, (_, index) => drawCompany(serial('B', index + 1, 4), taken, random))
}

function drawCompany(id: string, taken: Set<string>, random: Random): Company {
  const industry = chooseIndustry(random)
  const employees = Math.max(2, Math.round(industry.employees * Math.exp(1.25 * random.normal())))
  const venture = random.chance(industry.venture)
  const headcountGrowth = Math.max(-0.5, (venture ? 0.22 : 0.05) + 0.17 * random.normal())
  return {
    id,
    ...drawCompanyName(industry, taken, random),
    industry,
    place: choosePlace(random),
    employees,
    fundingStage: drawFundingStage(employees, venture, random),
    hiringVelocity: Math.round(
      Math.max(0, headcountGrowth + 0.05) * employees ** 0.8 * random.between(0.1, 0.7),
    ),
    headcountGrowth,
    relationship: chooseRelationship(random),
  }
}

const ROUNDS = ['Pre-Seed', 'Seed', 'Series A', 'Series B', 'Series C', 'Series D'] as const

/** The larger a funded company is, the later its round; the largest of the others are listed. */
function drawFundingStage(employees: number, venture: boolean, random: Random): string {
  if (random.chance(0.1)) return ''
  if (!venture) return random.chance(employees > 600 ? 0.45 : 0.02) ? 'Public' : 'Bootstrapped'
  const round = Math.round(Math.log2(Math.max(1, employees / 8)) * 0.8 + 0.7 * random.normal())
  return ROUNDS[Math.max(0, Math.min(ROUNDS.length - 1, round))] ?? ''
}

export const companyRows = (companies: readonly Company[], random: Random): Row<'companies'>[] =>
  companies.map((company) => ({
    id: company.id,
    name: company.name,
    domain: random.chance(0.97) ? company.domain : '',
    industry: random.chance(0.97) ? company.industry.name : '',
    employees: random.chance(0.95) ? String(company.employees) : '',
    revenue: random.chance(0.86) ? drawRevenue(company, random) : '',
    ...(random.chance(0.97)
      ? { country: company.place.country, region: company.place.region, city: company.place.city }
      : { country: '', region: '', city: '' }),
    tech_stack: random.chance(0.88) ? drawTechStack(company, random) : '',
    funding_stage: company.fundingStage,
    hiring_velocity: random.chance(0.9) ? String(company.hiringVelocity) : '',
    headcount_growth: random.chance(0.9) ? company.headcountGrowth.toFixed(3) : '',
    relationship: company.relationship,
  }))

/** To the nearest thousand dollars. */
const drawRevenue = ({ employees, industry }: Company, random: Random): string =>
  String(Math.round((employees * industry.revenueAHead * Math.exp(0.35 * random.normal())) / 1000) * 1000)

const drawTechStack = ({ industry }: Company, random: Random): string =>
  list(industry.tech.filter(() => random.chance(0.38)))

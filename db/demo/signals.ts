import type { Company, Relationship } from './companies.ts'
import { DAY, type History } from './history.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { dateTime, type Row, serial } from './rows.ts'

interface Signal {
  readonly type: 'funding' | 'hiring' | 'visit' | 'news' | 'job_change' | 'reply' | 'post'
  readonly topic: string
  readonly company: Company
  readonly person?: Person
  readonly at: number
  readonly source: string
}

const YEAR = 365 * DAY

/** What was noticed about companies and people over the past year, oldest first. */
export function signalRows(
  companies: readonly Company[],
  people: readonly Person[],
  { now }: History,
  random: Random,
): Row<'signals'>[] {
  const peopleOf = Map.groupBy(people, ({ company }) => company)
  const signals = [
    ...companies.flatMap((company) => companySignals(company, peopleOf.get(company) ?? [], now, random)),
    ...people.flatMap((person) => personSignals(person, now, random)),
  ]
  return signals
    .sort((a, b) => a.at - b.at)
    .map(({ type, topic, company, person, at, source }, index) => ({
      id: serial('S', index + 1, 5),
      type,
      topic,
      company_id: company.id,
      person_id: person?.id ?? '',
      occurred_at: dateTime(at),
      strength: random.chance(0.93) ? (1 - random.next() ** 1.4 * 0.9).toFixed(2) : '',
      source,
    }))
}

/** Within the past year, the recent months a little more: old news is not kept as carefully. */
const recently = (now: number, random: Random): number => now - Math.floor(random.next() ** 1.25 * YEAR)

/** Mean visits a year. */
const VISITS: Readonly<Record<Relationship, number>> = {
  prospect: 1.2,
  pipeline: 6,
  customer: 4,
  churned: 1,
  closed_lost: 0.7,
}

const OPENINGS = ['office manager', 'barista', 'sales', 'engineering', 'workplace', 'general manager']
const PAGES = ['wholesale page', 'pricing page', 'sample request', 'equipment page', 'blog']
const NEWS = ['new location', 'office move', 'return to office', 'sustainability report', 'layoffs', 'award']

function companySignals(company: Company, staff: readonly Person[], now: number, random: Random): Signal[] {
  const signals: Signal[] = []
  const add = (type: Signal['type'], topic: string, source: string, person?: Person) => {
    const at = recently(now, random)
    signals.push({ type, topic, company, at, source, ...(person === undefined ? {} : { person }) })
  }
  if (/^(Pre-Seed|Seed|Series)/.test(company.fundingStage) && random.chance(0.4)) {
    add('funding', company.fundingStage, 'newswire')
  }
  for (let n = 0; n < Math.min(5, company.hiringVelocity / 4); n++) {
    add('hiring', random.pick(OPENINGS), 'job boards')
  }
  const visits = Math.min(15, Math.floor(random.exponential(VISITS[company.relationship])))
  for (let n = 0; n < visits; n++) {
    // Half of the visitors are known by name.
    add('visit', random.pick(PAGES), 'website', random.chance(0.5) ? random.pick(staff) : undefined)
  }
  if (random.chance(0.3)) add('news', random.pick(NEWS), 'newswire')
  return signals
}

const REPLIES = ['interested', 'not now', 'asked for samples', 'referred to a colleague', 'out of office']
const POSTS = ['hiring', 'return to office', 'specialty coffee', 'team culture', 'sustainability', 'events']

function personSignals(person: Person, now: number, random: Random): Signal[] {
  const { company, yearsInRole } = person
  const signals: Signal[] = []
  if (yearsInRole < 1 && random.chance(0.75)) {
    const at = now - Math.floor(yearsInRole * YEAR)
    signals.push({ type: 'job_change', topic: person.title.title, company, person, at, source: 'social' })
  }
  const answers = company.relationship === 'prospect' ? 0.05 : 0.22
  if (random.chance(answers)) {
    const at = recently(now, random)
    signals.push({ type: 'reply', topic: random.pick(REPLIES), company, person, at, source: 'inbox' })
  }
  if (random.chance(0.28)) {
    const at = recently(now, random)
    signals.push({ type: 'post', topic: random.pick(POSTS), company, person, at, source: 'social' })
  }
  return signals
}

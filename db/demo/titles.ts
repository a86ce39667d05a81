import type { Industry } from './industries.ts'
import { chooser, type Random } from './random.ts'

export type Seniority = 'C-suite' | 'VP' | 'Director' | 'Manager' | 'IC'

/** A job title as people write it, and what it really is. */
export interface Title {
  readonly title: string
  readonly function: string
  readonly seniority: Seniority
}

type Ladder = Readonly<Partial<Record<Seniority, readonly string[]>>>

/** Wild on purpose: the same job under several names, and names that sound like another job. */
const LADDERS: Readonly<Record<string, Ladder>> = {
  Sales: {
    'C-suite': ['Chief Revenue Officer', 'CRO', 'Chief Commercial Officer'],
    VP: [
      'VP Sales',
      'VP of Sales',
      'Vice President, Commercial Sales',
      'SVP Sales, Americas',
      'Regional VP - Sales EMEA',
    ],
    Director: ['Sales Director', 'Director of Sales', 'Head of Sales', 'Director, Key Accounts'],
    Manager: ['Sales Manager', 'Regional Sales Manager', 'Account Management Lead'],
    IC: [
      'Account Executive',
      'Sr. Account Executive',
      'Sales Development Representative',
      'SDR',
      'Inside Sales Specialist',
    ],
  },
  Marketing: {
    'C-suite': ['CMO', 'Chief Marketing Officer'],
    VP: ['VP Marketing', 'Vice President of Marketing', 'VP Brand & Communications'],
    Director: ['Marketing Director', 'Director of Marketing', 'Head of Growth', 'Head of Brand'],
    Manager: ['Marketing Manager', 'Growth Marketing Lead', 'CRM Manager', 'Social Media Manager'],
    IC: ['Marketing Specialist', 'Content Strategist', 'Performance Marketer', 'Marketing Intern'],
  },
  Workplace: {
    VP: ['VP Workplace & Real Estate'],
    Director: ['Director of Workplace Experience', 'Facilities Director', 'Head of Workplace'],
    Manager: [
      'Office Manager',
      'Workplace Experience Manager',
      'Facilities Manager',
      'Office & Culture Lead',
    ],
    IC: ['Office Coordinator', 'Facilities Coordinator', 'Receptionist'],
  },
  Administration: {
    Manager: ['Chief of Staff'],
    IC: [
      'Assistant to the VP Sales',
      'Executive Assistant to the CEO',
      'Executive Assistant',
      'Office Assistant',
    ],
  },
  Procurement: {
    'C-suite': ['Chief Procurement Officer'],
    VP: ['VP Procurement', 'Vice President, Supply Chain & Purchasing'],
    Director: ['Head of Procurement', 'Director of Purchasing', 'Sourcing Director'],
    Manager: ['Purchasing Manager', 'Category Manager, Food & Beverage'],
    IC: ['Buyer', 'Senior Buyer', 'Procurement Analyst'],
  },
  'Food & Beverage': {
    VP: ['VP Food & Beverage', 'Corporate VP, F&B'],
    Director: ['F&B Director', 'Director of Food and Beverage', 'Executive Chef'],
    Manager: ['Restaurant Manager', 'Café Manager', 'Bar Manager', 'General Manager'],
    IC: ['Head Barista', 'Barista', 'Sommelier', 'Pastry Chef'],
  },
  HR: {
    'C-suite': ['Chief People Officer', 'CHRO'],
    VP: ['VP People', 'VP Human Resources'],
    Director: ['HR Director', 'Director of People Operations', 'Head of Talent'],
    Manager: ['HR Manager', 'People Ops Manager', 'Talent Acquisition Manager'],
    IC: ['HR Generalist', 'Recruiter', 'People Partner'],
  },
  Finance: {
    'C-suite': ['CFO', 'Chief Financial Officer'],
    VP: ['VP Finance', 'Vice President, Finance & Administration'],
    Director: ['Finance Director', 'Controller', 'Head of Finance'],
    Manager: ['Finance Manager', 'Accounting Manager'],
    IC: ['Accountant', 'Accounts Payable Specialist', 'Financial Analyst'],
  },
  Operations: {
    'C-suite': ['COO', 'Chief Operating Officer'],
    VP: ['VP Operations', 'VP, Business Operations'],
    Director: ['Operations Director', 'Director of Operations', 'Head of Ops'],
    Manager: ['Operations Manager', 'Area Manager', 'Store Operations Manager'],
    IC: ['Operations Specialist', 'Operations Analyst'],
  },
  Engineering: {
    'C-suite': ['CTO', 'Chief Technology Officer'],
    VP: ['VP Engineering', 'VP of Product Engineering'],
    Director: ['Director of Engineering', 'Head of Engineering', 'IT Director'],
    Manager: ['Engineering Manager', 'IT Manager'],
    IC: ['Software Engineer', 'Staff Software Engineer', 'Site Reliability Engineer', 'Data Analyst'],
  },
  Executive: {
    'C-suite': ['CEO', 'Founder & CEO', 'Co-Founder', 'Owner', 'Managing Director', 'President'],
  },
}

const SHARES: Readonly<Record<Seniority, number>> = {
  'C-suite': 9,
  VP: 13,
  Director: 20,
  Manager: 30,
  IC: 28,
}

const SENIORITIES: readonly Seniority[] = ['C-suite', 'VP', 'Director', 'Manager', 'IC']

const TITLES: readonly Title[] = Object.entries(LADDERS).flatMap(([name, ladder]) =>
  SENIORITIES.flatMap((seniority) =>
    (ladder[seniority] ?? []).map((title) => ({ title, function: name, seniority })),
  ),
)

/** Nobody runs a bar in a software company, and few hotels have engineers. */
function weigh(title: Title, serves: boolean): number {
  const onStep = TITLES.filter(({ seniority }) => seniority === title.seniority).length
  const fits = title.function === 'Food & Beverage' ? serves : title.function !== 'Engineering' || !serves
  return (SHARES[title.seniority] / onStep) * (fits ? 1 : 0.02)
}

const chooseAtHost = chooser(TITLES, (title) => weigh(title, true))
const chooseAtOffice = chooser(TITLES, (title) => weigh(title, false))

export const chooseTitle = ({ serves }: Industry, random: Random): Title =>
  serves ? chooseAtHost(random) : chooseAtOffice(random)

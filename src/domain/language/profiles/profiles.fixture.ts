import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'
import type { Command } from '../interpretation.ts'
import type { ProfileParameters } from '../../profiles/parameter.ts'
import type { NamedProfile, Situation } from '../situation.ts'

const BARE: ProfileParameters = [
  { mode: 'filter', criteria: { type: 'company', field: 'name', op: 'known' } },
]
const SMB: ProfileParameters = [
  { mode: 'filter', criteria: { type: 'company', field: 'industry', op: 'equals', value: 'SaaS' } },
  { mode: 'filter', criteria: { type: 'company', field: 'employees', op: 'between', value: [11, 200] } },
  { mode: 'filter', criteria: { type: 'company', field: 'country', op: 'in', value: ['US', 'CA'] } },
  { mode: 'score', criteria: { type: 'company', field: 'hiring_velocity', op: '>', value: 0 }, weight: 20 },
]

const PROFILES: readonly NamedProfile[] = [
  {
    id: 'icp_1',
    name: 'SMB SaaS',
    kind: 'icp',
    icpId: null,
    entity: 'company',
    status: 'live',
    parameters: SMB,
  },
  {
    id: 'icp_2',
    name: 'Enterprise',
    kind: 'icp',
    icpId: null,
    entity: 'company',
    status: 'live',
    parameters: BARE,
  },
  {
    id: 'per_1',
    name: 'VP Sales',
    kind: 'persona',
    icpId: 'icp_1',
    entity: 'person',
    status: 'live',
    parameters: BARE,
  },
  {
    id: 'per_2',
    name: 'Founders',
    kind: 'persona',
    icpId: 'icp_1',
    entity: 'person',
    status: 'live',
    parameters: BARE,
  },
  {
    id: 'per_3',
    name: 'Founders',
    kind: 'persona',
    icpId: 'icp_2',
    entity: 'person',
    status: 'live',
    parameters: BARE,
  },
]
/** Drafted in the conversation, and not confirmed. */
export const BANKS: NamedProfile = {
  id: 'prop_1',
  name: 'Banks',
  kind: 'icp',
  icpId: null,
  entity: 'company',
  status: 'draft',
  waits: true,
  parameters: [
    { mode: 'filter', criteria: { type: 'company', field: 'industry', op: 'equals', value: 'Fintech' } },
    { mode: 'filter', criteria: { type: 'company', field: 'employees', op: 'between', value: [50, 500] } },
    { mode: 'exclude', criteria: { type: 'company', field: 'country', op: 'equals', value: 'FR' } },
    {
      mode: 'score',
      criteria: { type: 'company', field: 'tech_stack', op: 'has', value: 'HubSpot' },
      weight: 3,
    },
    { mode: 'score', criteria: { type: 'company', field: 'hiring_velocity', op: '>', value: 0 }, weight: 1 },
  ],
}
const FIN_HEAD: NamedProfile = {
  id: 'prop_1/FIN-HEAD',
  name: 'Fin Head',
  kind: 'persona',
  icpId: 'prop_1',
  entity: 'person',
  status: 'draft',
  waits: true,
  parameters: [
    { mode: 'filter', criteria: { type: 'person', field: 'seniority', op: 'equals', value: 'Director' } },
  ],
}
const ALL = [...PROFILES, BANKS, FIN_HEAD]
export const profilesNamed = (name: string) =>
  ALL.filter((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase())

type AtHand = Pick<Situation, 'talksOfProfiles' | 'lastProfile' | 'criteria'>
/** What a message is read as in a workspace that has some ICPs and personas, and drafts of two more. */
export const read = (text: string, atHand: AtHand = {}) =>
  interpret(text, { ...situation(), profilesNamed, allProfiles: () => ALL, ...atHand })
export function command(text: string, atHand: AtHand = {}): Command {
  const found = read(text, atHand)
  if (found.kind !== 'command') throw new Error(`“${text}” is read as ${JSON.stringify(found)}`)
  return found.command
}
/** The parameters of what is built, as `mode: criteria` in words. */
export function parameters(text: string, atHand: AtHand = {}) {
  const found = command(text, atHand)
  if (found.do !== 'build_profile') throw new Error(`“${text}” builds nothing`)
  return found.parameters.map((parameter) =>
    [
      parameter.mode,
      ...(parameter.mode === 'score' ? [parameter.weight] : []),
      situation().describe(parameter.criteria),
    ].join(' '),
  )
}
export function asked(text: string): string {
  const found = read(text)
  if (found.kind !== 'question') throw new Error(`“${text}” is read as ${JSON.stringify(found)}`)
  return found.question
}

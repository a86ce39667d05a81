import { situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'
import type { Command } from '../interpretation.ts'
import type { ProfileParameters } from '../../profiles/parameter.ts'
import type { NamedProfile } from '../situation.ts'

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
const profilesNamed = (name: string) =>
  PROFILES.filter((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase())

/** What a message is read as in a workspace that has some ICPs and personas. */
export const read = (text: string, atHand: { readonly talksOfProfiles?: boolean } = {}) =>
  interpret(text, { ...situation(), profilesNamed, ...atHand })
export function command(text: string, atHand: { readonly talksOfProfiles?: boolean } = {}): Command {
  const found = read(text, atHand)
  if (found.kind !== 'command') throw new Error(`“${text}” is read as ${JSON.stringify(found)}`)
  return found.command
}
/** The parameters of what is built, as `mode: criteria` in words. */
export function parameters(text: string, atHand: { readonly talksOfProfiles?: boolean } = {}) {
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

import { ConflictError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import type { Change } from '../changes/index.ts'
import { entityInside, entityOfIcp } from './check-parameters.ts'
import { codeFor, freeCode } from './code.ts'
import { entityOfParameters } from './fit.ts'
import type { NewPersona } from './new-personas.ts'
import type { ProfileParameters } from './parameter.ts'
import type { Profiles } from './read.ts'
import type { Profile } from './schema.ts'

type NewIcp = Extract<Change, { readonly kind: 'create_icp' }>
type OnePersona = Extract<Change, { readonly kind: 'create_persona' }>

/** An ICP or a persona that a proposal would make, and that a human has not decided about. */
interface Waiting {
  readonly change: NewIcp | OnePersona
  /** Of a persona that would be made together with its ICP: which one. */
  readonly persona?: NewPersona
}

/** As much of a profile as it has before it is made. */
type WaitingProfile = Pick<
  Profile,
  'id' | 'name' | 'code' | 'kind' | 'icpId' | 'entity' | 'status' | 'parameters'
>

interface Waits {
  /** What a proposal that still waits would change; undefined for any other id. */
  waiting(proposalId: string): Change | undefined
}

/**
 * What the id of a profile that waits says: its proposal, and, of a persona that comes with its ICP, the code behind a
 * slash. Undefined for any other id.
 *
 * @example waitingUnder('prop_7k2m/VP-SALES')
 */
export function waitingUnder(
  id: string,
): { readonly proposalId: string; readonly code: string | undefined } | undefined {
  const [proposalId = '', code] = id.split('/')
  return proposalId.startsWith('prop_') ? { proposalId, code } : undefined
}

/** The profile that waits under an id. */
export function waitingAt(proposals: Waits, id: string): Waiting | undefined {
  const under = waitingUnder(id)
  if (under === undefined) return undefined
  const { proposalId, code } = under
  const change = proposals.waiting(proposalId)
  if (change?.kind === 'create_persona') return code === undefined ? { change } : undefined
  if (change?.kind !== 'create_icp') return undefined
  if (code === undefined) return { change }
  const persona = change.personas?.find((one) => one.code === code)
  return persona && { change, persona }
}

/** The profiles that a proposal would make, its ICP first. */
export function waitingProfiles(proposals: Waits, proposalId: string): readonly WaitingProfile[] {
  const found = waitingAt(proposals, proposalId)
  if (found === undefined) return []
  const { name, code, parameters } = found.change
  const own = { id: proposalId, name, code, parameters, status: 'draft' } as const
  if (found.change.kind === 'create_persona') {
    const { icpId } = found.change
    return [{ ...own, kind: 'persona', icpId, entity: entityOfParameters(parameters) }]
  }
  const entity = entityOfIcp(parameters)
  return [
    { ...own, kind: 'icp', icpId: null, entity },
    ...(found.change.personas ?? []).map((persona) => ({
      id: `${proposalId}/${persona.code}`,
      name: persona.name,
      code: persona.code,
      parameters: persona.parameters,
      status: 'draft' as const,
      kind: 'persona' as const,
      icpId: proposalId,
      entity: entityInside({ entity }),
    })),
  ]
}

interface Revision {
  readonly name?: string | undefined
  readonly code?: string | undefined
  readonly goal?: string | undefined
  readonly parameters?: ProfileParameters | undefined
  readonly assumptions?: readonly string[] | undefined
}

/** The change that would make it otherwise; what is not given stays. With another name comes another code. */
export function revised({ change, persona }: Waiting, next: Revision, profiles: Profiles): Change {
  const { name, goal, parameters } = next
  const assumptions = [...new Set([...(change.assumptions ?? []), ...(next.assumptions ?? [])])]
  const content = {
    ...(name !== undefined && { name }),
    ...(goal !== undefined && { goal }),
    ...(parameters !== undefined && { parameters }),
  }
  if (persona !== undefined && change.kind === 'create_icp') {
    const others = (change.personas ?? []).filter((one) => one !== persona)
    const code = next.code ?? (name === undefined ? persona.code : codeAmong(others, name))
    const personas = (change.personas ?? []).map((one) =>
      one === persona ? { ...one, ...content, code } : one,
    )
    return { ...change, personas, assumptions }
  }
  const home = change.kind === 'create_persona' ? change.icpId : null
  const code = next.code ?? (name === undefined ? change.code : freeCode(profiles, home, name))
  return { ...change, ...content, code, assumptions }
}

/** The same ICP with one more persona. Throws ConflictError where it has one of that name. */
export function withPersona(
  change: NewIcp,
  { assumptions, ...persona }: Omit<NewPersona, 'code'> & { readonly assumptions: readonly string[] },
): Change {
  const personas = change.personas ?? []
  const taken = personas.find(({ name }) => foldText(name) === foldText(persona.name))
  if (taken !== undefined) {
    throw new ConflictError(`The ICP “${change.name}” has a persona called “${taken.name}” already`, {
      next: 'Choose another name, or change that one instead.',
      path: ['name'],
    })
  }
  return {
    ...change,
    personas: [...personas, { ...persona, code: codeAmong(personas, persona.name) }],
    assumptions: [...new Set([...(change.assumptions ?? []), ...assumptions])],
  }
}

/** The same ICP without a persona that would come with it. */
export function withoutPersona({ personas = [], ...change }: NewIcp, gone: NewPersona): Change {
  const [first, ...others] = personas.filter((one) => one !== gone)
  return first === undefined ? change : { ...change, personas: [first, ...others] }
}

const codeAmong = (personas: readonly NewPersona[], name: string): string =>
  codeFor(name, new Set(personas.map(({ code }) => code)))

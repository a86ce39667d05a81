import { InputError } from '#kernel/errors.ts'
import type { Change } from '../changes/index.ts'
import type { Criteria } from '../criteria/schema.ts'
import { type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import { codeFor } from './code.ts'
import { entityOfParameters } from './fit.ts'
import type { NewPersona } from './new-personas.ts'
import type { Profiles } from './read.ts'

type NewIcp = Extract<Change, { readonly kind: 'create_icp' }>

/** What everybody has that an ICP is about: only scored, so that nobody is kept out by it. */
const EVERYBODY = {
  company: { type: 'company', field: 'name', op: 'known' },
  customer: { type: 'attribute', field: 'created_at', op: 'known' },
} as const satisfies Record<'company' | 'customer', Criteria>

/**
 * The first persona of a workspace, with the ICP that it has to live in: one that everybody fits. Throws InputError
 * where there is an ICP to choose.
 */
export function withFirstPersona(
  profiles: Profiles,
  { assumptions, ...persona }: Omit<NewPersona, 'code'> & { readonly assumptions: readonly string[] },
): NewIcp {
  if (profiles.list().length > 0) {
    throw new InputError('A persona lives in an ICP, and none is named', {
      next: 'Name the ICP that it should live in.',
      path: ['icp_id'],
    })
  }
  const entity = entityOfParameters(persona.parameters)
  const around = entity === 'customer' ? 'customer' : 'company'
  const name = icpOfEverybody(entity)
  return {
    kind: 'create_icp',
    name,
    code: codeFor(name, new Set()),
    goal: '',
    parameters: [{ mode: 'score', criteria: EVERYBODY[around], weight: 1 }],
    personas: [{ ...persona, code: codeFor(persona.name, new Set()) }],
    assumptions: [...assumptions],
  }
}

/** What the ICP is called that is made for a persona over these. */
export const icpOfEverybody = (entity: Entity): string =>
  `All ${ENTITY_WORDS[entity === 'customer' ? 'customer' : 'company'].many}`

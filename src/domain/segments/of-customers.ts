import { InputError } from '#kernel/errors.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import type { Preview } from '../previews/schema.ts'

/** The preview itself, when it counted customers. Throws InputError for anything else: segments hold customers. */
export function ofCustomers(preview: Preview): Preview {
  const { entity, id } = preview
  if (entity === 'customer') return preview
  throw new InputError(`The preview ${id} counts ${ENTITY_WORDS[entity].many}, and segments hold customers`, {
    next: `Show the preview as it is: ${ENTITY_WORDS[entity].many} are for ICPs and personas.`,
    path: ['preview_id'],
  })
}

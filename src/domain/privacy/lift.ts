import type { Actor } from '#kernel/actor.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { appendLog } from '../log/append.ts'
import type { Operation } from '../writer/operation.ts'
import type { OutsideId } from './leaving.ts'
import { lift } from './suppressed.ts'

/** Lets data about somebody who was erased in again, from now on. Throws NotFoundError for who is not kept out. */
export const liftErasure: Operation<
  { readonly ids: readonly OutsideId[]; readonly actor: Actor },
  { readonly lifted: number }
> = ({ writer, clock }, { ids, actor }) =>
  writer.transaction(() => {
    const lifted = lift(writer, ids)
    if (lifted === 0) {
      throw new NotFoundError('Nobody is kept out by this id', {
        next: 'Give the id as the source has it, with the source: shopify:7012345.',
      })
    }
    appendLog(writer, {
      at: clock.now(),
      actor,
      action: 'lift_erasure',
      subject: 'suppressed',
      detail: { lifted },
    })
    return { lifted }
  })

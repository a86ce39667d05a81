import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import { foldText } from '#kernel/text.ts'
import { eraseSubject } from '../privacy/erase.ts'
import { eraseSource } from '../privacy/erase-source.ts'
import type { WriteContext } from '../writer/operation.ts'
import { SHOPIFY } from './source.ts'
import type { Webhook } from './store-webhook.ts'
import type { Told } from './told.ts'

export type ToldErasure = Extract<Told, { readonly kind: 'redact' | 'redact_shop' }>

export const isErasure = (told: Told): told is ToldErasure =>
  told.kind === 'redact' || told.kind === 'redact_shop'

/** Who did it, in the log. */
export const STORE: Actor = { userId: null, name: 'Shopify', surface: 'system', session: null }

/** Erases whom the store was asked to forget, or everything that came from the store. Nobody may be there any more. */
export async function eraseTold(
  ctx: WriteContext,
  told: ToldErasure,
  { topic, databasePath }: Webhook,
): Promise<void> {
  const asked = { why: topic, actor: STORE, databasePath }
  if (told.kind === 'redact_shop') {
    await eraseSource(ctx, { ...asked, source: SHOPIFY })
    return
  }
  const { customerId, email } = told
  const byEmail =
    email === null
      ? []
      : ctx.writer.all(query.selectFrom('customer_keys').select('id').where('email', '=', foldText(email)))
  await eraseSubject(ctx, {
    ...asked,
    ids: customerId === null ? [] : [{ takes: 'customers', source: SHOPIFY, id: customerId }],
    customers: byEmail.map(({ id }) => id),
  })
}

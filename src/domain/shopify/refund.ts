import { type Body, bodiesIn, textIn } from './body.ts'
import type { ToldRefund } from './told.ts'

/**
 * A refund of the Admin API (https://shopify.dev/docs/api/admin-rest/latest/resources/refund): what its successful
 * transactions gave back. Undefined for a body without an id.
 */
export function readRefund(body: Body): ToldRefund | undefined {
  const id = textIn(body, 'id')
  if (id === null) return undefined
  const paidBack = bodiesIn(body, 'transactions').filter(
    (one) => textIn(one, 'kind') === 'refund' && textIn(one, 'status') === 'success' && one['test'] !== true,
  )
  return { id, amount: sumOf(paidBack.flatMap((one) => textIn(one, 'amount') ?? [])) }
}

/** Decimals added up exactly: in units of their smallest part. */
function sumOf(amounts: readonly string[]): string {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0))
  const scale = 10 ** decimals
  const sum = amounts.reduce((all, amount) => all + Math.round(Number(amount) * scale), 0)
  return (sum / scale).toFixed(decimals)
}

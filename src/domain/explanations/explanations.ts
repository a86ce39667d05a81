import type { Actor } from '#kernel/actor.ts'
import type { Explanation } from '../criteria/evaluate.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { MaskedCustomer } from '../customers/masked.ts'
import type { Preview } from '../previews/schema.ts'

/** A counted preview, or a segment by id or name. */
export type Explained = { readonly previewId: string } | { readonly segment: string }

export interface CustomerExplanation {
  readonly customer: MaskedCustomer
  /** What the customer was held against. */
  readonly words: string
  readonly explanation: Explanation
}

/** Why: criteria in words and numbers, and one customer held against them. */
export interface Explanations {
  /** Completes "Customers who …", as of now. */
  words(criteria: Criteria): string
  /** The numbers behind criteria: a preview as it was counted, a segment as it is now. */
  counted(
    what: Explained,
    options: { readonly actor: Actor; readonly signal?: AbortSignal },
  ): Promise<Preview>
  /** One customer, by the id as imported or by e-mail. Throws NotFoundError. */
  customer(
    idOrEmail: string,
    what: Explained,
    options: { readonly signal?: AbortSignal },
  ): Promise<CustomerExplanation>
}

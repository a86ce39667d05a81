import type { Criteria } from '../criteria/schema.ts'
import type { Proposals } from '../proposals/read.ts'
import { type Account, accountFor, withStated } from './account.ts'
import type { Situation } from './situation.ts'

/** Receipts of messages, read with the ICPs and personas that wait to be confirmed: a message may name them. */
export const createReceipts =
  (deps: {
    readonly proposals: Pick<Proposals, 'waitingProfiles'>
    situation(atHand: { readonly criteria?: Criteria; readonly drafts: readonly string[] }): Situation
  }) =>
  (message: string, criteria: Criteria, stated: readonly string[], atHand: Criteria | undefined): Account => {
    const drafts = deps.proposals.waitingProfiles()
    const situation = deps.situation({ drafts, ...(atHand !== undefined && { criteria: atHand }) })
    return withStated(message, accountFor(message, criteria, situation), stated)
  }

import { query, type Writer } from '#db/run.ts'
import type { ProposalState, ProposalsTable } from '#db/schema.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import { ConflictError, InputError, NotFoundError } from '#kernel/errors.ts'
import { actorFrom } from '../log/actor.ts'
import { appendLog } from '../log/append.ts'
import { findUser } from '../users/read.ts'
import { mayActAs } from '../users/schema.ts'

/** The way from draft to a decision, once. Everything here runs inside the deciding transaction. */

/** The proposal, when it still waits for a decision. Throws ConflictError for a decided one. */
export function requireDraft(writer: Writer, id: string): ProposalsTable {
  const row = writer.get(query.selectFrom('proposals').selectAll().where('id', '=', id))
  if (row === undefined) {
    throw new NotFoundError(`There is no proposal ${id}`, {
      next: 'List the proposals to see which there are.',
    })
  }
  if (row.state === 'draft') return row
  const by = row.decided_by === null ? '' : ` by ${actorFrom(row.decided_by).name}`
  throw new ConflictError(`This proposal is already ${row.state}${by}`, { next: NEXT[row.state] })
}

const NEXT = {
  confirmed: 'Nothing more is needed; to take it back, undo the change.',
  rejected: 'Draft the change again if it is wanted after all.',
  expired: 'Draft the change again.',
  stale: 'Count again and draft the change anew.',
} as const satisfies Record<Exclude<ProposalState, 'draft'>, string>

/** Throws InputError unless the user may do what this role does. Roles are read here, where they count. */
export function requireRole(writer: Writer, actor: Actor, role: 'editor' | 'approver', what: string): void {
  const user = actor.userId === null ? null : findUser(writer, actor.userId)
  if (user !== null && mayActAs(user.role, role)) return
  throw new InputError(`${actor.name} may not ${what}`, {
    next: `Ask someone with the role ${role} to do it.`,
  })
}

interface Settlement {
  readonly state: Exclude<ProposalState, 'draft'>
  readonly at: Instant
  readonly actor: Actor
  /** What was made, or why it was refused. */
  readonly outcome: Readonly<Record<string, string>>
  /** For the log alone. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Writes the decision and its line in the log. The state is compared and set: a second one never gets here. */
export function settle(writer: Writer, id: string, settlement: Settlement): void {
  const { state, at, actor, outcome, detail } = settlement
  const changed = writer.run(
    query
      .updateTable('proposals')
      .set({ state, decided_at: at, decided_by: JSON.stringify(actor), outcome: JSON.stringify(outcome) })
      .where('id', '=', id)
      .where('state', '=', 'draft'),
  )
  if (changed !== 1) throw new Error(`Proposal ${id} was decided twice`)
  appendLog(writer, {
    at,
    actor,
    action: `proposal_${state}`,
    subject: id,
    detail: { ...outcome, ...detail },
  })
}

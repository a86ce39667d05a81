import { z } from 'zod'
import { ConflictError } from '#kernel/errors.ts'
import { cloneIcp } from './clone-icp.ts'
import { askQuestion } from './ask-question.ts'
import { clonePersona } from './clone-persona.ts'
import { cloneSegment } from './clone-segment.ts'
import { createAudience } from './create-audience.ts'
import { createIcp } from './create-icp.ts'
import { createIndicator } from './create-indicator.ts'
import { createPersona } from './create-persona.ts'
import { createPersonas } from './create-personas.ts'
import { createSegment } from './create-segment.ts'
import { deleteAudience } from './delete-audience.ts'
import { deleteIndicator } from './delete-indicator.ts'
import { deleteProfile } from './delete-profile.ts'
import { deleteQuestion } from './delete-question.ts'
import { deleteSegment } from './delete-segment.ts'
import { exportCustomers } from './export.ts'
import { joinCustomers } from './join-customers.ts'
import { pinSegment } from './pin-segment.ts'
import { refreshSegment } from './refresh-segment.ts'
import { renameSegment } from './rename-segment.ts'
import { separateCustomers } from './separate-customers.ts'
import { setJoinRule } from './set-join-rule.ts'
import { setProfileStatus } from './set-profile-status.ts'
import { undoAudience } from './undo-audience.ts'
import { undoExport } from './undo-export.ts'
import { undoIndicator } from './undo-indicator.ts'
import { undoProfile } from './undo-profile.ts'
import { undoRoutingRule } from './undo-routing-rule.ts'
import { undo } from './undo.ts'
import { updateAudience } from './update-audience.ts'
import { updateIndicator } from './update-indicator.ts'
import { createRoutingRule } from './create-routing-rule.ts'
import { deleteRoutingRule } from './delete-routing-rule.ts'
import { resendDeliveries } from './resend-deliveries.ts'
import { updateRoutingRule } from './update-routing-rule.ts'
import { updateProfile } from './update-profile.ts'
import { updateSegment } from './update-segment.ts'
import type { AnyChange, Outcome, Undoing } from './define.ts'

/** Every kind of change. The type of all changes, and their schema, are made of this list. */
const changes = [
  createSegment,
  updateSegment,
  renameSegment,
  cloneSegment,
  deleteSegment,
  refreshSegment,
  pinSegment,
  undo,
  createIndicator,
  updateIndicator,
  deleteIndicator,
  undoIndicator,
  createAudience,
  updateAudience,
  deleteAudience,
  undoAudience,
  createRoutingRule,
  updateRoutingRule,
  deleteRoutingRule,
  undoRoutingRule,
  resendDeliveries,
  createIcp,
  createPersona,
  createPersonas,
  updateProfile,
  setProfileStatus,
  clonePersona,
  cloneIcp,
  deleteProfile,
  undoProfile,
  askQuestion,
  deleteQuestion,
  exportCustomers,
  undoExport,
  setJoinRule,
  separateCustomers,
  joinCustomers,
] as const

/** What can be proposed. */
export type Change = z.infer<(typeof changes)[number]['schema']>

const [first, ...others] = changes
export const changeSchema = z.discriminatedUnion('kind', [
  first.schema,
  ...others.map((change) => change.schema),
])

const byKind = new Map<string, AnyChange>(changes.map((change) => [change.schema.shape.kind.value, change]))

/** How a change describes itself and is made. */
export function definitionOf({ kind }: Pick<Change, 'kind'>): AnyChange {
  const found = byKind.get(kind)
  if (found === undefined) throw new Error(`There is no change of kind ${kind}`)
  return found
}

/** Whether a change of this kind leaves something behind that could be taken back. */
export const canBeUndone = (kind: string): boolean => byKind.get(kind)?.undo !== undefined

/** The change that takes one back. Throws ConflictError where nothing is left behind that could be. */
export function undoingOfChange(
  change: Pick<Change, 'kind'>,
  outcome: Outcome,
  base: number | null,
): Undoing {
  const undoing = definitionOf(change).undo?.(outcome, base)
  if (undoing === undefined) throw nothingToUndo()
  return undoing
}

export const nothingToUndo = (): ConflictError =>
  new ConflictError('This left nothing behind that could be undone', { next: 'Nothing more is needed.' })

import { createWriteKey, revokeWriteKey } from '../arrivals/keys.ts'
import { storeArrivals } from '../arrivals/store.ts'
import { moveAudienceMembers, storeAudienceMembers } from '../audiences/members.ts'
import { finishExport } from '../exports/finish.ts'
import { restartExport, stopExport } from '../exports/store.ts'
import { importFiles, importPlanned } from '../imports/import-files.ts'
import { loadDemo } from '../imports/load-demo.ts'
import { ensureBuiltinIndicators } from '../indicators/ensure-builtin.ts'
import { storeIndicatorValues } from '../indicators/refresh.ts'
import { storePreview } from '../previews/store.ts'
import { storeDrift } from '../profiles/living/store-drift.ts'
import { eraseSource } from '../privacy/erase-source.ts'
import { eraseSubject } from '../privacy/erase.ts'
import { liftErasure } from '../privacy/lift.ts'
import { endQuestionRun, restartQuestionRun, storeRecordAnswer } from '../profiles/questions/store.ts'
import { storeRecordScores, storeScores } from '../profiles/scoring/store.ts'
import { confirmProposal } from '../proposals/confirm.ts'
import { expireProposals } from '../proposals/expire.ts'
import { rejectProposal } from '../proposals/reject.ts'
import { storeProposal } from '../proposals/store.ts'
import { handOn } from '../routing/hand-on.ts'
import { claimDeliveries, recordDelivery } from '../routing/outbox.ts'
import { ensureDefaultSegments } from '../segments/ensure-defaults.ts'
import { moveSegmentMembers } from '../segments/move-members.ts'
import { storeRefresh } from '../segments/refresh.ts'
import { closeDataRequest } from '../shopify/data-requests.ts'
import { storeWebhook } from '../shopify/store-webhook.ts'
import { ensureSignalTypes } from '../signals/ensure-types.ts'
import {
  deleteThread,
  dropLastAnswer,
  renameThread,
  storeAnswer,
  storeUserMessage,
} from '../threads/store.ts'
import { createAccessToken, revokeAccessToken, useAccessToken } from '../tokens/tokens.ts'
import { addUser, setEmail, setPassphrase } from '../users/roster.ts'
import { createSigninCode, endSession, redeemSigninCode } from '../users/signin.ts'
import { createWidgetKey, revokeWidgetKey } from '../widgets/keys.ts'
import { createWidgetToken } from '../widgets/tokens.ts'
import { ensureWorkspace } from '../workspace/workspace.ts'

/** The closed list of writes. A name says noun and verb; each operation lives in its noun's folder. */
export const operations = {
  addUser,
  claimDeliveries,
  closeDataRequest,
  confirmProposal,
  createAccessToken,
  createSigninCode,
  createWidgetKey,
  createWidgetToken,
  createWriteKey,
  deleteThread,
  dropLastAnswer,
  endQuestionRun,
  endSession,
  ensureBuiltinIndicators,
  ensureDefaultSegments,
  ensureSignalTypes,
  ensureWorkspace,
  eraseSource,
  eraseSubject,
  expireProposals,
  finishExport,
  handOn,
  importFiles,
  importPlanned,
  liftErasure,
  loadDemo,
  moveAudienceMembers,
  moveSegmentMembers,
  recordDelivery,
  redeemSigninCode,
  rejectProposal,
  renameThread,
  restartExport,
  restartQuestionRun,
  revokeAccessToken,
  revokeWidgetKey,
  revokeWriteKey,
  setEmail,
  setPassphrase,
  stopExport,
  storeAnswer,
  storeArrivals,
  storeAudienceMembers,
  storeDrift,
  storeIndicatorValues,
  storePreview,
  storeProposal,
  storeRecordAnswer,
  storeRecordScores,
  storeRefresh,
  storeScores,
  storeUserMessage,
  useAccessToken,
  storeWebhook,
}

export type Operations = typeof operations

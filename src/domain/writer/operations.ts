import { deleteThread, dropLastAnswer, renameThread, storeAnswer, storeUserMessage } from '../threads/store.ts'
import { addUser, setPassphrase } from '../users/roster.ts'
import { createSigninCode, endSession, redeemSigninCode } from '../users/signin.ts'

/** The closed list of writes. A name says noun and verb; each operation lives in its noun's folder. */
export const operations = {
  addUser,
  createSigninCode,
  deleteThread,
  dropLastAnswer,
  endSession,
  redeemSigninCode,
  renameThread,
  setPassphrase,
  storeAnswer,
  storeUserMessage,
}

export type Operations = typeof operations

import { userInfo } from 'node:os'
import type { Actor } from '#kernel/actor.ts'

/** Whoever typed the command, by their account on this machine: enough to draft, not to decide. */
export const terminalActor = (): Actor => ({
  userId: null,
  name: accountName(),
  surface: 'terminal',
  session: String(process.pid),
})

/** In a container the account may be a bare number that no list of users names. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return `account ${process.getuid?.() ?? 'without a name'}`
  }
}

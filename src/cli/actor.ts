import { userInfo } from 'node:os'
import type { Actor } from '#kernel/actor.ts'

/** Whoever typed the command, by their account on this machine: enough to draft, not to decide. */
export const terminalActor = (): Actor => ({
  userId: null,
  name: userInfo().username,
  surface: 'terminal',
  session: String(process.pid),
})

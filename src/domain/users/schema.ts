import { z } from 'zod'
import type { Role } from '#db/schema.ts'

/** From the one that may least. */
export const roleSchema = z.enum(['viewer', 'editor', 'approver']) satisfies z.ZodType<Role>

/** Someone who signs in. Viewers look, editors draft, approvers confirm. */
export interface User {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly hasPassphrase: boolean
}

/** A signed-in browser. */
export interface SignedIn {
  readonly user: User
  /** The start of the token's hash: enough to tell sessions apart in the log, useless to sign in with. */
  readonly session: string
  /** Epoch seconds. */
  readonly expiresAt: number
}

const RANKS = { viewer: 0, editor: 1, approver: 2 } as const satisfies Record<Role, number>

/** The role of the two that may less. */
export const lowerRole = (a: Role, b: Role): Role => (mayActAs(a, b) ? b : a)

/** May this role do what `needed` may? */
export const mayActAs = (role: Role, needed: Role): boolean => RANKS[role] >= RANKS[needed]

import { randomBytes } from 'node:crypto'
import { sha256 } from '#kernel/hash.ts'

/** A token or code that nobody can guess (256 random bits), safe in links and cookies. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/**
 * What is stored of it, and looked up by. A plain hash suffices: there is nothing to guess in 256 random bits, and how
 * near a wrong one comes in an index says nothing about it.
 */
export const hashSecret = (secret: string): string => sha256(secret)

/** Names a session in the log without giving anything away. */
export const sessionName = (tokenHash: string): string => `web_${tokenHash.slice(0, 12)}`

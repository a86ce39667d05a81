import { config } from 'zod/v4/core'

/**
 * Imported before anything that makes schemas: Zod would else try whether it may compile them, and a page whose policy
 * forbids that reports the try.
 */
config({ jitless: true })

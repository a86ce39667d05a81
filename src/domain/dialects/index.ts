import type { Dialect } from './define.ts'
import { sqlite } from './sqlite.ts'

/** The engines that Muster speaks to. */
export const dialects = { sqlite } as const satisfies Record<string, Dialect>

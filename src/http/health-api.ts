/** How good the data is. Part of api.ts. */
import type { HealthReport } from '#domain/health/shown.ts'
import type { ApiError } from './api.ts'

export type { Found as HealthFinding, HealthReport } from '#domain/health/shown.ts'

/** One line of the answer while the data is looked at: how far it is, 0 to 1, then what was seen, or what went wrong. */
export type HealthLine =
  | { readonly done: number }
  | { readonly health: HealthReport }
  | { readonly error: ApiError }

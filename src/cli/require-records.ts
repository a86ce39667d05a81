import type { App } from '#app'
import { hasRecords } from '#domain/insights/data-summary.ts'
import { NotFoundError } from '#kernel/errors.ts'

/** An answer about nobody would look like an answer: an empty database is said instead. */
export function requireRecords(app: App): void {
  if (hasRecords(app.services.reader)) return
  throw new NotFoundError(`There is nobody in ${app.databasePath}`, {
    next: 'Import your data with `muster import <folder>`, or load the demo company with `muster start`.',
  })
}

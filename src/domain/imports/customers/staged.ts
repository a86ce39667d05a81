import { stagedName } from '../staging/names.ts'
import type { ApplyRun } from '../apply/run.ts'

/**
 * Staged customers `s` with their identities `i`: once those have been given, every one has one. From the staged rows on,
 * which are few where data arrives all the time: the planner knows nothing of how many there are.
 */
export const stagedCustomers = ({ source }: Pick<ApplyRun, 'source'>): string =>
  `${stagedName('customers')} s CROSS JOIN identities i ON i.source = '${source}' AND i.external_id = s.id`

/**
 * The customers of this run that are new or differ from what the database holds, by `id`; those that differ with the
 * `place` of the staged row that says so.
 */
export const CHANGED = 'temp.import_changed_customers'

/** Is a staged customer one of them? By the plus it is not looked for: each of them for each staged row would be. */
export const IS_CHANGED = `+i.customer_id IN (SELECT id FROM ${CHANGED})`

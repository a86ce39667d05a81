import type { CompanyKind } from '../suites/define.ts'
import { type PreparedCompany, prepareCompany } from './open.ts'
import { NOTHING_PLANTED } from './plant.ts'

const companies = new Map<CompanyKind, Promise<PreparedCompany>>()

/** The companies of the evals, each imported once for all test files of a worker. Whoever opens one has a copy. */
export const sharedCompany: typeof prepareCompany = async ({ kind, planted = NOTHING_PLANTED }) => {
  if (planted.tags.length + planted.descriptions.length > 0) {
    throw new Error('What is planted in a company that is shared would be found by others')
  }
  const company = companies.get(kind) ?? prepareCompany({ kind })
  companies.set(kind, company)
  const { open, remove } = await company
  process.once('exit', remove)
  return { open, remove() {} }
}

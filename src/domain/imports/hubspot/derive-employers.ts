import { change, countRows } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { stagedName } from '../staging/names.ts'

const PEOPLE = stagedName('people')
const COMPANIES = stagedName('companies')

/** Makes the companies of contacts that no file of companies has told of yet: their ids and names. */
export function deriveEmployers({ driver, staging, notes }: ApplyRun): void {
  const present = staging.present('people')
  if (present?.has('company_id') !== true) return
  const name = present.has('company_name') ? 'max(s.company_name)' : 'NULL'
  staging.open('companies', ['id', 'name'])
  const made = change(
    driver,
    `INSERT INTO ${COMPANIES}(place, id, name)
     SELECT min(s.place), s.company_id, ${name} FROM ${PEOPLE} s
     WHERE s.company_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM companies c WHERE c.external_id = s.company_id)
     GROUP BY s.company_id`,
  )
  if (made > 0) notes.push(`Companies that only contacts tell of, by name: ${made.toLocaleString('en-US')}.`)
  if (!present.has('company_name')) return
  const unlinked = countRows(driver, `${PEOPLE} WHERE company_id IS NULL AND company_name IS NOT NULL`)
  if (unlinked > 0) {
    notes.push(
      `Contacts whose company has a name and no id belong to no company: ${unlinked.toLocaleString('en-US')}. Export them with the column Associated Company IDs.`,
    )
  }
}

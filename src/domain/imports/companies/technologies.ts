import type { Writer } from '#db/run.ts'
import { change } from '../apply/change.ts'
import { stagedName } from '../staging/names.ts'

/** Replaces the technologies of the staged companies. */
export function writeTechnologies(driver: Writer['driver']): void {
  const staged = `${stagedName('companies')} s JOIN companies t ON t.external_id = s.id`
  change(driver, `DELETE FROM company_technologies WHERE company_id IN (SELECT t.id FROM ${staged})`)
  change(
    driver,
    `INSERT INTO company_technologies(key, company_id, label)
     SELECT fold_text(j.value), t.id, j.value FROM ${staged} JOIN json_each(s.tech_stack) j`,
  )
}

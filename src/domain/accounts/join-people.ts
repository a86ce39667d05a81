import type { ApplyRun } from '../imports/apply/run.ts'

const TEXTS = ['email', 'title', 'seniority', '"function"', 'country', 'region', 'city', 'timezone'] as const
const keyOf = (text: string): string => `${text.replaceAll('"', '')}_key`
const COLUMNS = [
  'company_id',
  'phone',
  'first_name',
  'last_name',
  'years_experience',
  'years_in_role',
  ...TEXTS,
  ...TEXTS.map(keyOf),
]

/**
 * Makes two people one: the first's signals are the second's, whose own traits count where both have some. The caller
 * holds the transaction.
 */
export function joinPeople(
  { driver, changed }: Pick<ApplyRun, 'driver' | 'changed'>,
  { from, into }: { readonly from: number; readonly into: number },
): void {
  const run = (sql: string) => driver.prepare(sql).run({ from, into })
  run(`UPDATE people SET ${COLUMNS.map((column) => `${column} = coalesce(people.${column}, f.${column})`).join(', ')}
    FROM people f WHERE f.id = @from AND people.id = @into`)
  run('UPDATE signals SET person_id = @into WHERE person_id = @from')
  run(`DELETE FROM scores WHERE record_id = @from AND entity = 'person'`)
  run(`DELETE FROM answers WHERE record_id = @from
    AND question IN (SELECT number FROM questions WHERE entity = 'person')`)
  run('DELETE FROM people WHERE id = @from')
  for (const source of ['people', 'signals', 'scores', 'answers'] as const) changed(source)
}

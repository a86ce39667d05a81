import type { Criteria } from '../../criteria/schema.ts'
import type { PersonCondition } from './person.ts'

/** A test of a person's column. */
export const ofPerson = (
  field: PersonCondition['field'],
  op: PersonCondition['op'],
  value?: PersonCondition['value'],
): Criteria => ({ type: 'person', field, op, ...(value === undefined ? {} : { value }) })

/** `equals` for one value, `in` for several. */
export const oneOfPerson = (field: PersonCondition['field'], values: readonly string[]): Criteria => {
  const [only] = values
  return values.length === 1 && only !== undefined
    ? ofPerson(field, 'equals', only)
    : ofPerson(field, 'in', [...values])
}

/** A title by one meaning, or any of several. */
export const titleMeaning = (meanings: readonly string[]): Criteria => {
  const [only] = meanings
  return ofPerson('title', 'means', meanings.length === 1 && only !== undefined ? only : [...meanings])
}

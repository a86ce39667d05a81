import { readTable } from '../company/files.ts'
import { LIVED_IN } from '../company/lived-in.ts'
import { type Person, personalData, type PersonalData } from './personal.ts'

/** Everybody in the company's files, and whom the lived-in company knows beside them. */
export function companyPeople(): PersonalData {
  return personalData([...peopleOf('customers'), ...peopleOf('people'), LIVED_IN.person])
}

function peopleOf(table: string): readonly Person[] {
  const { header, rows } = readTable(table)
  const cell = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? ''
  return rows.map((row) => ({
    email: cell(row, 'email'),
    phone: cell(row, 'phone'),
    firstName: cell(row, 'first_name'),
    lastName: cell(row, 'last_name'),
  }))
}

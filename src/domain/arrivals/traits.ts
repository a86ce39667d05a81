import type { TableName } from '../imports/tables/define.ts'
import { importTables } from '../imports/tables/index.ts'
import { textOf } from './message.ts'

type Fields = Readonly<Record<string, unknown>>
/** Cells of a row by their columns, as a file would hold them; an empty one takes a value away. */
export type Cells = Record<string, string>

/** Where a column’s value stands, besides under the column’s own name: Segment’s reserved traits first. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  first_name: ['firstName'],
  last_name: ['lastName'],
  birthday: ['birthday'],
  created_at: ['createdAt'],
  country: ['address.country'],
  region: ['address.state', 'address.region'],
  city: ['address.city'],
  postcode: ['address.postalCode'],
  years_experience: ['yearsExperience'],
  years_in_role: ['yearsInRole'],
  accepts_email: ['acceptsEmail'],
  accepts_sms: ['acceptsSms'],
  // Of companies.
  domain: ['website'],
  employees: ['employee_count', 'employeeCount'],
  tech_stack: ['techStack', 'technologies'],
  funding_stage: ['fundingStage'],
  hiring_velocity: ['hiringVelocity'],
  headcount_growth: ['headcountGrowth'],
}
/** Said of a message, not of those whom it is about. */
const OWN = new Set(['id', 'company_id'])

export interface ReadTraits {
  readonly cells: Cells
  /** Traits that no column is for, by their paths. */
  readonly unused: readonly string[]
}

/** The columns of a table that traits fill. `taken`: traits that are read elsewhere. */
export function readTraits(traits: Fields, table: TableName, taken: readonly string[] = []): ReadTraits {
  const flat = flatten(traits)
  const used = new Set(taken)
  const cells: Cells = {}
  for (const column of Object.keys(importTables[table].columns)) {
    if (OWN.has(column)) continue
    for (const path of [column, ...(PATHS[column] ?? [])]) {
      const value = flat.get(path)
      if (value === undefined) continue
      used.add(path)
      cells[column] ??= asWritten(column, value)
    }
  }
  const named = flat.get('name')
  if (named !== undefined && table !== 'companies') {
    used.add('name')
    const { first, last } = partsOf(named)
    if (cells['first_name'] === undefined && cells['last_name'] === undefined) {
      cells['first_name'] = first
      cells['last_name'] = last
    }
  }
  return { cells, unused: [...flat.keys()].filter((path) => !used.has(path)) }
}

/** `address.city`; lists as files hold them; null takes a value away. */
function flatten(fields: Fields, before = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [name, value] of Object.entries(fields)) {
    const path = `${before}${name}`
    if (value === undefined) continue
    if (value === null) flat.set(path, '')
    else if (Array.isArray(value)) flat.set(path, value.flatMap((one) => textOf(one) ?? []).join('|'))
    else if (isFields(value)) for (const [inner, text] of flatten(value, `${path}.`)) flat.set(inner, text)
    else flat.set(path, textOf(value) ?? '')
  }
  return flat
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Of a whole name the last word is taken for the family’s. */
function partsOf(name: string): { first: string; last: string } {
  const at = name.trim().lastIndexOf(' ')
  return at < 0
    ? { first: name.trim(), last: '' }
    : { first: name.slice(0, at).trim(), last: name.slice(at + 1).trim() }
}

const asWritten = (column: string, value: string): string => {
  if (column === 'domain') return domainOf(value)
  return column === 'created_at' ? instantOf(value) : value
}

/** Segment’s libraries send a date as ISO 8601, or as seconds or milliseconds of an epoch: ten or thirteen digits. */
const instantOf = (text: string): string =>
  /^\d{10}(?:\d{3})?$/.test(text)
    ? new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString()
    : text

/** `https://www.acme.com/about` → `acme.com` */
const domainOf = (text: string): string =>
  text
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/?#].*$/, '')

/** A part of an object that is one itself: `traits.company`. */
export const fieldsAt = (fields: Fields, name: string): Fields => {
  const value = fields[name]
  return isFields(value) && !Array.isArray(value) ? value : {}
}

import { hash } from 'node:crypto'
import type { FormatContext, Value } from './formats/define.ts'
import { type Phone, phoneOf } from './phones.ts'

/** What channels know people by, as the rows of their files are read. */
export const contactSelect = ({ removal }: Pick<FormatContext, 'removal'>): readonly string[] => [
  'c.email',
  removal ? '1' : 'f.email_reachable',
  'c.phone',
  removal ? '1' : 'f.sms_reachable',
  'c.first_name',
  'c.last_name',
  'c.country',
  'c.region',
  'c.city',
  'c.postcode',
]

export interface Contact {
  /** Trimmed, in small letters; only of who may be reached by it. */
  readonly email: string | undefined
  /** Only of who may be reached by it, and never a number that could not be brought into E.164. */
  readonly phone: Phone | undefined
  readonly firstName: string
  readonly lastName: string
  /** ISO 3166-1 alpha-2; empty where only a text is known. */
  readonly country: string
  readonly region: string
  readonly city: string
  readonly postcode: string
  /** Why nobody can be found by this; undefined where somebody can. */
  readonly useless: string | undefined
}

const NO_PHONE = 'a phone number that is none in their country, and no e-mail address to use'
const NO_ADDRESS = 'no e-mail address or phone number that may be used'

/** Consent is per address: whoever consented to e-mail alone is never handed over by phone, and the other way round. */
export function contactOf(values: readonly Value[]): Contact {
  const email = values[1] === 1 ? text(values[0]).toLowerCase() : ''
  const country = text(values[6])
  const code = /^[A-Z]{2}$/.test(country) ? country : ''
  const phone = values[3] === 1 ? phoneOf(text(values[2]), code === '' ? null : code) : undefined
  return {
    email: email === '' ? undefined : email,
    phone,
    firstName: text(values[4]),
    lastName: text(values[5]),
    country: code,
    region: text(values[7]),
    city: text(values[8]),
    postcode: text(values[9]),
    useless: email !== '' || phone !== undefined ? undefined : values[3] === 1 ? NO_PHONE : NO_ADDRESS,
  }
}

const text = (value: Value | undefined): string =>
  value === null || value === undefined ? '' : String(value).trim()

/** SHA-256 in hexadecimal; nothing stays nothing. */
export const hashed = (value: string): string => (value === '' ? '' : hash('sha256', value))

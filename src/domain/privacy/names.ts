import { foldText } from '#kernel/text.ts'

/** What stands where somebody was named. */
export const ERASED = '[erased]'

/** By what texts can name those who leave. */
export interface Names {
  /** Folded. */
  readonly emails: ReadonlySet<string>
  /** Digits, seven or more: fewer are as likely a number of something else. */
  readonly phones: ReadonlySet<string>
  /** First and last name, folded. */
  readonly fullNames: ReadonlySet<string>
  /** As imported. */
  readonly ids: ReadonlySet<string>
}

interface Named {
  readonly email: string | null
  readonly phone: string | null
  readonly first_name: string | null
  readonly last_name: string | null
}

const SHORTEST_PHONE = 7
/** Ids of digits alone that are shorter are as likely counts of something. */
const SHORTEST_NUMBER = 6

export function namesOf(people: readonly Named[], ids: readonly string[]): Names {
  const folded = (texts: readonly (string | null)[]) =>
    new Set(texts.map((text) => foldText(text ?? '')).filter((text) => text !== ''))
  return {
    emails: folded(people.map(({ email }) => email)),
    phones: new Set(
      people.map(({ phone }) => digitsOf(phone ?? '')).filter((digits) => digits.length >= SHORTEST_PHONE),
    ),
    fullNames: folded(
      people.map(({ first_name: first, last_name: last }) => (first && last ? `${first} ${last}` : null)),
    ),
    ids: new Set(ids),
  }
}

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')

const EMAIL = /[^\s"'<>()[\]{},;:]+@[^\s"'<>()[\]{},;:]+/g
const PHONE = /\+?\d[\d\s().\-/]{5,}\d/g
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_.\-'’]*/gu

/** A text without the addresses of those who leave: for criteria, whose other words mean something else. */
export const withoutAddresses = (text: string, { emails, phones }: Names): string =>
  text
    .replace(EMAIL, (found) => {
      const address = found.replace(/[.!?]+$/, '')
      return emails.has(foldText(address)) ? ERASED + found.slice(address.length) : found
    })
    .replace(PHONE, (found) => (phones.has(digitsOf(found)) ? ERASED : found))

/** A text without addresses and full names: for what people call things, where a number is no id of a customer. */
export const withoutNames = (text: string, names: Names): string => without(text, { ...names, ids: NO_IDS })

/** A text without anything that names them, ids too: for conversations. */
export const withoutMention = (text: string, names: Names): string =>
  names.ids.has(text) ? ERASED : without(text, names)

const NO_IDS: ReadonlySet<string> = new Set()
/** Names of two to four words: María del Mar Ruiz. */
const LONGEST_NAME = 4

function without(text: string, names: Names): string {
  const plain = withoutAddresses(text, names)
  const words = [...plain.matchAll(WORD)].map((match) => {
    const word = match[0].replace(/[.\-'’]+$/, '')
    return { from: match.index, to: match.index + word.length, word }
  })
  let left = ''
  let kept = 0
  for (const [at, { from, to, word }] of words.entries()) {
    if (from < kept) continue
    const name = words
      .slice(at + 1, at + LONGEST_NAME)
      .find(({ to: end }) => names.fullNames.has(foldText(plain.slice(from, end).replace(/['’]s$/, ''))))
    const end = name?.to ?? (isDistinct(word) && names.ids.has(word) ? to : undefined)
    if (end === undefined) continue
    left += plain.slice(kept, from) + ERASED
    kept = end
  }
  return left + plain.slice(kept)
}

const isDistinct = (word: string): boolean =>
  /\D/.test(word) ? word.length >= 2 : word.length >= SHORTEST_NUMBER

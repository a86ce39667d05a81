import { foldText } from '#kernel/text.ts'
import type { Turn } from '../run/turn.ts'

export interface Person {
  readonly email: string
  readonly phone: string
  readonly firstName: string
  readonly lastName: string
}

/** Finds what a model must never read: e-mail addresses, phone numbers and full names of the company's people. */
export interface PersonalData {
  /** What a text gives away, other than what the human has said themselves. */
  leaksIn(text: string, said: string): readonly string[]
}

export function personalData(people: readonly Person[]): PersonalData {
  const emails = new Set(people.map(({ email }) => foldText(email)))
  const phones = new Set(people.map(({ phone }) => digits(phone)))
  const names = new Set(people.map(({ firstName, lastName }) => foldText(`${firstName} ${lastName}`)))
  emails.delete('')
  phones.delete('')
  return {
    leaksIn(text, said) {
      const known = foldText(said)
      const found = [
        ...[...text.matchAll(/[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}+/gu)]
          .map(([email]) => email)
          .filter((email) => emails.has(foldText(email))),
        ...[...text.matchAll(/\+?\d[\d\s().-]{6,}\d/gu)]
          .map(([phone]) => phone)
          .filter((phone) => phones.has(digits(phone))),
        ...pairsIn(text).filter((name) => names.has(foldText(name))),
      ]
      return [...new Set(found)].filter((leak) => !known.includes(foldText(leak)))
    },
  }
}

/** Everything personal that a turn gave to the model. */
export const leaksOf = ({ given }: Turn, said: string, people: PersonalData): readonly string[] => [
  ...new Set(given.flatMap(({ text }) => people.leaksIn(text, said))),
]

const digits = (text: string): string => text.replaceAll(/\D/g, '')

/** Every two words that follow each other and begin with a capital letter, overlapping. */
function pairsIn(text: string): readonly string[] {
  const pairs: string[] = []
  for (const [, first = '', last = ''] of text.matchAll(
    /(?=(?<![\p{L}\d])(\p{Lu}[\p{L}'’-]*)[ \u00a0]+(\p{Lu}[\p{L}'’-]*))/gu,
  ))
    pairs.push(`${first} ${last}`)
  return pairs
}

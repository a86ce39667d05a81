import type { DictionaryField } from '../../vocabulary/dictionary.ts'
import type { Link } from '../linking/links.ts'
import { phrase, skip } from './phrase.ts'
import { goesOnAbout } from './said-of-some.ts'
import { type Found, type Reading, said } from './reading.ts'

/** A name of the data as it was said. */
export interface Named {
  readonly link: Link
  readonly from: number
  readonly end: number
}

export interface NameList {
  readonly names: readonly Named[]
  /** What joins the last two. */
  readonly joint: 'and' | 'or'
}

const anyJoint = phrase(',', 'and', 'or', ', and', ', or', '/', 'plus', 'as well as', 'nor', 'and / or', '&')
const both = phrase('either', 'both', 'any of', 'all of', 'one of')
const article = phrase('the', 'a|an', 'our')
const says = { or: phrase('or', ', or', '/', 'nor', 'and / or') }

/** Names of one field, joined: `SaaS or Fintech`, `both Snowflake and dbt`. */
export function linkedList(
  reading: Reading,
  at: number,
  field: DictionaryField,
): Found<NameList> | undefined {
  const start = skip(reading, at, both)
  const first = named(reading, start, field)
  if (first === undefined) return undefined
  const names = [first]
  let joint: NameList['joint'] = 'or'
  for (;;) {
    const end = names.at(-1)?.end ?? first.end
    const behind = endsHere(reading, at, end) ? -1 : anyJoint(reading, end)
    const next = behind < 0 ? undefined : named(reading, behind, field)
    const ends = names.length > 1 && joint === 'and' && another(reading, end)
    if (next === undefined || ends || (goesOnAbout(reading, next.end) && isNamed(names, next)))
      return { value: { names, joint }, end }
    if (reading.tokens[end]?.word !== ',' || says.or(reading, end) >= 0 || names.length === 1) {
      joint = says.or(reading, end) >= 0 ? 'or' : 'and'
    }
    names.push(next)
  }
}

const isNamed = (names: readonly Named[], { link }: Named): boolean =>
  link.values.every((value) => names.some((one) => one.link.values.includes(value)))

/** “A and B, or C and D”: behind a comma the “or” parts two lists. */
const another = ({ tokens }: Reading, end: number): boolean =>
  tokens[end]?.word === ',' && tokens[end + 1]?.word === 'or'

/** "Either Series B fintechs or SaaS with …": the "or" parts what "either" began, and not this list. */
function endsHere(reading: Reading, at: number, joint: number): boolean {
  if (says.or(reading, joint) < 0) return false
  let named = false
  let closed = 0
  for (let i = at - 1; i >= 0; i--) {
    const token = reading.tokens[i]
    if (token?.word === ')') closed++
    if (token?.word === '(') closed--
    // An “either” before the bracket that the list stands in parts nothing of it.
    if (token?.word === 'or' || closed < 0) return false
    if (token?.word === 'either') return named
    // "Either use A or B" is one list still.
    named ||= token?.number !== undefined || reading.links.at(i).length > 0
  }
  return false
}

function named(reading: Reading, at: number, field: DictionaryField): Named | undefined {
  for (const from of new Set([at, skip(reading, at, article)])) {
    const link = reading.links.at(from).find((one) => one.field === field)
    if (link !== undefined) return { link, from, end: link.end }
  }
  return undefined
}

/** The values of a list, each once. */
export const valuesOf = ({ names }: NameList): string[] => [
  ...new Set(names.flatMap(({ link }) => link.values)),
]

/** What is to be stated where another word than the data's stands for a value: “AI” for Artificial Intelligence. */
export const otherWords = (reading: Reading, { names }: NameList, thing: string): string[] =>
  names.flatMap(({ link, from, end }) => {
    const words = said(reading, from, end)
    const same = plain(words).startsWith(plain(link.label).slice(0, -1))
    return same ? [] : [`“${words}” is read as the ${thing} ${link.label}.`]
  })

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

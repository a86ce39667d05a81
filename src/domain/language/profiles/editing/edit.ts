import type { Parameter, ProfileParameters } from '../../../profiles/parameter.ts'
import { phrase, skip } from '../../grammar/phrase.ts'
import { type Reading, wordAt } from '../../grammar/reading.ts'
import { afterCourtesy } from '../../intents/whole.ts'
import { parametersMeant } from './parameter-meant.ts'

/** What an edit comes to: other parameters, or why it can’t be made as it was said. */
export type Edited =
  | { readonly parameters: ProfileParameters; readonly assumptions: readonly string[] }
  | { readonly asks: string; readonly choices?: readonly string[] }

/** Reads a whole edit; undefined where it is none of its kind. */
export type ReadEdit = (edit: Reading, parameters: ProfileParameters, whose: Whose) => Edited | undefined

/** The profile that is changed. */
export interface Whose {
  readonly name: string
  /** What the conversation changed of it last, and nobody has confirmed: what “it” may mean. */
  readonly recent: readonly Parameter[]
  /** What it has while nothing of that is confirmed. */
  readonly before: ProfileParameters
}

export const made = (parameters: ProfileParameters, ...assumptions: readonly string[]): Edited => ({
  parameters,
  assumptions,
})

const politely = phrase(
  'please|also|now|just|then|and|too|should|actually|plus|but|hm|hmm|ok|okay|well|sorry|no|wait|oh|,|additionally',
  'let us',
  "let's",
  'and|then|now|plus|but also|then|just',
)
export function startOf(edit: Reading): number {
  let start = afterCourtesy(edit)
  for (let i = 0; i < 4; i++) start = skip(edit, start, politely)
  return start
}
/** The end of an edit, without what only goes with it. */
export function endOf(edit: Reading): number {
  let end = edit.tokens.length
  for (;;) {
    if (afterAll(edit, end - 2) === end) end -= 2
    else if (SMALL_AT_END.test(wordAt(edit, end - 1))) end--
    else return end
  }
}

const afterAll = phrase('after all')
const SMALL_AT_END = /^(?:[.!?,]|please|too|now|thanks|instead|entirely|completely|altogether|again|though)$/

/** Tokens as they were written: what named the profile may have stood between them. */
export const wordsIn = ({ tokens }: Reading, from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')

/** The one parameter that words mean, or what is to be asked: none, or several. */
export function meant(
  edit: Reading,
  from: number,
  to: number,
  parameters: ProfileParameters,
  { name, recent }: Whose,
): Parameter | { readonly asks: string } {
  const spoken = it(edit, from) === to && recent.length > 0
  const found = spoken ? recent : parametersMeant(edit, from, to, parameters)
  const [only, another] = found
  const what = `“${wordsIn(edit, from, to)}”`
  if (only === undefined)
    return {
      asks: `“${name}” has no parameter about ${what}, so nothing is changed. It has: ${list(edit, parameters)}.`,
    }
  if (another === undefined) return only
  return {
    asks: `Several parameters of “${name}” are about ${what}: ${list(edit, found)}. Which one do you mean?`,
  }
}

const it = phrase('it|that|this|them|those', 'that|this one', 'the last|new one')
const MODES = { filter: 'must', exclude: 'never', score: 'preferred' } as const
export const list = ({ situation }: Reading, parameters: readonly Parameter[]): string =>
  parameters
    .map((one) => {
      const weight = one.mode === 'score' ? `, weight ${one.weight}` : ''
      return `${situation.describe(one.criteria)} (${MODES[one.mode]}${weight})`
    })
    .join('; ')

export const article = phrase('the|a|an|its|their')
/** In front of the number that a weight is. */
export const worth = phrase(
  'worth',
  'with|at? a? weight of|:|=?',
  'a weight of',
  'weight of|:|=?',
  'count|counts for',
  'at',
)
/** What is said where something is preferred from then on, and nobody says how much. */
export const UNWEIGHED = 'No weight was said: it is 1.'
export const points = phrase('points|point|pts')

const noun = phrase(
  'filter|requirement|condition|exclusion|exclude|parameter|criterion|criteria|score|preference|pref|rule|restriction|limit|must|part|bit|constraint|thing|one|stuff|item|bonus',
)
/** The end of words that mean a parameter, without the noun for one. */
export const nounBefore = (edit: Reading, from: number, to: number): number =>
  to - 1 > from && noun(edit, to - 1) === to ? to - 1 : to

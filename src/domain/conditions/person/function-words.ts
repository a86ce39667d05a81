import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { foldText } from '#kernel/text.ts'
import { FUNCTIONS } from '../../titles/lexicon.ts'

/** A job function as it was said: a value of the data's column, or else what titles write. */
export interface FunctionSaid {
  readonly title: string
  readonly value?: string
}

const TITLES = new Map([
  ['Hr', 'HR'],
  ['It', 'IT'],
  ['Revops', 'RevOps'],
])

/** In a message they are people; behind a rank (“VP People”) they are HR. */
const ONLY_BEHIND_RANKS = /^people$/

const NAMED = FUNCTIONS.map((list) => {
  const names = list.split('|')
  const title = (names[0] ?? '').replaceAll(/\b\w/g, (letter) => letter.toUpperCase())
  return {
    title: TITLES.get(title) ?? title,
    words: phrase(
      ...names
        .filter((name) => !ONLY_BEHIND_RANKS.test(name))
        .map((name) => name.replace('r and d', 'r & d')),
    ),
  }
})

/** As data seldom write it: “eng leads”. A region may be called so too, but not of those who have jobs. */
const SHORT: ReadonlyMap<string, string> = new Map([['eng', 'engineering']])

const article = phrase('the', 'our|their')
const joint = phrase('or', 'and', ',', ', or', ', and', '/', '&', 'and / or')

/** The longest function that begins at a token: as the data has it, else as titles write it. */
function functionAt(reading: Reading, at: number): Found<FunctionSaid> | undefined {
  const start = skip(reading, at, article)
  // “Make it 60 days” is about no department.
  if (reading.tokens[start]?.text === 'it') return undefined
  const link = reading.links.at(start).find(({ field }) => field === 'person.function')
  const [value] = link?.values ?? []
  let best: Found<FunctionSaid> | undefined =
    link === undefined || value === undefined ? undefined : { value: { title: value, value }, end: link.end }
  const long = SHORT.get(wordAt(reading, start))
  const held = reading.situation.vocabulary
    .values('person.function')
    .find(({ value }) => foldText(value) === long)
  if (held !== undefined) return { value: { title: held.value, value: held.value }, end: start + 1 }
  for (const { title, words } of NAMED) {
    const end = words(reading, start)
    if (end > (best?.end ?? start)) best = { value: { title }, end }
  }
  return best
}

/** `Sales or Marketing`, `HR, Finance and Legal`: any of them, up to one that belongs to what follows it. */
export function functionsAt(
  reading: Reading,
  at: number,
  belongsOn: (end: number) => boolean = () => false,
): Found<readonly FunctionSaid[]> | undefined {
  const first = functionAt(reading, at)
  if (first === undefined) return undefined
  const found = [first.value]
  let { end } = first
  for (;;) {
    const behind = joint(reading, end)
    const next = behind < 0 ? undefined : functionAt(reading, behind)
    if (next === undefined || belongsOn(next.end)) return { value: found, end }
    found.push(next.value)
    end = next.end
  }
}

import type { Criteria } from '../../criteria/schema.ts'
import { anyOf } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { textValue } from '../shared/columns/text-values.ts'
import { ofPerson } from './person-criteria.ts'

const EXACTLY = 'exactly|strictly|literally|precisely|verbatim'
const before = phrase(
  `only|just? with|have|has|having? ${EXACTLY} the|a|this? job? title|titles is|are|of|:|=?`,
  'only|just? with|have|has|having? the|an|this? exact|precise|literal job? title|titles|position is|are|equals|of|:|=?',
  `titled ${EXACTLY} :?`,
  `who|whose|where? the? job? title|titles|position that|which? is|are? ${EXACTLY} the|:|=|equals|equal|matches|match?`,
  'who|whose|where? the? job? title|titles|position equals|equal|==',
  'the? job title|titles =',
)
const alone = phrase(EXACTLY)
const asTitle = phrase(
  'as|for a|the|their? exact? job? title|titles|position',
  'in the|their? job? title|titles|position field|column',
)
const behind = phrase(
  EXACTLY,
  ',|(? exact|exactly match|matches|title|titles|spelling|wording|only|it|that? only? )?',
  ',? and? nothing|no|not|none fuzzy|similar|else|more|variations|variants|variation|synonyms|lookalikes ones|titles?',
  ',? and nothing else',
  ',? word for word',
)
const orElse = phrase(', or', 'or', ',')

/** `with the exact title “VP Sales”`, `title is exactly Head of Data`, `exactly CFO as title`: that spelling alone. */
export function exactTitle(reading: Reading, at: number): Found<Criteria> | undefined {
  const named = before(reading, at)
  const start = named < 0 ? alone(reading, at) : named
  const texts = start < 0 ? undefined : titlesAt(reading, start)
  if (texts === undefined) return undefined
  const closed = asTitle(reading, texts.end)
  // "exactly 5 orders" is no title.
  if (named < 0 && closed < 0) return undefined
  return found(texts.value, skip(reading, named < 0 ? closed : texts.end, behind))
}

/** `Head of Data exactly`, `CFO, exact title only`: the same said behind a title of the data. */
export function exactBehind(reading: Reading, title: string, end: number): Found<Criteria> | undefined {
  const closed = behind(reading, end)
  // "VP Sales exactly 3 years in the role" counts the years.
  return closed < 0 || reading.tokens[closed]?.kind === 'number' ? undefined : found([title], closed)
}

const found = (titles: readonly string[], end: number): Found<Criteria> => ({
  value: anyOf(titles.map((one) => ofPerson('title', 'equals', one))),
  end,
})

function titlesAt(reading: Reading, at: number): Found<string[]> | undefined {
  const titles: string[] = []
  let end = at
  for (let from = at; from >= 0; from = orElse(reading, end)) {
    const title = oneTitle(reading, from)
    if (title === undefined) break
    titles.push(title.value)
    end = title.end
  }
  return titles.length === 0 ? undefined : { value: titles, end }
}

/** A title of the data, or as it was written: `Head of Data`, `VP Sales & Marketing`. */
function oneTitle(reading: Reading, at: number): Found<string> | undefined {
  const text = textValue(reading, at)
  if (reading.tokens[at]?.kind === 'quoted') return text
  const written = known(reading, at)
  if (text === undefined) return written
  let { end } = text
  while (LINKS.test(wordAt(reading, end)) && isCapital(reading, end + 1)) {
    const more = textValue(reading, end + 1)
    if (more === undefined) break
    end = more.end
  }
  if (written !== undefined && written.end >= end) return written
  return end === text.end ? text : { value: said(reading, at, end), end }
}

const LINKS = /^(?:of|and|&|for|the|-|\/)$/
const isCapital = ({ tokens }: Reading, at: number): boolean => /^\p{Lu}/u.test(tokens[at]?.text ?? '')

function known(reading: Reading, at: number): Found<string> | undefined {
  const link = reading.links.at(at).find(({ field }) => field === 'person.title')
  return link === undefined ? undefined : { value: link.label, end: link.end }
}

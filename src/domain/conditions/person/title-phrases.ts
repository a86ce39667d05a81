import type { Criteria } from '../../criteria/schema.ts'
import { anyOf, type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { saysSomething } from '../../titles/title-meaning.ts'
import { textValues } from '../shared/columns/text-values.ts'
import { ofPerson, titleMeaning } from './person-criteria.ts'

const whose = phrase('with|have|has|having|whose|where a|an|the|their?', 'a|an|the|their')
const title = phrase('job? title|titles', 'position|positions')
const means = phrase(
  'that? means|mean|meaning',
  'such as',
  'by meaning :?',
  'similar|equivalent to',
  'that is|are similar to',
)
const exactly = phrase('that is exactly')
const like = phrase('that is exactly', 'is|are? like', 'matching|matches', 'that? matches|match')
const inTitle = phrase(
  'in|within the|their|a|its? job? title|titles',
  'in|within the|their? job titles?',
  'somewhere? in title|titles',
)
const mentions = phrase(
  'with',
  'that|who? mention|mentions|mentioning|say|says|have|has|containing',
  'the word',
  'with the word',
)

/** `a title that means “VP Sales”`, `title like “VP*Sales”`, `“growth” in the title`, and titles of the data. */
export const titlePhrase: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const found = named(reading, polar) ?? inside(reading, polar) ?? known(reading, polar)
  if (found === undefined) return undefined
  const { criteria, assumptions, bare } = found.value
  const value = meaning(negative ? negated(criteria) : criteria, assumptions)
  return { value: bare && polar === at ? { ...value, nominal: true, job: 'whole' } : value, end: found.end }
}

/** `with the exact title “VP Sales”`, `titled exactly …`: that spelling alone. */
const exactTitle = phrase(
  'with|have|has|having? exactly the|a|this? job? title|titles is|of|:|=?',
  'with|have|has|having? the|an|this? exact job? title|titles is|of|:|=?',
  'titled exactly :?',
)
const exactBehind = phrase('exactly')

interface Titled {
  readonly criteria: Criteria
  readonly assumptions: readonly string[]
  readonly bare?: true
}

function named(reading: Reading, at: number): Found<Titled> | undefined {
  const exact = exactTitle(reading, at)
  const texts = exact < 0 ? undefined : textValues(reading, exact)
  if (texts !== undefined) {
    const criteria = anyOf(texts.value.map((one) => ofPerson('title', 'equals', one)))
    return { value: { criteria, assumptions: [] }, end: skip(reading, texts.end, exactBehind) }
  }
  const noun = title(reading, skip(reading, at, whose))
  if (noun < 0) return undefined
  const meant = means(reading, noun)
  const meanings = meant < 0 ? undefined : textValues(reading, meant)
  if (meanings?.value.every(saysSomething) === true) {
    return { value: { criteria: titleMeaning(meanings.value), assumptions: [] }, end: meanings.end }
  }
  const pattern = like(reading, noun)
  const patterns = pattern < 0 ? undefined : textValues(reading, pattern)
  const isPattern = (one: string) => /[^*\s]/.test(one) && (one.includes('*') || exactly(reading, noun) >= 0)
  if (patterns?.value.every(isPattern) !== true) return undefined
  const criteria = anyOf(patterns.value.map((one) => ofPerson('title', 'like', one)))
  return { value: { criteria, assumptions: [] }, end: patterns.end }
}

/** `with "growth" in their title` */
function inside(reading: Reading, at: number): Found<Titled> | undefined {
  for (const start of new Set([skip(reading, at, mentions), at])) {
    const texts = textValues(reading, start) ?? oneWord(reading, start)
    const end = texts === undefined ? -1 : inTitle(reading, texts.end)
    if (texts === undefined || end < 0) continue
    const criteria = anyOf(texts.value.map((one) => ofPerson('title', 'contains', one)))
    return { value: { criteria, assumptions: [] }, end }
  }
  return undefined
}

const oneWord = ({ tokens }: Reading, at: number): Found<string[]> | undefined => {
  const token = tokens[at]
  return token?.kind === 'word' ? { value: [token.text], end: at + 1 } : undefined
}

const titleIs = phrase(
  'titled',
  'with|have|has|having|whose|where|holding|carrying? a|the|their? job? title|titles|position is|are|of|:|=?',
)

const article = phrase('a|an|the')
/** A title as the data has it: whoever has one that means the same. */
function known(reading: Reading, at: number): Found<Titled> | undefined {
  const named = skip(reading, at, titleIs)
  const start = skip(reading, named, article)
  // In quotes it is that title alone.
  if (named > at && reading.tokens[start]?.kind === 'quoted') return undefined
  const link = reading.links.at(start).find(({ field }) => field === 'person.title')
  if (link === undefined || !saysSomething(link.label)) return undefined
  return {
    value: {
      criteria: titleMeaning([link.label]),
      assumptions: [`“${said(reading, start, link.end)}” is read as a job title that means “${link.label}”.`],
      bare: true,
    },
    end: link.end,
  }
}

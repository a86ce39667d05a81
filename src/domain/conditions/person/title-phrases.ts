import type { Criteria } from '../../criteria/schema.ts'
import { anyOf, type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { saysSomething } from '../../titles/title-meaning.ts'
import { textValues } from '../shared/columns/text-values.ts'
import { exactBehind, exactTitle } from './exact-title-phrases.ts'
import { functionsAt } from './function-words.ts'
import { ofPerson, titleMeaning } from './person-criteria.ts'
import { rankAt } from './rank-words.ts'

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
  'somewhere|anywhere? in the|their|a? job? title|titles',
)
/** “Title has growth or demand in it” */
const holds = phrase(
  'with|has|have|having|contains|containing|includes|including|mentions|mentioning the? word|words?',
)
const inIt = phrase('somewhere|anywhere? in it|them|there', 'somewhere|anywhere')
const orElse = phrase('or', ',', ', or', '/')
const mentions = phrase(
  'with',
  'that|who? mention|mentions|mentioning|say|says|have|has|containing',
  'the word',
  'with the word',
)

/** `a title that means “VP Sales”`, `title like “VP*Sales”`, `“growth” in the title`, and titles of the data. */
export const titlePhrase: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const found =
    named(reading, polar) ??
    inside(reading, polar) ??
    held(reading, polar) ??
    known(reading, polar) ??
    qualified(reading, polar)
  if (found === undefined) return undefined
  const { criteria, assumptions, bare } = found.value
  const value = meaning(negative ? negated(criteria) : criteria, assumptions)
  return { value: bare && polar === at ? { ...value, nominal: true, job: 'whole' } : value, end: found.end }
}

interface Titled {
  readonly criteria: Criteria
  readonly assumptions: readonly string[]
  readonly bare?: true
}

function named(reading: Reading, at: number): Found<Titled> | undefined {
  const exact = exactTitle(reading, at)
  if (exact !== undefined) return { value: { criteria: exact.value, assumptions: [] }, end: exact.end }
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

/** `title has demand or growth in it`: each of the words, which may be any. */
function held(reading: Reading, at: number): Found<Titled> | undefined {
  const noun = title(reading, skip(reading, at, whose))
  const from = noun < 0 ? -1 : holds(reading, noun)
  if (from < 0) return undefined
  const texts: string[] = []
  let end = from
  for (let next = from; next >= 0; next = orElse(reading, end)) {
    const text = textValues(reading, next) ?? oneWord(reading, next)
    if (text === undefined) break
    texts.push(...text.value)
    end = text.end
  }
  const closed = texts.length === 0 ? -1 : inIt(reading, end)
  if (closed < 0) return undefined
  const criteria = anyOf(texts.map((one) => ofPerson('title', 'contains', one)))
  return { value: { criteria, assumptions: [] }, end: closed }
}

/** Words in front of a job that say which kind of it, and that no level or function has. */
const QUALIFIES =
  /^(?:interim|acting|fractional|deputy|regional|global|divisional|freelance|outgoing|founding)$/

/** `interim CFOs`: a word of the title, beside the job behind it. */
function qualified(reading: Reading, at: number): Found<Titled> | undefined {
  const word = wordAt(reading, at)
  if (!QUALIFIES.test(word)) return undefined
  const job = rankAt(reading, at + 1) ?? functionsAt(reading, at + 1) ?? known(reading, at + 1)
  if (job === undefined) return undefined
  const criteria = ofPerson('title', 'contains', word)
  const assumptions = [`“${said(reading, at, at + 1)}” is read as a word in the job title.`]
  return { value: { criteria, assumptions, bare: true }, end: at + 1 }
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
  const exact = exactBehind(reading, link.label, link.end)
  if (exact !== undefined) return { value: { criteria: exact.value, assumptions: [] }, end: exact.end }
  return {
    value: {
      criteria: titleMeaning([link.label]),
      assumptions: [`“${said(reading, start, link.end)}” is read as a job title that means “${link.label}”.`],
      bare: true,
    },
    end: link.end,
  }
}

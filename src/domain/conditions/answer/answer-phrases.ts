import { foldText, joinWords } from '#kernel/text.ts'
import { comparison } from '../../language/grammar/comparison.ts'
import { doubtful, type Meaning, meaning, negated, question } from '../../language/grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, remembered, said } from '../../language/grammar/reading.ts'
import { unquoted } from '../../language/tokens/token.ts'
import type { QuestionMeaning } from '../define.ts'
import type { Condition } from '../index.ts'
import { quotedWords } from '../shared/value-words.ts'
import { optionsOf } from './answer-named.ts'
import { type AnswerAsked, MOST_CONFIDENT } from './answer-shape.ts'

const lead = phrase(
  'with|having|whose|have|has|had|gave|give|an|the|their?',
  'with|having|have|has|had|gave|give an|the|any',
)
const word = phrase(
  'answer|answers|reply|replies',
  'answer|answers of|is|was|=|:',
  'answered|answering|replied with?',
)
const mentioning = phrase(
  'that|which? mention|mentions|mentioned|contain|contains',
  'mentioning|containing|about',
)
const to = phrase('to|for|of|on the? question?', ':')
const is = phrase('is|are|was|were|=|:|with|as|by')
const or = phrase('or', ',', ', or', '/', 'and')
const sure = phrase('with|and|at|, a?', 'with a? confidence of?', 'confidence of?', 'and|, a? confidence of?')
const confidence = phrase('confidence|confident|sure|certain|certainty')
const percent = phrase('%|percent')

/** `have the answer “Cutting costs” to “What are they trying to solve?” with at least 60% confidence`. */
export const answerPhrases = (make: (asked: AnswerAsked) => Condition): readonly Parser<Meaning>[] => [
  remembered((reading, at) => {
    const questions = (reading.situation.questions?.() ?? []).filter(
      ({ entity }) => entity === reading.entity,
    )
    if (questions.length === 0) return undefined
    const { negative, end: polar } = polarity(reading, at)
    const start = skip(reading, polar, lead)
    const heard = [answerFirst(reading, start, questions), questionFirst(reading, start, questions)]
    const found = [...heard, questionFirst(reading, polar, questions)]
      .flatMap((one) => one ?? [])
      .toSorted((one, other) => other.end - one.end)[0]
    if (found === undefined) return undefined
    if ('doubt' in found.value) return { value: found.value.doubt, end: found.end }
    const level = confidenceAt(reading, found.end)
    if (level !== undefined && level.value === undefined)
      return { value: doubtful(question(found.end, level.end, SURE)), end: level.end }
    const condition = make({ ...found.value.asked, ...(level?.value && { confidence: level.value }) })
    return { value: meaning(negative ? negated(condition) : condition), end: level?.end ?? found.end }
  }),
]

const SURE = `Confidence goes from 1% to ${MOST_CONFIDENT}%. At least how sure should the model have been?`

type Heard = Found<{ readonly asked: AnswerAsked } | { readonly doubt: Meaning }> | undefined
type Questions = readonly QuestionMeaning[]

/** `the answer “Cutting costs” to “What …?”`, `an answer that mentions “costs” to “What …?”`, `an answer to “What …?”` */
function answerFirst(reading: Reading, at: number, questions: Questions): Heard {
  const head = word(reading, at)
  if (head < 0) return undefined
  const mentioned = mentioning(reading, head)
  const values = mentioned >= 0 ? quotedAt(reading, mentioned) : valuesAt(reading, head, questions)
  const behind = values?.end ?? head
  const asked = questionAt(reading, skip(reading, behind, to), questions)
  if (asked === undefined)
    return values && mentioned < 0 ? unsaid(reading, head, values, questions) : undefined
  return { value: about(reading, head, asked.value, values?.value, mentioned >= 0), end: asked.end }
}

/** `answered “What …?” with “Cutting costs”`, `“What …?” is “Cutting costs”` */
function questionFirst(reading: Reading, at: number, questions: Questions): Heard {
  const head = word(reading, at)
  const asked = questionAt(reading, head < 0 ? at : skip(reading, head, to), questions)
  if (asked === undefined) return undefined
  const mentioned = mentioning(reading, asked.end)
  const values =
    mentioned >= 0
      ? quotedAt(reading, mentioned)
      : valuesAt(reading, skip(reading, asked.end, is), [asked.value])
  if (values === undefined && head < 0) return undefined
  const end = values?.end ?? asked.end
  return { value: about(reading, at, asked.value, values?.value, mentioned >= 0), end }
}

/** What is asked of the answers to one question, or what is to be asked back. */
function about(
  reading: Reading,
  from: number,
  asked: QuestionMeaning,
  values: readonly string[] | undefined,
  mentioned: boolean,
): { readonly asked: AnswerAsked } | { readonly doubt: Meaning } {
  if (values === undefined) return { asked: { question: asked.id } }
  const options = optionsOf(asked)
  if (options === undefined) return { asked: { question: asked.id, mentions: [...values] } }
  const fitting = values.flatMap((value) => options.find((one) => foldText(one) === foldText(value)) ?? [])
  if (!mentioned && fitting.length === values.length)
    return { asked: { question: asked.id, answer: fitting } }
  const each = options.map(quotedWords)
  const says = `The answers to ${quotedWords(asked.text)} are ${joinWords(each, 'and')}. Which do you mean?`
  const choices = each.map((one) => [one, `have the answer ${one} to ${quotedWords(asked.text)}`] as const)
  return { doubt: doubtful(question(from, reading.tokens.length, says, choices)) }
}

/** An answer without its question, where one question alone has it. */
function unsaid(
  reading: Reading,
  from: number,
  { value, end }: Found<readonly string[]>,
  questions: Questions,
): Heard {
  const keys = value.map(foldText)
  const having = questions.filter((one) => {
    const options = new Set(optionsOf(one)?.map(foldText))
    return keys.every((key) => options.has(key))
  })
  const [only, another] = having
  if (only === undefined) return undefined
  if (another === undefined) return { value: about(reading, from, only, value, false), end }
  const words = joinWords(value.map(quotedWords), 'or')
  const choices = having.map(
    ({ text }) => [text, `have the answer ${words} to ${quotedWords(text)}`] as const,
  )
  const says = `${having.length} questions can be answered by ${words}. Which do you mean?`
  return { value: { doubt: doubtful(question(from, end, says, choices)) }, end }
}

const MOST_WORDS = 60

/** A question, in quotes or word by word. */
function questionAt(reading: Reading, at: number, questions: Questions): Found<QuestionMeaning> | undefined {
  return wordsAt(reading, at, questions, ({ text }) => text)
}

/** The longest of some things whose words stand at a place, whatever signs are between them. */
function wordsAt<T>(
  reading: Reading,
  at: number,
  all: readonly T[],
  textOf: (one: T) => string,
): Found<T> | undefined {
  const token = reading.tokens[at]
  if (token === undefined) return undefined
  const keys = all.map((one) => squashed(textOf(one)))
  if (token.kind === 'quoted') {
    const key = squashed(unquoted(token.text))
    const value = all[keys.indexOf(key)]
    return value === undefined ? undefined : { value, end: at + 1 }
  }
  let best: Found<T> | undefined
  const most = Math.min(reading.tokens.length, at + MOST_WORDS)
  for (let end = at + 1; end <= most; end++) {
    const key = squashed(said(reading, at, end))
    if (!keys.some((one) => one.startsWith(key))) break
    const value = all[keys.indexOf(key)]
    if (value !== undefined) best = { value, end: reading.tokens[end]?.word === '?' ? end + 1 : end }
  }
  return best
}

const squashed = (text: string): string => foldText(text).replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** Answers that can be given, and whatever else stands in quotes. */
const valuesAt = (reading: Reading, at: number, questions: Questions) => {
  const options = [...new Set(questions.flatMap((one) => optionsOf(one) ?? []))]
  return listAt(
    reading,
    at,
    (from) => wordsAt(reading, from, options, String) ?? textAt(reading, from, questions),
  )
}

const quotedAt = (reading: Reading, at: number) => listAt(reading, at, (from) => textAt(reading, from, []))

function textAt(reading: Reading, at: number, but: Questions): Found<string> | undefined {
  const token = reading.tokens[at]
  if (token?.kind !== 'quoted' || questionAt(reading, at, but) !== undefined) return undefined
  return { value: unquoted(token.text), end: at + 1 }
}

function listAt(
  reading: Reading,
  at: number,
  read: (from: number) => Found<string> | undefined,
): Found<readonly string[]> | undefined {
  const values: string[] = []
  let end = at
  for (let from = at; ; ) {
    const found = read(from)
    if (found === undefined) break
    values.push(found.value)
    ;({ end } = found)
    const next = or(reading, end)
    if (next < 0) break
    from = next
  }
  return values.length === 0 ? undefined : { value: values, end }
}

/** `with at least 60% confidence`, `with a confidence of over 80`; undefined inside for what is no such bound. */
function confidenceAt(reading: Reading, at: number): Found<number | undefined> | undefined {
  const opened = sure(reading, at)
  const found = opened < 0 ? undefined : comparison(reading, opened)
  if (found === undefined) return undefined
  const named: Phrase = (_, from) => confidence(reading, skip(reading, from, percent))
  const said = reading.tokens.slice(at, opened).some((token) => token.word === 'confidence')
  const end = named(reading, found.end)
  if (end < 0 && !said) return undefined
  const [test, another] = found.value.tests
  const value = test?.op === '>' && typeof test.value === 'number' ? test.value + 1 : test?.value
  const right =
    another === undefined &&
    (test?.op === '>=' || test?.op === '>' || (test?.op === '=' && found.value.bare)) &&
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= 1 &&
    value <= MOST_CONFIDENT
  return { value: right ? value : undefined, end: end < 0 ? skip(reading, found.end, percent) : end }
}

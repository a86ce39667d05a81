import { question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said, wordAt } from '../grammar/reading.ts'
import { type Commanded, done, doubtOf } from '../intents/commanded.ts'
import { afterCourtesy, isOver } from '../intents/whole.ts'
import { unquoted } from '../tokens/token.ts'
import { profilesAt } from './profile-at.ts'

const ask = phrase(
  'ask|question',
  'find out for|of|about',
  'add|create|make a|the? custom? question for|to|about|in',
)
const whom = phrase(
  'everyone|everybody|all|each|people|those|companies|customers in|of|from|inside|with? the? persona|icp?',
  'each person|company|customer in|of|from|inside? the? persona|icp?',
  'of|for|about the? persona|icp?',
)
const colon = phrase(':|,|-|–|—|whether|if', 'this :')
const choices = phrase(
  '(|,|.|;? options|answers|choices :|are|=?',
  '(|,|.|;? one of :?',
  '(|,|.|;? choose|pick from|between :?',
)
const yesNo = phrase('(|,|.|;? yes or|/ no )?', '(|,|.|;? answer|answered with|by? yes or|/ no )?')
const MOST_OPTIONS = 20

/** `ask everyone in VP Sales: “What are they trying to solve?” one of: Pipeline, Churn` */
export function questionAsked(reading: Reading): Commanded | undefined {
  const { length } = reading.tokens
  const opened = ask(reading, afterCourtesy(reading))
  const found = opened < 0 ? undefined : profilesAt(reading, skip(reading, opened, whom))
  const [profile, another] = found?.value ?? []
  if (found === undefined || profile === undefined || another !== undefined) return undefined
  const from = skip(reading, found.end, colon)
  const end = questionEnd(reading, from)
  const text = plain(reading, from, end)
  if (text === '') return doubtOf(question(0, length, `What should be asked of each in “${profile.name}”?`))
  const base = { do: 'ask_question', profile: profile.id, text } as const
  const both = yesNo(reading, end)
  if (both >= 0 && isOver(reading, both)) return done({ ...base, answers: { kind: 'yes_no' } })
  const listed = choices(reading, end)
  if (listed >= 0) {
    const options = said(reading, listed, length)
      .replaceAll(/[).]\s*$/gu, '')
      .split(/\s*(?:,|;|\/|\bor\b)\s*/u)
      .map((option) => option.replaceAll(/^["“”']|["“”']$/gu, '').trim())
      .filter((option) => option !== '')
    if (options.length >= 2 && options.length <= MOST_OPTIONS)
      return done({ ...base, answers: { kind: 'choice', options } })
    return doubtOf(question(0, length, 'Which answers can be given? Name 2 to 20 of them, between commas.'))
  }
  return end >= length ? done({ ...base, answers: { kind: 'text' } }) : undefined
}

/** Behind the quotes, or the question mark. */
function questionEnd(reading: Reading, from: number): number {
  if (reading.tokens[from]?.kind === 'quoted') return from + 1
  for (let at = from; at < reading.tokens.length; at++) if (wordAt(reading, at) === '?') return at + 1
  return reading.tokens.length
}

function plain(reading: Reading, from: number, to: number): string {
  const only = reading.tokens[from]
  return only?.kind === 'quoted' ? unquoted(only.text).trim() : said(reading, from, to).trim()
}

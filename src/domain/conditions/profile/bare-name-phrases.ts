import { phrase } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { type Kind, type Named, namesAt, PROFILE_FIELDS } from './profile-names-phrases.ts'

const inside = phrase('are|is|that|who|which|be|sits|sit|lives|live? in|inside|within|of|from|at|under|among')
const INSIDE = /^(?:in|inside|within|under)$/
const company = phrase(
  'company|companies|account|accounts|firm|firms|business|businesses|prospect|prospects|fits|ones',
)

/**
 * A live ICP or persona by its name alone: `in SMB SaaS`, `SMB SaaS companies`, `people at Enterprise Hospitality`. A
 * name that is a value of the data as well, such as an industry, is that value; so is a job title that is a persona’s
 * name, unless it is said to be inside of it.
 */
export function bareName(reading: Reading, at: number): Found<Named> | undefined {
  const opened = inside(reading, at)
  const start = Math.max(opened, at)
  const names = namesAt(reading, start)
  if (names === undefined || isValue(reading, start)) return undefined
  const { kind, doubts } = names.value
  // “Procurement people” have the job; “people in VP Sales” are in the persona.
  if (kind === 'persona' && opened < 0 && !INSIDE.test(wordAt(reading, at - 1))) return undefined
  if (opened < 0 && names.end - start < 2 && company(reading, names.end) < 0) return undefined
  if (doubts.length > 0) return undefined
  // “The SMB SaaS ICP” says what it is.
  const word = noun(reading, names.end)
  if (word >= 0) return { ...names, end: word }
  const said = `“${reading.tokens
    .slice(start, names.end)
    .map(({ text }) => text)
    .join(' ')}” is read as the ${KIND[kind]} of that name.`
  return { value: { ...names.value, assumptions: [said, ...names.value.assumptions] }, end: names.end }
}

const noun = phrase('icp|persona')
const KIND: Readonly<Record<Kind, string>> = { icp: 'ICP', persona: 'persona' }

/** Whether the data has a value called so, which whoever names no profile means. */
function isValue(reading: Reading, at: number): boolean {
  const links = reading.links.at(at)
  const profile = links.find(({ field }) => PROFILE_FIELDS.has(field))
  return links.some(({ field, end }) => !PROFILE_FIELDS.has(field) && end >= (profile?.end ?? 0))
}

import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { leavesOf } from '../../criteria/walk.ts'
import type { Meaning } from '../grammar/meaning.ts'
import { type Parser, type Reading, said, wordAt } from '../grammar/reading.ts'
import type { NamedProfile } from '../situation.ts'

const INSIDE = /^(?:in|inside|within|under)$/

/**
 * A job that a live persona is called by as well: “people in VP Sales” are in the persona, since nobody is in a job
 * title; “VP Sales people” have the job, and that there is a persona is said.
 */
export const besidePersona =
  (inner: Parser<Meaning>): Parser<Meaning> =>
  (reading, at) => {
    const found = inner(reading, at)
    const criteria = found?.value.criteria
    if (found === undefined || criteria === undefined || !isJob(criteria)) return found
    const persona = personaIn(reading, at, found.end)
    if (persona === undefined) return found
    const { value, end } = found
    if (!(INSIDE.test(wordAt(reading, at - 1)) && !isFunction(criteria))) {
      const says = `“${persona.name}” is read as the job; those of the persona are “people with the persona ${persona.name}”.`
      return { value: { ...value, assumptions: [...value.assumptions, says] }, end }
    }
    const asked: Criteria = { type: 'person_profile', kind: 'persona', profile: [persona.id] }
    const says = `“${persona.name}” is read as the persona; for the job say “with the title ${persona.name}”.`
    return { value: { criteria: asked, assumptions: [says], doubts: [] }, end }
  }

/** Without “in” before it or “people” behind it. */
const personaIn = (reading: Reading, from: number, to: number): NamedProfile | undefined =>
  personaCalled(reading, said(reading, from, to)) ??
  personaCalled(reading, said(reading, from, to - 1)) ??
  personaCalled(reading, said(reading, from + 1, to))

function personaCalled({ situation }: Reading, name: string): NamedProfile | undefined {
  const [only, another] = (situation.profilesNamed?.(name) ?? []).filter(
    ({ kind, status }) => kind === 'persona' && status === 'live',
  )
  return another === undefined ? only : undefined
}

const JOB: ReadonlySet<string> = new Set(['title', 'seniority', 'function'])

const isJob = (criteria: Criteria): boolean =>
  leavesOf(criteria).every(({ condition }) => condition.type === 'person' && JOB.has(condition.field))

/** People are in a job function, as they are in a persona. */
const isFunction = (criteria: Criteria): boolean =>
  isCondition(criteria) && criteria.type === 'person' && criteria.field === 'function'

import { comparison, mayCount, type Test } from '../../language/grammar/comparison.ts'
import { HEADS } from '../../language/grammar/fillers.ts'
import { anyOf, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import {
  type Found,
  longest,
  type Parser,
  type Reading,
  remembered,
  said,
} from '../../language/grammar/reading.ts'
import { job } from '../person/job-phrases.ts'
import { personPhrases } from '../person/person-phrases.ts'
import { titlePhrase } from '../person/title-phrases.ts'
import { yearsPhrase } from '../person/years-phrases.ts'
import { bracketed, chain } from '../shared/nested-phrases.ts'
import type { HasPeopleCondition } from './has-people.ts'

const lead = phrase(
  'with|have|has|having|employ|employs|employing',
  'that|who have|has|employ|employs',
  'where there is|are|work|works?',
  'where',
)
const none = phrase(
  'no|zero|without',
  'not a|any|one single?',
  'no known',
  'without a|any|an',
  'nobody|none is|are|works|work? in|a|an|who?',
  'no one is|works? in|a|an|who?',
  'lacking|missing a|an|any?',
)
const some = phrase('a|an|any|some|at', 'at least one', 'one or more', 'their|its|the')
const who = phrase('who|that|which|with|in|is|are')

const people = longest(...personPhrases)
/** What can say first whom a company has; “50 people in Germany” is a size and a place. */
const jobs = longest(job, titlePhrase, yearsPhrase)

/** `with at least 3 marketers`, `that have a CISO`, `no VP of sales`, `have 2 people who (…)`. */
const hasPeople: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const opened = lead(reading, polar)
  const start = opened >= 0 ? opened : polar
  const without = Math.max(none(reading, start), none(reading, at))
  const counted = without >= 0 ? undefined : comparison(reading, start)
  const any = some(reading, start)
  // “Companies that have a CISO”: the verb begins the clause.
  if (opened < 0 && without < 0 && counted === undefined && any < 0) return undefined
  if (counted !== undefined && !mayCount(counted.value)) return undefined
  for (const from of new Set([without >= 0 ? without : (counted?.end ?? Math.max(any, start))])) {
    const found = staff(reading, from)
    if (found === undefined) continue
    // “without …” is a denial that polarity has read.
    const denied = without >= 0 || (negative && counted === undefined)
    const test = denied ? NONE : counted?.value
    const { criteria, assumptions, doubts } = found.value
    const stated =
      test?.bare === true ? [`“${said(reading, start, found.end)}” is read as at least so many.`] : []
    const asked = criteria === undefined ? undefined : countedPeople(criteria, test)
    return {
      value: {
        ...(asked === undefined ? {} : { criteria: negative && !denied ? negated(asked) : asked }),
        assumptions: [
          ...assumptions,
          ...(test?.assumption === undefined ? [] : [test.assumption]),
          ...stated,
        ],
        doubts,
      },
      end: found.end,
    }
  }
  return undefined
}

const NONE: Test = { tests: [{ op: '=', value: 0 }], bare: false }

function countedPeople(people: HasPeopleCondition['people'], test: Test | undefined) {
  if (test === undefined) return { type: 'has_people' as const, people }
  const parts = test.tests.map(
    ({ op, value }): HasPeopleCondition => ({
      type: 'has_people',
      people,
      op: test.bare && value !== 0 ? '>=' : op,
      value,
    }),
  )
  return parts.length === 1 ? anyOf(parts) : { all: parts }
}

function staff(
  reading: Reading,
  from: number,
): Found<Pick<Meaning, 'criteria' | 'assumptions' | 'doubts'>> | undefined {
  const head = HEADS.person(reading.as('person'), from)
  const inBrackets = head < 0 ? undefined : bracketed(reading, skip(reading, head, who), 'person')
  if (inBrackets !== undefined) return inBrackets
  return chain(reading, from, 'person', { unit: people, first: jobs })
}

export const hasPeoplePhrases: readonly Parser<Meaning>[] = [remembered(hasPeople)]

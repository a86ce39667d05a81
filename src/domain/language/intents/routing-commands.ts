import { entityOf } from '../../criteria/entity.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { atLeast } from '../grammar/asked.ts'
import { comparison } from '../grammar/comparison.ts'
import { allOf, question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'
import { unquoted } from '../tokens/token.ts'
import { type Commanded, done, doubtOf, type ReadCriteria } from './commanded.ts'
import { isOver } from './whole.ts'

const route = phrase('route', 'assign', 'hand|pass on|over', 'create|make|add a routing rule for|:')
const inbound = phrase(
  'all|the|our|any? new? inbound|incoming leads|people|contacts',
  'all|the|our|any? new? leads',
)
const scored = phrase('with|that|who score|scoring|scored', 'with a? combined? score|scores of?')
const to = phrase('to|at')
const listAll = phrase(
  'list|show|see|view|what|which me? are? my|our|the? routing rules|rules|deliveries',
  'list|show me? my|our|the? routes',
  'what|which routing rules do we have',
)

/** `route inbound leads above 80 to Anna`, `assign VPs at SaaS companies to Ben`: rules, each of them a proposal. */
export function routingRule(
  reading: Reading,
  start: number,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const { length } = reading.tokens
  const all = listAll(reading, start)
  if (all >= 0 && isOver(reading, all)) return done({ do: 'list_routes' })
  const from = route(reading, start)
  if (from < 0) return undefined
  for (let at = length - 1; at > from; at--) {
    const after = to(reading, at)
    const target = after < 0 ? '' : plain(reading, after)
    if (target === '') continue
    const criteria = inboundAbove(reading, from, at) ?? criteriaOf(from, at)
    if (criteria === undefined) continue
    if (entityOf(criteria) === 'customer') {
      return doubtOf(
        question(from, at, 'Rules hand on companies and the people there. Whom of those should it hand on?'),
      )
    }
    const whom = said(reading, from, at)
    const name = `${whom.slice(0, 1).toUpperCase()}${whom.slice(1)} to ${target}`.slice(0, 100)
    return done({
      do: 'create_route',
      name,
      criteria,
      ...(/^https?:\/\//u.test(target) ? { url: target } : { owner: target }),
    })
  }
  return undefined
}

/** `inbound leads above 80`: by both scores in one. */
function inboundAbove(reading: Reading, from: number, until: number): Criteria | undefined {
  const noun = inbound(reading, from)
  const test = noun < 0 ? undefined : comparison(reading, skip(reading, noun, scored))
  if (test === undefined || test.end !== until || test.value.currency !== undefined) return undefined
  const { tests } = atLeast(test.value, '').test
  const within = tests.every(({ value }) => [value].flat().every((one) => one >= 0 && one <= 100))
  return within ? allOf(tests.map((one) => ({ type: 'combined_score' as const, ...one }))) : undefined
}

/** A name or an address, without quotes and the sentence's end. */
function plain(reading: Reading, from: number): string {
  const [only, another] = reading.tokens.slice(from)
  return only?.kind === 'quoted' && another === undefined
    ? unquoted(only.text)
    : said(reading, from, reading.tokens.length)
        .replace(/\s*[.!?]$/u, '')
        .trim()
}

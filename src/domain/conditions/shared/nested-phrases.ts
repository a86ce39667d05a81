import type { Entity } from '../../entities/entity.ts'
import { HEADS, relative } from '../../language/grammar/fillers.ts'
import { type Described, peopleIn } from '../../language/grammar/inner.ts'
import { allOf, type Doubt, type Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import type { Criteria } from '../../criteria/schema.ts'

const opening = phrase('(')
const article = phrase('a|an|the|any|our|their', 'one of our|the')
const and = phrase('and', 'and who|that|which', ', and', ', who|that|which')

/** What stands between a bracket and the one that closes it, as criteria over others. */
export function bracketed(reading: Reading, at: number, entity: Entity): Found<Described> | undefined {
  const inside = opening(reading, at)
  if (inside < 0) return undefined
  let depth = 1
  for (let end = inside; end < reading.tokens.length; end++) {
    const { word, kind } = reading.tokens[end] ?? { word: '', kind: 'word' }
    if (kind === 'quoted') continue
    depth += word === '(' ? 1 : word === ')' ? -1 : 0
    if (depth > 0) continue
    const value = peopleIn(reading.as(entity), inside, end)
    return value && { value, end: end + 1 }
  }
  return undefined
}

/**
 * Phrases about others that stand side by side, with their nouns and small words between: “SaaS companies with
 * 51–500 people using Snowflake”. They end where something else begins.
 */
export function chain(
  reading: Reading,
  at: number,
  entity: Entity,
  {
    unit,
    first = unit,
    own,
  }: {
    readonly unit: Parser<Meaning>
    readonly first?: Parser<Meaning>
    /** What can be said of oneself: “and” before it goes on about oneself. Without it “and” ends the chain. */
    readonly own?: Parser<Meaning>
  },
): Found<Described & { headed: boolean }> | undefined {
  const others = reading.as(entity)
  const parts: Criteria[] = []
  const assumptions: string[] = []
  const doubts: Doubt[] = []
  let headed = false
  let end = at
  for (let from = at; ; ) {
    if (own !== undefined && parts.some(isPlace) && goesOnAboutThem(reading, from, own)) break
    const start = passed(others, from, entity)
    headed ||= start.headed && parts.length + doubts.length === 0
    const read = parts.length + doubts.length === 0 ? first : unit
    const found = read(others, start.at) ?? (start.at > from ? read(others, from) : undefined)
    if (found === undefined) break
    if (found.value.criteria !== undefined) parts.push(found.value.criteria)
    assumptions.push(...found.value.assumptions)
    doubts.push(...found.value.doubts)
    ;({ end } = found)
    from = end
    const joint = own === undefined ? -1 : and(others, end)
    // “… and are in Germany” goes on about the others; what can be said of oneself alone does not.
    if (joint >= 0 && own?.(reading, joint) === undefined && unit(others, passed(others, joint, entity).at))
      from = joint
    const heads = HEADS[entity](others, from)
    if (heads >= 0) {
      headed = true
      end = heads
      from = heads
    }
  }
  if (parts.length + doubts.length === 0) return undefined
  return {
    value: { ...(parts.length === 0 ? {} : { criteria: allOf(parts) }), assumptions, doubts, headed },
    end,
  }
}

const who = phrase('who', ', who', 'and|but who')
const small = phrase('are|is|were|was|do|does')

/** "companies in the US who live in Canada": behind a place of theirs, “who” and a place speak of whoever works there. */
function goesOnAboutThem(reading: Reading, at: number, own: Parser<Meaning>): boolean {
  const behind = who(reading, at)
  if (behind < 0) return false
  const places = [behind, skip(reading, behind, small)].map((from) => own(reading, from)?.value.criteria)
  return places.some((criteria) => criteria !== undefined && isPlace(criteria))
}

const isPlace = (criteria: Criteria): boolean =>
  /"field":"(?:country|region|city)"/.test(JSON.stringify(criteria))

/** The place after articles, nouns for the others, and what begins a clause about them. */
function passed(reading: Reading, at: number, entity: Entity): { at: number; headed: boolean } {
  let end = skip(reading, at, article)
  const head = HEADS[entity](reading, end)
  if (head >= 0) end = head
  return { at: skip(reading, end, relative), headed: head >= 0 }
}

import { entityOf } from '../../criteria/entity.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { ENTITY_WORDS, type Entity } from '../../entities/entity.ts'
import { conjuncts } from '../follow-ups/edit.ts'
import type { Reading } from '../grammar/reading.ts'
import type { SplitPart } from '../interpretation.ts'
import { changedBy } from './cloning.ts'
import { askBack, type Commanded, done } from './commanded.ts'
import type { SaidPart } from './split-parts.ts'

/** Whom the parts are of, and what they are called. */
export interface Whole {
  readonly criteria?: Criteria
  readonly name?: string
  readonly end: number
}

/** Names that were said for the parts: “call them A and B”, “A B C”. */
function namesIn(name: string | undefined, count: number): readonly string[] | undefined {
  for (const between of [/\s*[,/]\s*(?:and\s+)?|\s+(?:and|&)\s+/iu, /\s+/u]) {
    const names = (name ?? '').split(between).filter(Boolean)
    if (names.length === count) return names
  }
  return undefined
}

/** A draft of each part, and who is in none of them. */
export function drafted(
  reading: Reading,
  whole: Whole,
  parts: readonly SaidPart[],
  name: string | undefined,
): Commanded {
  const names = namesIn(name, parts.length)
  // One name for several may be the first of them, with the others read as whom they are of.
  if (name !== undefined && names === undefined) return nameEach(reading, parts.length)
  const base = names === undefined ? whole.name : undefined
  const others = parts.flatMap(({ criteria }) => criteria ?? [])
  const left: Criteria = {
    all: [...(whole.criteria === undefined ? [] : conjuncts(whole.criteria)), { none: others }],
  }
  const made = parts.map(({ label, criteria }, i): SplitPart => {
    const own =
      criteria === undefined
        ? left
        : whole.criteria === undefined
          ? criteria
          : partOf(whole.criteria, criteria)
    return { name: names?.[i] ?? titled(base, label), criteria: own }
  })
  const [first] = made
  const entity = first === undefined ? 'customer' : entityOf(first.criteria)
  if (entity !== 'customer') return oneByOne(reading, entity, made)
  const hasRest = others.length < parts.length
  return done({
    do: 'split',
    parts: made,
    ...(hasRest || whole.criteria === undefined ? {} : { left }),
  })
}

const nameEach = (reading: Reading, count: number): Commanded =>
  askBack(
    reading,
    `These are ${count} segments, and each has a name of its own. Which ones? Say them in their order at the end, such as “call them A, B and C”, or leave the names out.`,
  )

/** The definition of a segment is kept by its name: each part follows it. */
const partOf = (whole: Criteria, part: Criteria): Criteria =>
  'type' in whole && whole.type === 'segment' ? { all: [whole, ...conjuncts(part)] } : changedBy(whole, part)

const titled = (base: string | undefined, label: string): string => {
  const own = label.slice(0, 1).toUpperCase() + label.slice(1)
  return (base === undefined ? own : `${base}: ${label}`).slice(0, 100)
}

/** Companies and people are kept in profiles, of which one is drafted after the other. */
function oneByOne(reading: Reading, entity: Entity, parts: readonly SplitPart[]): Commanded {
  const { many, relative } = ENTITY_WORDS[entity]
  const kept = entity === 'company' ? 'an ICP' : 'a persona'
  return askBack(
    reading,
    `Each of them is ${kept} of its own, and is looked at by itself. Which one first? “Save it as …” then drafts it.`,
    parts.map(({ criteria }) => `${many} ${relative} ${reading.situation.describe(criteria)}`),
  )
}

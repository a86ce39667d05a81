import { Temporal } from 'temporal-polyfill'
import type { Entity } from '../../entities/entity.ts'
import { type Links, linksOf } from '../linking/links.ts'
import type { Situation } from '../situation.ts'
import { scaleMillions } from '../tokens/millions.ts'
import type { Token } from '../tokens/token.ts'
import type { Meaning } from './meaning.ts'
import { type Openings, openingsOf } from './openings.ts'

/** One message being read: its tokens, what they name in the company's data, and the situation. */
export interface Reading {
  /** The message, with what is no part of the request blanked out. */
  readonly text: string
  readonly tokens: readonly Token[]
  /** Which phrases can begin with each of them. */
  readonly openings: readonly Openings[]
  readonly links: Links
  readonly situation: Situation
  readonly today: Temporal.PlainDate
  /** Whom it is read as asking for. */
  readonly entity: Entity
  /** Everything that can be said about them. */
  readonly unit: Parser<Meaning>
  /** The same message, read as asking for others. */
  as(entity: Entity): Reading
  /** Other tokens of it, as a message of their own. */
  over(tokens: readonly Token[]): Reading
  /** Answers of remembered parsers by their number and place, so that no stretch is read twice in the same way. */
  readonly memo: unknown[][]
}

/** What a parser found, and the token after it. */
export interface Found<T> {
  readonly value: T
  readonly end: number
}

/** Reads what begins at a token, or answers undefined. Parsers are pure: same reading and place, same answer. */
export type Parser<T> = (reading: Reading, at: number) => Found<T> | undefined

/** What can be said about each of them. */
export type Units = Readonly<Record<Entity, Parser<Meaning>>>

export function readingOf(
  text: string,
  tokens: readonly Token[],
  situation: Situation,
  units: Units,
): Reading {
  const now = Temporal.Instant.fromEpochMilliseconds(situation.now * 1000)
  const today = now.toZonedDateTimeISO(situation.zone).toPlainDate()
  const readings = new Map<Entity, Reading>()
  const as = (entity: Entity): Reading => {
    const known = readings.get(entity)
    if (known !== undefined) return known
    const own = entity === 'customer' ? tokens : scaleMillions(tokens)
    const links = linksOf(own, situation.vocabulary, entity)
    const unit = units[entity]
    const over = (some: readonly Token[]) => readingOf(text, some, situation, units).as(entity)
    const openings = openingsOf(own)
    const reading = { text, tokens: own, openings, links, situation, today, entity, unit, as, over, memo: [] }
    readings.set(entity, reading)
    return reading
  }
  return as('customer')
}

let remembering = 0
/** Stands for what was read, and found to be nothing. */
const NOTHING = Symbol('nothing')

/** The same parser, or other reading of a place, which remembers its answers for a reading. */
export function remembered<A>(
  read: (reading: Reading, at: number) => A,
): (reading: Reading, at: number) => A {
  const number = remembering++
  return (reading, at) => {
    const answers = (reading.memo[number] ??= [])
    const known = answers[at]
    if (known === undefined) {
      const answer = read(reading, at)
      answers[at] = answer ?? NOTHING
      return answer
    }
    // oxlint-disable-next-line typescript/consistent-type-assertions -- the place is this parser's alone
    return (known === NOTHING ? undefined : known) as A
  }
}

/** Whether it is so of a whole reading, which is found out once however many places ask. */
export function ofWhole(holds: (reading: Reading) => boolean): (reading: Reading) => boolean {
  const known = remembered((reading, _at) => holds(reading))
  return (reading) => known(reading, 0)
}

/** Parsers that several others try at the same places. */
export const eachRemembered = <T>(parsers: readonly Parser<T>[]): readonly Parser<T>[] =>
  parsers.map((parser) => remembered(parser))

/** The longest of what the parsers find, one token at least; the earlier one where two are equally long. */
export const longest =
  <T>(...parsers: readonly Parser<T>[]): Parser<T> =>
  (reading, at) => {
    let best: Found<T> | undefined
    for (const parser of parsers) {
      const found = parser(reading, at)
      if (found !== undefined && found.end > (best?.end ?? at)) best = found
    }
    return best
  }

export const wordAt = (reading: Reading, at: number): string => reading.tokens[at]?.word ?? ''

/** Tokens [from, to) as they were written. */
export const said = ({ text, tokens }: Reading, from: number, to: number): string =>
  from < to ? text.slice(tokens[from]?.start, tokens[to - 1]?.end) : ''

import type { Result } from '../run/result.ts'
import { addTokens, NO_TOKENS, type Tokens } from '../run/turn.ts'
import type { Verdict } from '../scorers/verdict.ts'
import { costOf, type Price } from './price.ts'

/** How a group of cases went. */
export interface Tally extends Readonly<Record<Verdict, number>> {
  readonly cases: number
  readonly turns: number
  /** How often the model was asked in a turn, on average. */
  readonly steps: number
  /** Calls of tools that an error came back from. */
  readonly callErrors: number
  readonly tokens: Tokens
  /** US dollars; undefined where the price is not known. */
  readonly cost: number | undefined
  /** Milliseconds of a turn: the median, and what 95 of 100 stay below. */
  readonly p50: number
  readonly p95: number
}

export function tally(results: readonly Result[], price?: Price): Tally {
  const count = (verdict: Verdict) => results.filter(({ score }) => score.verdict === verdict).length
  const turns = results.flatMap((result) => result.turns)
  const tokens = turns.reduce((sum, turn) => addTokens(sum, turn.tokens), NO_TOKENS)
  const times = turns.map(({ ms }) => ms)
  const steps = turns.reduce((sum, turn) => sum + turn.steps, 0)
  return {
    cases: results.length,
    right: count('right'),
    fair: count('fair'),
    missed: count('missed'),
    wrong: count('wrong'),
    failed: count('failed'),
    turns: turns.length,
    steps: turns.length === 0 ? 0 : steps / turns.length,
    callErrors: turns.flatMap(({ calls }) => calls).filter(({ error }) => error !== undefined).length,
    tokens,
    cost: price && costOf(tokens, price),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  }
}

/** 0 to 1, of the cases that were answered: a server that is down says nothing about a model. */
export const shareRight = ({ right, cases, failed }: Tally): number =>
  cases === failed ? 0 : right / (cases - failed)

/** The smallest value that the share of the values does not exceed; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const ascending = values.toSorted((a, b) => a - b)
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 0
}

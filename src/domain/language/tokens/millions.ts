import type { Token } from './token.ts'

const SCALES: ReadonlyMap<string, number> = new Map(Object.entries({ m: 1e6, mil: 1e6, b: 1e9, bil: 1e9 }))

/**
 * `20M` as twenty million, where amounts are those of companies: elsewhere `6m` is six months. The letter stays
 * a token of its own, so that places in the message stay the same.
 */
export const scaleMillions = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, i) => {
    const unit = tokens[i + 1]
    const scale = unit === undefined ? undefined : SCALES.get(unit.word)
    if (token.number === undefined || scale === undefined || unit?.kind !== 'word') return token
    const joined = unit.start === token.end || unit.word.length > 2
    const timed = /^(?:last|past|previous|next|within)$/.test(tokens[i - 1]?.word ?? '')
    return joined && !timed && token.number < 1e6
      ? { ...token, number: round(token.number * scale), scaled: true }
      : token
  })

const round = (value: number): number => Math.round(value * 100) / 100

import { readClauses } from '../grammar/clauses.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { unit } from '../unit.ts'
import type { Section } from './sections.ts'

/**
 * “Prefer: a funding signal in the last 6 months 5, hiring 2”: a number behind each of what is preferred, which nothing
 * reads there, is its weight.
 */
export function weighedApart(reading: Reading, section: Section): readonly Section[] {
  const { mode, weight, from, to } = section
  if (mode !== 'preferred' || weight !== null || isRead(reading, from, to)) return [section]
  const pieces: Section[] = []
  for (let start = from, at = from; at <= to; at++) {
    if (at < to && wordAt(reading, at) !== ',') continue
    const { number, currency } = reading.tokens[at - 1] ?? {}
    if (number === undefined || currency !== undefined || !isRead(reading, start, at - 1)) return [section]
    pieces.push({ ...section, weight: number, from: start, to: at - 1 })
    start = at + 1
  }
  return pieces
}

function isRead(reading: Reading, from: number, to: number): boolean {
  if (from >= to) return false
  const { node, leftovers } = readClauses(reading, unit, from, to)
  return node !== undefined && leftovers.length === 0
}

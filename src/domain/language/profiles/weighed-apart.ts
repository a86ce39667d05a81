import { readClauses } from '../grammar/clauses.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { unit } from '../unit.ts'
import type { Section } from './sections.ts'
import { pointsWord } from './weights.ts'

/**
 * “Prefer: a funding signal in the last 6 months 5, hiring 2”, “Education 40, on AWS = 30”: a number behind each of the
 * things that are named, which nothing reads there, is its weight. What is not said to be preferred is so where each of
 * several things has one.
 */
export function weighedApart(reading: Reading, section: Section): readonly Section[] {
  const { mode, weight, from, to } = section
  // “… = 30, on AWS” ends with what leads to a weight that was heard before.
  if (mode === 'preferred' && weight !== null && SIGN.test(wordAt(reading, to - 1)))
    return [{ ...section, to: to - 1 }]
  if (mode === 'excluded' || weight !== null || isRead(reading, from, to)) return [section]
  const pieces: Section[] = []
  for (let start = from, at = from; at <= to; at++) {
    const joined = at < to && JOINS.test(wordAt(reading, at))
    if (at < to && !joined) continue
    const item = itemIn(reading, start, at)
    // “Over 50 and under 500 staff 30” is one of them.
    if (item === undefined && at < to && wordAt(reading, at) !== ',') continue
    if (item === undefined) return [section]
    pieces.push({ ...section, mode: 'preferred', ...item, from: start })
    start = at + 1
    // “…, and AWS 30”
    while (start < to && JOINS.test(wordAt(reading, start))) start++
    at = start
  }
  return mode === 'preferred' || pieces.length > 1 ? pieces : [section]
}

const JOINS = /^(?:,|;|and|&|\+|\/|\|)$/
const SIGN = /^(?:=|:|-|–|—|->|→|at|gets|get|scores|counts|is|worth)$/

/** A thing in tokens [from, to) with its weight behind it. */
function itemIn(
  reading: Reading,
  from: number,
  to: number,
): { readonly weight: number; readonly to: number } | undefined {
  const last = pointsWord(reading, to - 1) === to || wordAt(reading, to - 1) === '%' ? to - 2 : to - 1
  const { number, currency } = reading.tokens[last] ?? {}
  if (number === undefined || currency !== undefined) return undefined
  let end = last
  while (end > from && SIGN.test(wordAt(reading, end - 1))) end--
  return isRead(reading, from, end) ? { weight: number, to: end } : undefined
}

function isRead(reading: Reading, from: number, to: number): boolean {
  if (from >= to) return false
  const { node, leftovers } = readClauses(reading, unit, from, to)
  return node !== undefined && leftovers.length === 0
}

import { z } from 'zod'
import { type Unit, UNITS, type Window, windowSchema } from '../../time/window.ts'
import type { Condition } from '../index.ts'
import { type Facet, facetsIn, withPieces } from './facet.ts'

const timeSchema = z.looseObject({ kind: z.string() })
const lengthSchema = z.looseObject({ n: z.int(), unit: z.enum(UNITS) })

/** A time that a condition holds: a window, days to come, or a length such as "within 3 days of it". */
export type Time = z.infer<typeof timeSchema> | z.infer<typeof lengthSchema>

/** A number of units, as in the last, the next or more than 90 days. */
export interface Length {
  readonly n: number
  readonly unit: Unit
}

/** The times in a condition, whatever its type: objects that have a kind, or a number of units. */
export const timesIn = (condition: Condition): readonly Facet<Time>[] =>
  facetsIn(condition, (value, path) =>
    path.length === 0 ? undefined : (timeSchema.safeParse(value).data ?? lengthSchema.safeParse(value).data),
  )

/** The time as a window that looks back from now, or is fixed. */
export const windowOf = (time: Time): Window | undefined => windowSchema.safeParse(time).data

/** The time's number of units, where it is one. */
export function lengthOf(time: Time): Length | undefined {
  const length = lengthSchema.safeParse(time).data
  return length && { n: length.n, unit: length.unit }
}

/** Where conditions keep a window that they can do without. */
const PLACES = [['within'], ['during'], ['window'], ['on']] as const

/** The condition with a time in the place of another, or, where it has none, with one; undefined if it takes none. */
export function withTime(condition: Condition, time: Window, at?: readonly string[]): Condition | undefined {
  for (const path of at === undefined ? PLACES : [at]) {
    const changed = withPieces(condition, [path, time])
    if (changed !== undefined) return changed
  }
  return undefined
}

/** The condition at any time; undefined where it can't be without the one it has. */
export const withoutTime = (condition: Condition, at: readonly string[]): Condition | undefined =>
  withPieces(condition, [at, undefined])

/**
 * A length of time in place of a time, keeping what the time is about: "more than 90 days ago" becomes "more than
 * 60 days ago", "in the next 7 days" "in the next 14 days". Of fixed and calendar windows it makes rolling ones.
 */
export function withLength(
  condition: Condition,
  { path, value }: Facet<Time>,
  { n, unit }: Length,
): Condition | undefined {
  const kept = lengthOf(value) === undefined ? { kind: 'last', n, unit } : { ...value, n, unit }
  return withPieces(condition, [path, kept])
}

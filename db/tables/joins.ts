/** Customers of several sources who are the same person. */
import type { Generated } from 'kysely'

/** When the same person is taken to be known from two sources. */
export const JOIN_RULES = ['off', 'email', 'email_or_phone'] as const
export type JoinRule = (typeof JOIN_RULES)[number]

export interface JoinsTable {
  id: Generated<number>
  /** The identity that went over to another's customer. */
  source: string
  external_id: string
  /** The internal id that it had. */
  own_id: number
  with_source: string
  with_external_id: string
  /** What they had in common, or that somebody joined them by hand. */
  rule: 'email' | 'phone' | 'hand'
  at: number
  /** JSON: what both were; null once they are separated. */
  before: string | null
  separated_at: number | null
  /** 1: no rule joins these two again. */
  apart: Generated<number>
}

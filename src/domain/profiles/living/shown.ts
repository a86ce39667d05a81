import { z } from 'zod'

/** Groups as surfaces show them. Every number was counted; words are made of numbers. */

const apartSchema = z.object({
  /** `of orders on mobile` */
  label: z.string(),
  /** `91%`; of all others `40%`. */
  group: z.string(),
  rest: z.string(),
  /** The two as numbers, to be drawn beside each other. */
  values: z.tuple([z.number(), z.number()]),
})

const goalFiguresSchema = z.object({
  /** `$82`; of all others `$54`. */
  group: z.string(),
  rest: z.string(),
  /** Of the difference, with 95 % confidence: `+$20 to +$36`. */
  interval: z.string(),
  /** Whether the whole interval is on one side of zero. */
  effect: z.enum(['better', 'worse', 'unclear']),
})

/** How a set of customers stands beside all others. */
export const standingApartSchema = z.object({
  size: z.int(),
  apart: z.array(apartSchema),
  /** Null where the goal's measure is known of too few. */
  goal: goalFiguresSchema.nullable(),
})
export type StandingApart = z.infer<typeof standingApartSchema>

export const groupSchema = standingApartSchema.extend({
  name: z.string(),
  /** Of the customers whose behaviour can be told. */
  percent: z.string(),
  /** How well it is found again in parts of the data, in percent. */
  stability: z.int(),
  /** The persona that it is saved as: criteria in words. */
  filters: z.array(z.string()),
  scores: z.array(z.string()),
  /** Customers that the filters find, and in percent how many of them belong to the group, and of the group are found. */
  finds: z.int(),
  precision: z.int(),
  recall: z.int(),
})
export type ShownGroup = z.infer<typeof groupSchema>

export const foundGroupsSchema = z.object({
  icp: z.object({ id: z.string(), name: z.string() }).nullable(),
  goal: z.object({ id: z.string(), name: z.string(), measure: z.string() }),
  /** Customers looked at, and of them those whose behaviour can be told. */
  customers: z.int(),
  told: z.int(),
  asOf: z.string(),
  /** The best for the goal first. */
  groups: z.array(groupSchema),
  /** Full sentences: how they were found, why there are none, which are not offered. */
  notes: z.array(z.string()),
})
export type ShownGroups = z.infer<typeof foundGroupsSchema>

/** One figure of a persona, when it was saved and now. */
export interface DriftLine {
  /** `Size`, `Orders on mobile`, `Average order`. */
  readonly what: string
  readonly before: string
  readonly now: string
  /** Beyond what goes up and down by itself; of the goal, whether it does clearly better or worse than others. */
  readonly moved: 'same' | 'more' | 'less' | 'unknown'
}

/** How a persona has changed since it was saved, or since its parameters were changed. */
export interface PersonaDrift {
  readonly since: string
  readonly asOf: string
  readonly lines: readonly DriftLine[]
}

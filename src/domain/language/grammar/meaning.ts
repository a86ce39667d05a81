import type { Criteria } from '../../criteria/schema.ts'

/** Something that must be asked, or data that does not exist. */
export interface Doubt {
  readonly kind: 'question' | 'missing'
  /** The question, or why it can't be answered, as full sentences. */
  readonly says: string
  /** Of missing data: its name. */
  readonly missing?: string
  /** Readings to choose from: what could stand in the message instead of the doubtful words. */
  readonly choices: readonly { readonly label: string; readonly instead: string }[]
  /** Columns: a condition on one of them says what the doubtful words mean. */
  readonly settledBy?: readonly string[]
  /** It asks only what a time is of, so that it says nothing of whom is asked for. */
  readonly ofTime?: true
  /** It arises only where the words are a time to look at: “the last two orders”, “born on 29 February” and a length leave nothing open. */
  readonly ofWindow?: true
  /** Every word of it is understood: it asks only how they belong together. */
  readonly understood?: true
  /** Words that nobody defines, which a definition beside them makes exact. */
  readonly vague?: true
  /** The doubtful words, as tokens. */
  readonly from: number
  readonly to: number
}

/** What a phrase of the message means. Without criteria it is a doubt. */
export interface Meaning {
  readonly criteria?: Criteria
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
  /** It only names something ("VIPs", "France") or some people, with no verb of its own. */
  readonly nominal?: true
  /** A job that people are called by: of two of them joined by "and", either is meant. */
  readonly job?: 'rank' | 'function' | 'whole'
  /** “Never” or “ever” was said: the time of what stands beside it is not meant. */
  readonly ever?: true
  /** It names people ("repeat buyers"), so that it can stand for "customers". */
  readonly people?: true
}

export const meaning = (criteria: Criteria, assumptions: readonly string[] = []): Meaning => ({
  criteria,
  assumptions,
  doubts: [],
})

export const question = (
  from: number,
  to: number,
  says: string,
  choices: readonly (readonly [label: string, instead: string])[] = [],
): Doubt => ({
  kind: 'question',
  says,
  choices: choices.map(([label, instead]) => ({ label, instead })),
  from,
  to,
})

export const missing = (from: number, to: number, name: string, says: string): Doubt => ({
  kind: 'missing',
  says,
  missing: name,
  choices: [],
  from,
  to,
})

/** Of places that people are said not to be in. */
export const UNKNOWN_PLACES = 'People whose country or place is unknown are in too.'

/** Missing is a value that the data might hold, and not a kind of data. */
export const NO_SUCH_VALUE = 'such a value'

export const doubtful = (...doubts: readonly Doubt[]): Meaning => ({ assumptions: [], doubts })

/** Criteria that hold when each (or any) of them does; one alone needs no group. */
export const allOf = (parts: readonly Criteria[]): Criteria => single(parts) ?? { all: parts }
export const anyOf = (parts: readonly Criteria[]): Criteria => single(parts) ?? { any: parts }
const single = (parts: readonly Criteria[]) => (parts.length === 1 ? parts[0] : undefined)

/** The opposite; of "none of one" it is that one. */
export function negated(criteria: Criteria): Criteria {
  if ('none' in criteria) {
    const [only] = criteria.none
    if (criteria.none.length === 1 && only !== undefined) return only
  }
  if ('any' in criteria) return { none: criteria.any }
  return { none: [criteria] }
}

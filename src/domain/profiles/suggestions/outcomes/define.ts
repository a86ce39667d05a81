import type { Criteria } from '../../../criteria/schema.ts'
import type { Entity } from '../../../entities/entity.ts'

/**
 * How records turned out, as criteria. What records had is asked as of before their outcome, wherever that has a date:
 * what follows from an outcome must not pass for its cause.
 *
 * @example see won.ts
 */
export interface OutcomeDefinition {
  readonly id: string
  readonly entity: Entity
  /** `Became a customer` */
  readonly title: string
  /** What those are called that turned out well, and all others: `customers of ours`, `closed-lost`. */
  readonly good: string
  readonly bad: string
  /** What the data should hold more of where there is too little: a full sentence. */
  readonly next: string
  /** Signals that say the outcome, or follow from it: no attribute of a profile. */
  readonly signals: readonly string[]
  /** How it can be looked at, the best way first; the first that has enough records is taken. */
  readonly ways: readonly [Way, ...Way[]]
}

/** Over stretches of time that follow one another up to now, or as everything stands now. */
export type Way = Stretches | Present

interface Stretches {
  readonly kind: 'stretches'
  /** Each of so many days. What records had is asked as of its beginning, the outcome as of its end. */
  readonly days: number
  /** The last one is what is learnt held against. A record is in several of them only where `among` says so. */
  readonly stretches: number
  /** Whose outcome it is, as of the beginning, or as of the end. */
  readonly among: { readonly criteria: Criteria; readonly asOf: 'beginning' | 'end' }
  /** As of the end. */
  readonly good: Criteria
}

/** Nobody noted when it came about, so that a part of the records drawn by chance stands for the later ones. */
interface Present {
  readonly kind: 'present'
  readonly among: Criteria
  readonly good: Criteria
}

import type { z } from 'zod'
import type { Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Currency } from '#kernel/money.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { SqlContext, SqlReading, SqlTest } from '../criteria/sql/reading.ts'
import type { Population } from '../customers/record.ts'
import type { Dialect } from '../dialects/define.ts'
import type { Entity } from '../entities/entity.ts'
import type { RecordOf } from '../entities/record.ts'
import type { Measure } from '../indicators/measures/index.ts'
import type { Answers } from '../profiles/questions/schema.ts'
import type { SetPlan } from '../members/plan.ts'
import type { Ahead } from '../time/ahead.ts'
import type { Meaning } from '../language/grammar/meaning.ts'
import type { Parser } from '../language/grammar/reading.ts'
import type { Dictionary } from '../vocabulary/dictionary.ts'

/** What a segment or list means where criteria refer to it. */
export type SegmentMeaning =
  | { readonly kind: 'criteria'; readonly name: string; readonly criteria: Criteria }
  | { readonly kind: 'list'; readonly name: string; readonly id: string }

/** What an indicator means where criteria refer to it. */
export type IndicatorMeaning = {
  readonly id: string
  readonly name: string
  /** When the values were stored that a frozen one is read from; null: it is computed as it is defined. */
  readonly storedAt: Instant | null
} & (
  | { readonly kind: 'status'; readonly criteria: Criteria }
  | { readonly kind: 'number'; readonly measure: Measure }
)

/** An ICP or persona, where criteria refer to it. */
export interface ProfileMeaning {
  readonly id: string
  /** By which scores are stored. */
  readonly number: number
  readonly kind: 'icp' | 'persona'
  /** Whom it is about. */
  readonly entity: Entity
  readonly name: string
  /** Of a persona: one of its own inside its ICP only. */
  readonly code: string
  /** Of a persona: the one ICP that it lives in. */
  readonly icp: { readonly number: number; readonly name: string; readonly code: string } | null
  /** Whether it scores anybody: it is live, and so is the ICP that it lives in. */
  readonly live: boolean
}

/** A question that a model answers about each record, where criteria refer to it. */
export interface QuestionMeaning {
  readonly id: string
  /** By which answers are stored. */
  readonly number: number
  /** Whom it is about. */
  readonly entity: Entity
  readonly text: string
  readonly answers: Answers
  /** Whether any answer is known. */
  readonly answered: boolean
}

/** What the ids in criteria name. */
export interface NamesContext {
  /** Throws NotFoundError for an id that is not there (any more). */
  segment(id: string): SegmentMeaning
  /** Throws NotFoundError likewise. */
  indicator(id: string): IndicatorMeaning
  /** Throws NotFoundError likewise. */
  profile(id: string): ProfileMeaning
  /** ICPs and personas that are there, live or not, the older ones first. */
  profiles(): readonly ProfileMeaning[]
  /** Throws NotFoundError likewise. */
  question(id: string): QuestionMeaning
  /** Questions that are asked, the older ones first. */
  questions(): readonly QuestionMeaning[]
}

/** What every reading is given: the pinned now, the workspace, and the names that criteria refer to. */
export interface ReadingContext extends NamesContext {
  readonly now: Instant
  readonly zone: string
  readonly currency: Currency
}

/** Since when it is known who was in a segment: counts keep it, beginning with the first. */
export interface SegmentHistory {
  readonly begins: Instant
  /** When it was last counted. */
  readonly counted: Instant
}

export interface PlanContext extends ReadingContext {
  readonly dialect: Dialect
  /** Names in criteria → internal ids. */
  readonly dictionary: Dictionary
  /** True when no order is dated after now, so that the facts rows are right as they stand. */
  readonly factsHold: boolean
  /** No counted order and no event is dated before this. */
  earliest(): Instant
  /** No customer joined before this. */
  earliestJoined(): Instant
  /** Undefined for what was never counted: a list, a segment before its first refresh. */
  history(segmentId: string): SegmentHistory | undefined
}

/** How far one of them is from the other side of a test. */
export interface Miss {
  /** What would have to change: `1 more order`, `$20 less spent`, `2 days too long ago`. */
  readonly words: string
  /** From 0 to 1, in proportion to what was asked: what can be compared between things that can't. */
  readonly size: number
}

/** Something in a condition that can't be read against this workspace's data, with the way out. */
export interface Problem {
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly next: string
  readonly choices?: readonly string[]
}

/** A column of the customer, or a channel's consent, as `Vocabulary.filled` knows it. */
export interface Column {
  readonly name: string
  /** The key of the condition that asks for it. */
  readonly key: string
}

/** A meaning that words have here, whatever else they may mean elsewhere. */
export interface Convention {
  /** Finds the words in what was said; the whole phrase where it finds none. */
  readonly words: RegExp
  /** A full sentence. */
  readonly says: string
}

/** What people choose by its name. Profiles and questions are those about the entity's records. */
export type NamedThing = 'segment' | 'indicator' | `${Entity}_profile` | `${Entity}_question`

/** A condition in the editor of criteria. */
export interface ConditionForm<C> {
  /** What the menu of conditions calls it. */
  readonly title: string
  /** What a new one begins as, for people to change. */
  readonly start: C
  /** Keys that hold the id of something with a name: people choose it by that. */
  readonly names?: Readonly<Record<string, NamedThing>>
}

/** How a condition reads the criteria over another entity that are a part of it. */
export interface InnerReadings {
  /** Completes "companies that …", "people who …". */
  words(criteria: Criteria): string
  predicate(criteria: Criteria): string
  holds(criteria: Criteria, record: RecordOf[Entity]): boolean
  /** A SELECT as a named part of the statement: answers the name, as SQL writes it. */
  part(name: string, select: () => string): string
}

/**
 * One kind of condition: a schema, and its readings. Property tests hold the readings together.
 * A definition's constant is annotated (`const consent: ConditionDefinition<'consent', ConsentCondition>`):
 * the type of all conditions is made of these annotations, and could not be inferred from the readings.
 *
 * @example see consent.ts
 */
export interface ConditionDefinition<T extends string, C extends { type: T }, E extends Entity = 'customer'> {
  readonly type: T
  /** What it is asked of; criteria are of one entity. */
  readonly entity: E
  readonly schema: z.ZodType<C> & z.core.$ZodTypeDiscriminable
  /** How people find and begin one when they build criteria by hand; its inputs are those of the schema. */
  readonly form: ConditionForm<C>
  /** What a model has to know to write one, in a line or two; the schema shows the keys. */
  readonly meaning: string
  /** How people say it. All of them stand in one parser: the longest reading wins, then the earlier one. */
  readonly phrases: readonly Parser<Meaning>[]
  /** Those of the phrases whose verb is understood in "… or Tea", "… and in May". */
  readonly deeds?: readonly Parser<Meaning>[]
  /** The one way of writing what a condition means, where there are several: country names as codes. */
  normal?(condition: C): C
  /**
   * What it is about: "actually Germany" finds the condition to change by it, "drop the country" the one to take
   * out. Conditions about the same can stand in each other's place. The type by itself where this is left out.
   */
  about?(condition: C): string
  /** Nouns that people call it by, beside the words that describe it: `country place location`. */
  called?(condition: C): string
  /** Other readings of what people may have said to mean it: "can be e-mailed instead of opted in". */
  neighbours?(condition: C): readonly { readonly instead: string; readonly criteria: Criteria }[]
  /** A fixed meaning of its words that people may not expect, shown with them: spend is before refunds. */
  convention?(condition: C): Convention | undefined
  /** Whether its own number is an amount of money: what "make it $300" changes. */
  money?(condition: C): boolean
  /** What is tested of a customer: when nobody has a value of it, it is named as missing instead of counted. */
  columns?(condition: C): readonly Column[]
  /** Tables whose changes can change the members. */
  sources(condition: C): readonly Source[]
  /** What is wrong with it for this workspace: unknown values, segments that don't exist. */
  check(condition: C, ctx: PlanContext): readonly Problem[]
  /** Completes "customers who …": `spent more than $500 in the last 90 days`. Never loses a part. */
  words(condition: C, ctx: ReadingContext, inner: Pick<InnerReadings, 'words'>): string
  /**
   * The criteria that a condition stands for, where it stands for others (a saved segment): the tree's readings
   * go on into them, and ask this definition for the words only.
   */
  expand?(condition: C, ctx: NamesContext): Criteria | undefined
  /**
   * Criteria over another entity that it holds, as in "people at companies that …", and the same condition with
   * others in their place: the tree's walks go on into them.
   */
  readonly nested?: {
    readonly key: string
    /** Of whom they are; of its own entity where this is left out. */
    readonly entity?: Entity
    of(condition: C): Criteria | undefined
    with(condition: C, nested: Criteria): C
  }
  /** Members, as a set for the engine. */
  plan(condition: C, ctx: PlanContext): SetPlan
  /**
   * A predicate on the entity's name (`customer`, `company`, `person`) over the documented views (db/migrations),
   * readable. Dates stand by their names (windowSql, dateSql), which the statement defines.
   */
  predicate(condition: C, ctx: PlanContext, inner: Pick<InnerReadings, 'predicate' | 'part'>): string
  /**
   * The inverse of `predicate`, and of other SQL that means the same: the criteria for those of whom a test is
   * true. Undefined for tests of another kind; every part of the others is accounted for.
   */
  fromSql(test: SqlTest, ctx: SqlContext): SqlReading
  /** The same for one of them in memory. */
  holds(
    condition: C,
    record: RecordOf[E],
    population: Population,
    ctx: ReadingContext,
    inner: Pick<InnerReadings, 'holds'>,
  ): boolean
  /** What this one has, beside what was asked: `spent $312 in the last 90 days`. */
  actual(
    condition: C,
    record: RecordOf[E],
    population: Population,
    ctx: ReadingContext,
    inner: Pick<InnerReadings, 'words' | 'holds'>,
  ): string
  /**
   * Instants ahead at which time alone may turn it, beside those at which a dated row comes to pass, or enters or
   * leaves a window that the condition holds: ages, periods, distances between two rows. Some too many do no harm.
   */
  turns?(
    condition: C,
    record: RecordOf[E],
    /** When everything happened that it may ask for. */
    rows: readonly Instant[],
    ctx: ReadingContext,
    ahead: Ahead,
  ): readonly Instant[]
  /** The smallest change of what is measured that would turn it; undefined where there is nothing to measure. */
  miss?(
    condition: C,
    record: RecordOf[E],
    population: Population,
    ctx: ReadingContext,
    inner: Pick<InnerReadings, 'holds'>,
  ): Miss | undefined
}

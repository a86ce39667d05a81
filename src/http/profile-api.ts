/** ICPs and personas, and what records score under them. Part of api.ts. */
import type { Entity } from '#domain/entities/entity.ts'
import type {
  ShownProfile as Profile,
  ShownProfileVersion as ProfileVersion,
} from '#domain/profiles/shown.ts'
import type { PersonaDrift } from '#domain/profiles/living/shown.ts'
import type { ScoreExplanation } from '#domain/profiles/scoring/shown-explained.ts'
import type { ShownDiscovery, ShownSuggestions } from '#domain/profiles/suggestions/shown.ts'
import type { PersonaNode, Scored, ScoredRow, ShownStanding } from '#domain/profiles/standing/shown.ts'

export type { ScoreExplanation } from '#domain/profiles/scoring/shown-explained.ts'
export type { ShownProfile as Profile } from '#domain/profiles/shown.ts'
export type {
  Basis,
  Evidence,
  Performance,
  ShownDiscovered as Discovered,
  ShownSuggestion as Suggestion,
  Thin,
} from '#domain/profiles/suggestions/shown.ts'
export type {
  BestProfile,
  Corners,
  IcpNode,
  PersonaNode,
  ProfileTree,
  Scored,
  ScoredPage,
  ScoredRow,
  ShownStanding,
} from '#domain/profiles/standing/shown.ts'

/** A parameter of a profile. `words` completes "Companies that …"; null where they name something that is gone. */
export interface ParameterView {
  readonly mode: 'filter' | 'exclude' | 'score'
  readonly words: string | null
  /** As the domain writes them. */
  readonly criteria: unknown
  /** Of one that scores. */
  readonly weight: number | null
  /** Percent of the weight, for whoever just misses the criteria. */
  readonly grades: readonly {
    readonly credit: number
    readonly words: string | null
    readonly criteria: unknown
  }[]
}

/** One profile with its history, oldest version first. */
export interface ProfileView extends Profile {
  /** Of a persona: the ICP that it lives in. */
  readonly icp: Profile | null
  readonly parameters: readonly ParameterView[]
  /** Null while it scores nobody. */
  readonly standing: ShownStanding | null
  /** Of an ICP. */
  readonly personas: readonly PersonaNode[]
  readonly personaEntity: Entity
  /** Whom none of an ICP's live personas fits; null for a persona, and while it scores nobody. */
  readonly noPersona: number | null
  /** The scores of whom it is about. */
  readonly scored: Scored
  /** How a persona for a measured goal has changed since it was saved; null for others, and before it is measured. */
  readonly drift: PersonaDrift | null
  readonly versions: readonly ProfileVersion[]
}

/** A profile while it is built by hand: parameters as the domain writes them, and the ICP that a persona is to live in. */
export interface CountProfile {
  readonly parameters: unknown
  readonly icp?: string
}

export interface ProfileCount {
  readonly entity: Entity
  /** As they were understood: what a proposal takes. */
  readonly parameters: unknown
  /** Whom each by itself holds for, in the same order. `words` completes "Companies that …". */
  readonly each: readonly { readonly words: string; readonly records: number }[]
  /** Whom it fits: every filter and no exclude, of a persona inside its ICP. */
  readonly fits: number
  readonly total: number
  readonly asOf: string
}

/** Asks for the code of something new: by its name, and the ICP that a persona is to live in. */
export interface SuggestCode {
  readonly name: string
  readonly icp?: string
}

/** One record, with its scores as they are stored, and how they come about. */
export interface RecordView {
  readonly record: ScoredRow
  /** As of now: of the best profiles, or of the one that was asked for. */
  readonly explanation: ScoreExplanation
  /** Names and addresses are shortened: whoever looks may not see them whole. */
  readonly masked: boolean
}

/** An outcome that can be learnt from. */
interface OutcomeChoice {
  readonly id: string
  readonly title: string
}

/** What would make a profile better, and by which outcomes that can be said. */
export interface SuggestionsView extends Omit<ShownSuggestions, 'suggestions'> {
  readonly suggestions: readonly ShownSuggestions['suggestions'][number][]
  readonly outcomes: readonly OutcomeChoice[]
}

/** Whole ICPs, likewise. */
export interface DiscoveryView extends Omit<ShownDiscovery, 'profiles'> {
  readonly profiles: readonly ShownDiscovery['profiles'][number][]
  readonly outcomes: readonly OutcomeChoice[]
}

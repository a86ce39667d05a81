import type { FormatId } from '../exports/formats/index.ts'
import type { AudienceDefinition } from '../audiences/definition.ts'
import type { AudienceChannel } from '../audiences/shown.ts'
import type { PinsPatch } from '../segments/revise-pins.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { BreakdownBy, OrderedDays } from '../insights/schema.ts'
import type { ProfileParameters } from '../profiles/parameter.ts'
import type { Answers } from '../profiles/questions/schema.ts'
import type { ProfileStatus } from '../profiles/shown.ts'
import type { AudienceParts } from './intents/audience-parts.ts'
import type { ListPick } from './intents/list-pick.ts'
import type { StepsBack } from './intents/going-back.ts'
import type { ReceiptSpan } from './receipt-span.ts'

/** A reading that can be chosen instead of asking. */
export interface Option {
  readonly label: string
  /** What the human would have said to mean this; answering with it resolves the question. */
  readonly text: string
  readonly criteria?: Criteria
}

/** What the domain makes of one message, given what stood before it. Nothing in it has been counted. */
export type Interpretation =
  | {
      readonly kind: 'criteria'
      /** `count` shows people; `create` also drafts a segment. */
      readonly intent: 'count' | 'create' | 'refine'
      readonly name?: string
      readonly criteria: Criteria
      readonly assumptions: readonly string[]
      /** Said below the answer: what of the message is not done yet. */
      readonly note?: string
      readonly receipt: readonly ReceiptSpan[]
    }
  | {
      readonly kind: 'question'
      readonly question: string
      readonly options: readonly Option[]
      /** The part that was clear and must not be lost. */
      readonly partial?: Criteria
      readonly receipt: readonly ReceiptSpan[]
    }
  | {
      readonly kind: 'command'
      readonly command: Command
      /** Said below the answer: what of the message is not done yet, or done in another way. */
      readonly note?: string
      readonly receipt: readonly ReceiptSpan[]
    }
  | {
      readonly kind: 'refused'
      /** What is missing or out of scope, and what Muster can do instead. */
      readonly reason: string
      readonly missing: readonly string[]
      readonly receipt: readonly ReceiptSpan[]
    }
  | {
      readonly kind: 'talk'
      readonly topic: 'greeting' | 'help' | 'wording' | 'thanks' | 'rfm' | 'live' | 'spend'
      readonly receipt: readonly ReceiptSpan[]
    }

/** A segment by its id, or people who are described; neither: whoever is at hand. */
export interface ComparedGroup {
  readonly segment?: string
  readonly criteria?: Criteria
}

/** One of several segments that are drafted beside each other. */
export interface SplitPart {
  readonly name: string
  readonly criteria: Criteria
}

/** Requests that are about things that exist rather than about people. Segments are named by id. */
export type Command =
  /** `agreed`: said to a draft, where one waits: “yes, save it”. */
  | { readonly do: 'save'; readonly name?: string; readonly agreed?: true }
  /** `search`: part of a name; `customer`: those that somebody is in. */
  | {
      readonly do: 'list_segments'
      readonly search?: string
      readonly pick?: ListPick
      readonly customer?: string
    }
  | { readonly do: 'list_proposals' }
  | { readonly do: 'list_fields'; readonly search?: string }
  | { readonly do: 'find_values'; readonly query: string; readonly field?: string }
  | { readonly do: 'show_segment'; readonly segment: string }
  | { readonly do: 'explain_segment'; readonly segment: string }
  | { readonly do: 'explain_criteria' }
  | { readonly do: 'explain_sql'; readonly sql: string }
  | { readonly do: 'explain_customer'; readonly customer: string; readonly segment?: string }
  | { readonly do: 'rename_segment'; readonly segment: string; readonly name: string }
  | { readonly do: 'update_segment'; readonly segment: string; readonly criteria?: Criteria }
  | {
      readonly do: 'clone_segment'
      readonly segment: string
      readonly name?: string
      readonly criteria?: Criteria
    }
  /** Several segments, one proposal for each; `left`: who is in none of them, and is counted beside them. */
  | { readonly do: 'split'; readonly parts: readonly SplitPart[]; readonly left?: Criteria }
  | { readonly do: 'delete_segment'; readonly segment: string }
  | { readonly do: 'undo'; readonly segment?: string }
  /** A deletion is taken back: of the segment that was called so, or the last one. */
  | { readonly do: 'restore'; readonly name?: string }
  /** To the criteria before the last change of them in this conversation, or before so many. */
  | { readonly do: 'back'; readonly steps?: StepsBack }
  /** What they were, without going back. */
  | { readonly do: 'previous' }
  /** Nothing is at hand any more. */
  | { readonly do: 'start_over' }
  /** Of a segment, of people who are described, or of whoever is at hand. */
  | {
      readonly do: 'figures'
      readonly segment?: string
      readonly criteria?: Criteria
      readonly by: readonly BreakdownBy[]
      /** Of the orders of these days alone. */
      readonly ordered?: OrderedDays
    }
  /** How many of some are `those`, which `of` is a part of; of everybody where it is missing. `words` completes "who …". */
  | { readonly do: 'share'; readonly of?: Criteria; readonly those: Criteria; readonly words: string }
  | { readonly do: 'compare_groups'; readonly groups: readonly [ComparedGroup, ComparedGroup] }
  /** Without a first one, whoever is at hand is compared. */
  | { readonly do: 'compare_segments'; readonly first?: string; readonly second: string }
  /** `since`: a date, included. */
  | { readonly do: 'list_changes'; readonly segment?: string; readonly since?: string }
  /** `finding`: one alone, with its examples. */
  | { readonly do: 'get_health'; readonly finding?: string }
  | { readonly do: 'refresh_segment'; readonly segment: string }
  /** `contact`: with e-mail addresses, phone numbers and names beside the others; `columns`: these alone. */
  | {
      readonly do: 'export_segment'
      readonly segment: string
      readonly format?: FormatId
      readonly contact?: true
      readonly columns?: readonly string[]
      readonly hashed?: true
    }
  /** Customers as they were named; sizes as `500`, `20%` or `none`. */
  | { readonly do: 'pin_segment'; readonly segment: string; readonly rules: PinsPatch }
  /** Whom it takes and, each by itself, whom it leaves out. */
  | ({
      readonly do: 'create_audience'
      readonly name?: string
      readonly channel: AudienceChannel
      readonly criteria: Criteria
      /** Completes "customers who …", of whom it takes. */
      readonly words: string
      readonly less: readonly Criteria[]
      readonly cap?: NonNullable<AudienceDefinition['cap']>
      /** At most so many people at each company. */
      readonly committee?: number
    } & Omit<AudienceParts, 'cap'>)
  | { readonly do: 'list_audiences' }
  /** A rule that hands on whoever first satisfies it, to an owner or to a webhook. */
  | {
      readonly do: 'create_route'
      readonly name: string
      readonly criteria: Criteria
      readonly owner?: string
      readonly url?: string
    }
  | { readonly do: 'list_routes' }
  | { readonly do: 'show_audience' | 'delete_audience'; readonly audience: string }
  | { readonly do: 'rename_audience'; readonly audience: string; readonly name: string }
  /** A new ICP, or a new persona inside the ICP of this id; null: where there is none, inside one of everybody. */
  | {
      readonly do: 'build_profile'
      readonly name: string
      readonly icp?: string | null
      readonly parameters: ProfileParameters
      /** How it was read where it could have meant something else, and what of it the data can’t say. */
      readonly assumptions: readonly string[]
    }
  /** Groups in what customers do, for a goal by its id; of whom an ICP fits, or of all. */
  | { readonly do: 'find_groups'; readonly goal: string; readonly icp?: string }
  /** Of each record that a profile fits. */
  | {
      readonly do: 'ask_question'
      readonly profile: string
      readonly text: string
      readonly answers: Answers
    }
  /** `waiting`: those that the conversation drafted, by what they are called. */
  | { readonly do: 'list_profiles'; readonly waiting: readonly string[] }
  /** Whom some profiles fit, each by itself, below a heading. `ask`: which of them stands in its place. */
  | {
      readonly do: 'count_profiles'
      readonly heading: string
      readonly ids: readonly string[]
      readonly ask?: 'largest' | 'smallest'
    }
  /** What outcomes say would make it better. */
  | { readonly do: 'suggest_profile'; readonly profile: string }
  /** ICPs in how companies or customers turned out; by the usual outcome where none is said. */
  | { readonly do: 'discover_icps'; readonly entity: 'company' | 'customer'; readonly outcome?: string }
  /** Of what was suggested or discovered last, from 1 on. */
  | { readonly do: 'apply_suggestion'; readonly nth: number }
  /** All parameters that it has from then on. */
  | {
      readonly do: 'revise_profile'
      readonly profile: string
      readonly parameters: ProfileParameters
      readonly assumptions: readonly string[]
    }
  | { readonly do: 'show_profile'; readonly profile: string }
  /** Side by side. */
  | { readonly do: 'show_profiles'; readonly profiles: readonly string[] }
  /** Why a company or somebody there scores so under a profile, or under the best one. */
  | {
      readonly do: 'explain_score'
      readonly entity: 'company' | 'person' | 'customer'
      readonly record: string
      readonly profile?: string
    }
  | { readonly do: 'rename_profile'; readonly profile: string; readonly name: string }
  /** One proposal for each. */
  | {
      readonly do: 'set_profile_status'
      readonly profiles: readonly string[]
      readonly status: ProfileStatus
    }
  | { readonly do: 'clone_persona'; readonly persona: string; readonly icps: readonly string[] }
  | { readonly do: 'clone_icp'; readonly icp: string; readonly name: string }
  | { readonly do: 'delete_profile'; readonly profile: string; readonly withPersonas: boolean }
  | { readonly do: 'list_indicators' }
  | { readonly do: 'show_indicator'; readonly indicator: string }
  /** `measure`: in the words that were said. */
  | {
      readonly do: 'create_indicator'
      readonly name: string
      readonly criteria?: Criteria
      readonly measure?: string
    }
  | {
      readonly do: 'update_indicator'
      readonly indicator: string
      readonly criteria?: Criteria
      readonly measure?: string
      readonly policy?: 'dynamic' | 'frozen'
    }
  | { readonly do: 'delete_indicator'; readonly indicator: string }
  /** Confirming is for humans: answered with where the button is. */
  | { readonly do: 'confirm' }
  | { readonly do: 'cancel' }

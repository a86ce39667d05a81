import type { Instant } from '#kernel/clock.ts'
import type { Currency } from '#kernel/money.ts'
import type { ProfileMeaning, QuestionMeaning } from '../conditions/define.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { IndicatorKind } from '../indicators/kind.ts'
import type { BreakdownBy } from '../insights/schema.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import type { Profile } from '../profiles/schema.ts'
import type { Option } from './interpretation.ts'

/** An ICP or a persona, as a message can name it. */
export type NamedProfile = Pick<
  Profile,
  'id' | 'name' | 'kind' | 'icpId' | 'entity' | 'status' | 'parameters'
> & {
  /** Drafted in this conversation and not confirmed: its id is that of its proposal. */
  readonly waits?: true
  /** What it would have if the last change of it that this conversation drafted were confirmed. */
  readonly drafted?: Profile['parameters']
}

/** What the interpreter knows besides the message. It reads nothing else. */
export interface Situation {
  readonly vocabulary: Vocabulary
  readonly now: Instant
  readonly zone: string
  readonly currency: Currency
  /** The criteria at hand in the thread: what "now only France" refines. */
  readonly criteria?: Criteria
  /** The segment spoken of last: what "delete it" means. */
  readonly lastSegment?: { readonly id: string; readonly name: string }
  /** The ICP or persona spoken of last: what "set it live" means. */
  readonly lastProfile?: NamedProfile
  /** The message before was about ICPs and personas. */
  readonly talksOfProfiles?: boolean
  /** How the figures that were asked for last were broken down, where the last answer was of figures. */
  readonly figures?: readonly BreakdownBy[]
  /** The question that was asked last, where one was. */
  readonly question?: string
  /** What could be chosen, where a question was asked last. */
  readonly asked?: readonly Option[]
  /** A list that was shown last, or the two groups that were compared last: no criteria of them were counted. */
  readonly shown?: readonly Criteria[]
  /** What was at hand before in the thread, oldest first. */
  readonly earlier?: readonly Criteria[]
  /** Words for criteria, completing "customers who …" (criteria/describe.ts). */
  describe(criteria: Criteria): string
  /** A segment's current criteria; undefined for lists and unknown ids. */
  definition?(segment: string): Criteria | undefined
  /** What an indicator is: a status, or a number of what; undefined for unknown ids. */
  indicator?(id: string): IndicatorKind | undefined
  /** ICPs and personas that are there, live or not; without them there are none. */
  profiles?(): readonly ProfileMeaning[]
  /** Questions that a model was asked about records; without them there are none. */
  questions?(): readonly QuestionMeaning[]
  /** The ICPs and personas that a name, a code or an id means: several ICPs may have a persona of one name. */
  profilesNamed?(name: string): readonly NamedProfile[]
  /** All ICPs and personas by name: those that are there, and those that this conversation drafted. */
  allProfiles?(): readonly NamedProfile[]
  /** The id of the audience with this name. */
  audience?(name: string): string | undefined
}

/** Whether there are companies, or people who work at them, to ask for. */
export const holdsAccounts = ({ vocabulary }: Pick<Situation, 'vocabulary'>): boolean =>
  vocabulary.filled('company.id') > 0 || vocabulary.filled('person.id') > 0

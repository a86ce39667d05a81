import type { Reader } from '#db/run.ts'
import type { Clock } from '#kernel/clock.ts'
import type { Ids } from '#kernel/ids.ts'
import type { Currency } from '#kernel/money.ts'
import type { Perimeters } from './audiences/perimeters.ts'
import type { Definitions } from './definitions.ts'
import type { Explanations } from './explanations/explanations.ts'
import type { Exports } from './exports/read.ts'
import type { Health } from './health/health.ts'
import type { Insights } from './insights/insights.ts'
import type { Distributions } from './indicators/distributions.ts'
import type { Measure } from './indicators/measures/index.ts'
import type { Members } from './members/members.ts'
import type { Previews } from './previews/previews.ts'
import type { Living } from './profiles/living/living.ts'
import type { Answerer } from './profiles/questions/answerer.ts'
import type { Questions } from './profiles/questions/read.ts'
import type { Scoring } from './profiles/scoring/scoring.ts'
import type { Suggestions } from './profiles/suggestions/suggestions.ts'
import type { Standing } from './profiles/standing/standing.ts'
import type { Draft } from './proposals/draft.ts'
import type { Proposals } from './proposals/read.ts'
import type { SegmentTable } from './segments/table.ts'
import type { Things } from './things/things.ts'
import type { Vocabulary } from './vocabulary/vocabulary.ts'

export interface Workspace {
  readonly name: string
  readonly zone: string
  readonly currency: Currency
  readonly demo: boolean
}

/** What the domain offers to tools: reads, and the one narrow capability to draft. Built in src/app.ts. */
export interface Services extends Definitions {
  readonly clock: Clock
  readonly ids: Ids
  /** Physically read-only. For small reads by key; long ones go through `members`. */
  readonly reader: Reader
  /** Read anew each time: an import can set the currency and zone. */
  workspace(): Workspace
  readonly vocabulary: Vocabulary
  readonly members: Members
  readonly segmentTable: SegmentTable
  readonly distributions: Distributions
  readonly perimeters: Perimeters
  /** What records score and would score, and why. */
  readonly scoring: Scoring
  /** What records score under the profiles that are live. */
  readonly standing: Standing
  /** Groups in what customers do. */
  readonly living: Living
  /** What the outcomes in the data say about whom to look for. */
  readonly suggestions: Suggestions
  /** Questions about each record, and what was answered. */
  readonly questions: Questions
  /** Who would answer them; null where no model is set that could. */
  readonly answering: Pick<Answerer, 'model' | 'price'> | null
  /** A measure from the words that people call it by. Throws InputError that says what can be measured. */
  readMeasure(text: string): Measure
  readonly exports: Exports
  /** Names and stamps of all that is named or waits for a decision. */
  readonly things: Things
  readonly proposals: Proposals
  readonly previews: Previews
  readonly explanations: Explanations
  readonly insights: Insights
  /** How good the data is. */
  readonly health: Health
  readonly draft: Draft
}

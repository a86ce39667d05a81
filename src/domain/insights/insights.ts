import type { Reader } from '#db/run.ts'
import type { Clock, Instant } from '#kernel/clock.ts'
import type { PlanContext } from '../conditions/define.ts'
import { criteriaBehind } from '../explanations/criteria-behind.ts'
import type { Explained } from '../explanations/explanations.ts'
import type { Members } from '../members/members.ts'
import type { Previews } from '../previews/previews.ts'
import type { Segments } from '../segments/read.ts'
import { compareGroups, type Group } from './comparison.ts'
import type { GroupComparison } from './shown-comparison.ts'
import { type FiguresOptions, figuresOf } from './figures.ts'
import { geographyOf } from './geography.ts'
import type { Geography } from './shown-geography.ts'
import { type History, type HistoryOptions, readHistory } from './history.ts'
import type { Figures } from './schema.ts'

/** What can be asked about groups of customers besides who is in them. Read anew each time, as of now. */
export interface Insights {
  figures(what: Explained, options: FiguresOptions): Promise<Figures>
  compare(groups: readonly [Explained, Explained], signal?: AbortSignal): Promise<GroupComparison>
  /** Where they are: countries, regions and cities. */
  geography(what: Explained, signal?: AbortSignal): Promise<Geography>
  /** Newest first. */
  history(options: HistoryOptions): History
}

export interface InsightsDeps {
  readonly reader: Reader
  readonly clock: Clock
  readonly members: Members
  readonly segments: Segments
  readonly previews: Previews
  context(now: Instant): PlanContext
}

export function createInsights(deps: InsightsDeps): Insights {
  const group = (what: Explained): Group => ({
    criteria: criteriaBehind(what, deps),
    ...('segment' in what ? { name: deps.segments.get(what.segment).name } : {}),
  })
  return {
    figures: (what, options) => figuresOf(criteriaBehind(what, deps), options, deps),
    compare: ([a, b], signal) => compareGroups([group(a), group(b)], deps, signal),
    geography: (what, signal) => geographyOf(criteriaBehind(what, deps), deps, signal),
    history: (options) => readHistory(options, deps),
  }
}

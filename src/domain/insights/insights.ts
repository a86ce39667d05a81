import type { Reader } from '#db/run.ts'
import type { Clock, Instant } from '#kernel/clock.ts'
import { InputError } from '#kernel/errors.ts'
import type { Audiences } from '../audiences/read.ts'
import type { PlanContext } from '../conditions/define.ts'
import { criteriaBehind } from '../explanations/criteria-behind.ts'
import type { Explained } from '../explanations/explanations.ts'
import type { Members } from '../members/members.ts'
import type { Previews } from '../previews/previews.ts'
import type { Segments } from '../segments/read.ts'
import { compareGroups, type Group } from './comparison.ts'
import { differencesBetween } from './differences.ts'
import type { GroupComparison } from './shown-comparison.ts'
import type { GroupDifferences } from './shown-differences.ts'
import { type FiguresOptions, figuresOf } from './figures.ts'
import { geographyOf } from './geography.ts'
import type { Geography } from './shown-geography.ts'
import { type History, type HistoryOptions, readHistory } from './history.ts'
import type { Moved } from '../moves/shown.ts'
import { type MovedOptions, whatMoved } from '../moves/what-moved.ts'
import type { Figures } from './schema.ts'

/** What can be asked about groups of customers besides who is in them. Read anew each time, as of now. */
export interface Insights {
  figures(what: Explained, options: FiguresOptions): Promise<Figures>
  compare(groups: readonly [Explained, Explained], signal?: AbortSignal): Promise<GroupComparison>
  /** How they differ; `only`: those in one of them and not in the other. */
  differences(
    groups: readonly [Explained, Explained],
    options?: { readonly only?: boolean; readonly signal?: AbortSignal },
  ): Promise<GroupDifferences>
  /** Where they are: countries, regions and cities. */
  geography(what: Explained, signal?: AbortSignal): Promise<Geography>
  /** Newest first. */
  history(options: HistoryOptions): History
  /** What changed by itself: signals, scores and audiences. */
  moved(options: MovedOptions): Moved
}

export interface InsightsDeps {
  readonly reader: Reader
  readonly clock: Clock
  readonly members: Members
  readonly segments: Segments
  readonly audiences: Audiences
  readonly previews: Previews
  context(now: Instant): PlanContext
}

export function createInsights(deps: InsightsDeps): Insights {
  const group = (what: Explained): Group => {
    const criteria = criteriaBehind(what, deps)
    if ('previewId' in what) return { criteria, segment: null, ref: what.previewId }
    const { id, name } = deps.segments.get(what.segment)
    return { criteria, name, segment: id, ref: id }
  }
  const bothOf = ([a, b]: readonly [Explained, Explained]): readonly [Group, Group] => {
    for (const what of [a, b]) refuseAudience(what, deps)
    const [first, second] = [group(a), group(b)]
    if (first.ref !== second.ref) return [first, second]
    throw new InputError(`Both sides are ${first.name === undefined ? 'the same' : `“${first.name}”`}`, {
      next: 'Choose another segment for one of them.',
      path: ['second'],
    })
  }
  return {
    figures: (what, options) => figuresOf(criteriaBehind(what, deps), options, deps),
    compare: (groups, signal) => compareGroups(bothOf(groups), deps, signal),
    differences(groups, { only = false, signal } = {}) {
      const [a, b] = bothOf(groups)
      return differencesBetween(only ? [without(a, b), without(b, a)] : [a, b], deps, signal)
    },
    geography: (what, signal) => geographyOf(criteriaBehind(what, deps), deps, signal),
    history: (options) => readHistory(options, deps),
    moved: (options) => whatMoved(deps.reader, options),
  }
}

const without = (group: Group, other: Group): Group => ({
  ...group,
  ...(group.name !== undefined && { name: `${group.name} alone` }),
  criteria: { all: [group.criteria, { none: [other.criteria] }] },
})

/** Whoever an audience holds depends on its channel and its draw; what tells people apart is in its segments. */
function refuseAudience(
  what: Explained,
  { segments, audiences }: Pick<InsightsDeps, 'segments' | 'audiences'>,
): void {
  if ('previewId' in what || segments.find(what.segment) !== undefined) return
  const audience = audiences.find(what.segment)
  if (audience === undefined) return
  throw new InputError(`“${audience.name}” is an audience, and segments are compared`, {
    next: 'Compare the segments that it is made of.',
  })
}

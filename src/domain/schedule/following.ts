import { createAudienceRefresh, type RefreshAudiences } from '../audiences/refresh.ts'
import { createIndicatorRefresh, type RefreshIndicators } from '../indicators/refresh.ts'
import { createDriftRefresh, type RefreshDrift } from '../profiles/living/refresh-drift.ts'
import { createScoreRefresh, type RefreshScores } from '../profiles/scoring/refresh.ts'
import { createRefresh, type Refresh } from '../segments/refresh.ts'
import { createFollowData, type FollowData } from './follow-data.ts'

/** What is kept and follows the data, each to be made anew by itself, and all of them as the data changes. */
export interface Following {
  readonly refresh: Refresh
  readonly refreshIndicators: RefreshIndicators
  readonly refreshScores: RefreshScores
  readonly refreshAudiences: RefreshAudiences
  readonly refreshDrift: RefreshDrift
  readonly followData: FollowData
}

export function createFollowing({
  report,
  routingJobs,
  ...deps
}: Parameters<typeof createRefresh>[0] &
  Parameters<typeof createIndicatorRefresh>[0] &
  Parameters<typeof createScoreRefresh>[0] &
  Parameters<typeof createAudienceRefresh>[0] &
  Parameters<typeof createDriftRefresh>[0] &
  Pick<Parameters<typeof createFollowData>[0], 'report' | 'routingJobs'>): Following {
  const made = {
    refresh: createRefresh(deps),
    refreshIndicators: createIndicatorRefresh(deps),
    refreshScores: createScoreRefresh(deps),
    refreshAudiences: createAudienceRefresh(deps),
    refreshDrift: createDriftRefresh(deps),
  }
  return { ...made, followData: createFollowData({ ...made, routingJobs, report }) }
}

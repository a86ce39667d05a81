import { answerUnsupported } from './catalog/answer-unsupported.ts'
import { buildIcp } from './catalog/build-icp.ts'
import { buildPersona } from './catalog/build-persona.ts'
import { cloneIcp } from './catalog/clone-icp.ts'
import { clonePersona } from './catalog/clone-persona.ts'
import { cloneSegment } from './catalog/clone-segment.ts'
import { compareSegments } from './catalog/compare-segments.ts'
import { createAudience } from './catalog/create-audience.ts'
import { createIndicator } from './catalog/create-indicator.ts'
import { createQuestion } from './catalog/create-question.ts'
import { createSegment } from './catalog/create-segment.ts'
import { deleteAudience } from './catalog/delete-audience.ts'
import { deleteIndicator } from './catalog/delete-indicator.ts'
import { deleteProfile } from './catalog/delete-profile.ts'
import { deleteSegment } from './catalog/delete-segment.ts'
import { discoverIcps } from './catalog/discover-icps.ts'
import { explainCriteria } from './catalog/explain-criteria.ts'
import { explainCustomer } from './catalog/explain-customer.ts'
import { explainScore } from './catalog/explain-score.ts'
import { explainSql } from './catalog/explain-sql.ts'
import { exportAudience } from './catalog/export-audience.ts'
import { findGroups } from './catalog/find-groups.ts'
import { findValues } from './catalog/find-values.ts'
import { getAudience } from './catalog/get-audience.ts'
import { getFigures } from './catalog/get-figures.ts'
import { getHealth } from './catalog/get-health.ts'
import { getIndicator } from './catalog/get-indicator.ts'
import { getProfile } from './catalog/get-profile.ts'
import { getProposal } from './catalog/get-proposal.ts'
import { getSegment } from './catalog/get-segment.ts'
import { listAudiences } from './catalog/list-audiences.ts'
import { listChanges } from './catalog/list-changes.ts'
import { listBest } from './catalog/list-best.ts'
import { listIndicators } from './catalog/list-indicators.ts'
import { listFields } from './catalog/list-fields.ts'
import { listProfiles } from './catalog/list-profiles.ts'
import { listProposals } from './catalog/list-proposals.ts'
import { listSegments } from './catalog/list-segments.ts'
import { refreshSegment } from './catalog/refresh-segment.ts'
import { suggestProfile } from './catalog/suggest-profile.ts'
import { suggestReadings } from './catalog/suggest-readings.ts'
import { listRoutes } from './catalog/list-routes.ts'
import { updateRoute } from './catalog/update-route.ts'
import { undoChange } from './catalog/undo-change.ts'
import { updateAudience } from './catalog/update-audience.ts'
import { updateIndicator } from './catalog/update-indicator.ts'
import { updateProfile } from './catalog/update-profile.ts'
import { updateSegment } from './catalog/update-segment.ts'
import { validateCriteria } from './catalog/validate-criteria.ts'
import type { AnyTool } from './define.ts'
import type { ToolsetName } from './toolset-names.ts'

/** By what they are about: clients that want few tools take some of these, and `core` always. */
export const toolsets: Readonly<Record<ToolsetName, readonly AnyTool[]>> = {
  core: [
    listFields,
    findValues,
    validateCriteria,
    explainCriteria,
    explainSql,
    listProposals,
    getProposal,
    undoChange,
    suggestReadings,
    answerUnsupported,
  ],
  segments: [
    listSegments,
    getSegment,
    explainCustomer,
    getFigures,
    compareSegments,
    listChanges,
    createSegment,
    updateSegment,
    cloneSegment,
    deleteSegment,
    refreshSegment,
  ],
  audiences: [listAudiences, getAudience, createAudience, updateAudience, deleteAudience, exportAudience],
  indicators: [listIndicators, getIndicator, createIndicator, updateIndicator, deleteIndicator],
  profiles: [
    listProfiles,
    getProfile,
    listBest,
    explainScore,
    findGroups,
    suggestProfile,
    discoverIcps,
    buildIcp,
    buildPersona,
    updateProfile,
    clonePersona,
    cloneIcp,
    deleteProfile,
    createQuestion,
  ],
  routing: [listRoutes, updateRoute],
  data: [getHealth],
}

/** Every tool, on every surface. */
export const tools: readonly AnyTool[] = Object.values(toolsets).flat()

import { lazy } from './lazy.tsx'
import { MissingPage } from './missing-page.tsx'
import type { Route } from './route.ts'

const SegmentsPage = lazy(() => import('../segments/segments-page.tsx').then((m) => m.SegmentsPage))
const SegmentPage = lazy(() => import('../segments/segment-page.tsx').then((m) => m.SegmentPage))
const AudiencesPage = lazy(() => import('../audiences/audiences-page.tsx').then((m) => m.AudiencesPage))
const AudiencePage = lazy(() => import('../audiences/audience-page.tsx').then((m) => m.AudiencePage))
const ComparePage = lazy(() => import('../compare/compare-page.tsx').then((m) => m.ComparePage))
const QualificationPage = lazy(() =>
  import('../profiles/qualification-page.tsx').then((m) => m.QualificationPage),
)
const ProfilePage = lazy(() => import('../profiles/profile-page.tsx').then((m) => m.ProfilePage))
const BuildProfilePage = lazy(() =>
  import('../profiles/build-profile-page.tsx').then((m) => m.BuildProfilePage),
)
const RecordPage = lazy(() => import('../profiles/record-page.tsx').then((m) => m.RecordPage))
const NoPersonaFitPage = lazy(() => import('../profiles/no-fit-page.tsx').then((m) => m.NoPersonaFitPage))
const NoIcpFitPage = lazy(() => import('../profiles/no-fit-page.tsx').then((m) => m.NoIcpFitPage))
const EditorPage = lazy(() => import('../editor/editor-page.tsx').then((m) => m.EditorPage))
const IndicatorsPage = lazy(() => import('../indicators/indicators-page.tsx').then((m) => m.IndicatorsPage))
const IndicatorPage = lazy(() => import('../indicators/indicator-page.tsx').then((m) => m.IndicatorPage))
const HealthPage = lazy(() => import('../health/health-page.tsx').then((m) => m.HealthPage))
const DataPage = lazy(() => import('../data/data-page.tsx').then((m) => m.DataPage))
const ActivityPage = lazy(() => import('../activity/activity-page.tsx').then((m) => m.ActivityPage))
const ProposalPage = lazy(() => import('../proposals/proposal-page.tsx').then((m) => m.ProposalPage))

/** What a route shows beside the chat; null where the chat stands by itself. */
export function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'segments':
      return <SegmentsPage />
    case 'segment':
      return <SegmentPage key={route.id} id={route.id} tab={route.tab} />
    case 'audiences':
      return <AudiencesPage />
    case 'audience':
      return <AudiencePage key={route.id} id={route.id} />
    case 'indicators':
      return <IndicatorsPage />
    case 'indicator':
      return <IndicatorPage key={route.id} id={route.id} />
    case 'health':
      return <HealthPage />
    case 'data':
      return <DataPage />
    case 'activity':
      return <ActivityPage />
    case 'proposal':
      return <ProposalPage key={route.id} id={route.id} />
    case 'compare':
      return <ComparePage />
    case 'qualification':
      return <QualificationPage />
    case 'profile':
      return <ProfilePage key={route.id} id={route.id} tab={route.tab} />
    case 'build-profile':
      return <BuildProfilePage key={route.kind} kind={route.kind} />
    case 'record':
      return <RecordPage key={`${route.entity} ${route.id}`} entity={route.entity} id={route.id} />
    case 'no-persona-fit':
      return <NoPersonaFitPage key={route.icp} icp={route.icp} />
    case 'no-icp-fit':
      return <NoIcpFitPage key={route.of} of={route.of} />
    case 'build':
      return <EditorPage />
    case 'missing':
      return <MissingPage />
    case 'new':
    case 'thread':
      return null
  }
}

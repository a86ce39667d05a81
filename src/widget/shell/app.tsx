import { useEffect, useState } from 'preact/hooks'
import type { Session, Thread, WorkspaceView } from '#http/api.ts'
import { sendJson } from '../api/client.ts'
import { useLoad } from '../api/use-load.ts'
import { AudiencePage } from '../audiences/audience-page.tsx'
import { AudiencesPage } from '../audiences/audiences-page.tsx'
import { Conversation, StoredThread } from '../chat/chat-page.tsx'
import { EditorPage } from '../editor/editor-page.tsx'
import { IndicatorPage } from '../indicators/indicator-page.tsx'
import { IndicatorsPage } from '../indicators/indicators-page.tsx'
import { ProposalPage } from '../proposals/proposal-page.tsx'
import { ProposalsPage } from '../proposals/proposals-page.tsx'
import { SegmentPage } from '../segments/segment-page.tsx'
import { SegmentsPage } from '../segments/segments-page.tsx'
import { ThreadList } from '../threads/sidebar.tsx'
import { MissingPage } from './missing-page.tsx'
import { PlaceContext, useBrowserPlace } from './place.ts'
import { type Route, routeOf } from './route.ts'
import { SignedOut } from './signed-out.tsx'

export function App() {
  const place = useBrowserPlace()
  const { path, go } = place
  const [search, setSearch] = useState('')
  // A new conversation keeps its view when the server names its thread: only the address changes.
  const [fresh, setFresh] = useState({ round: 0, threadId: '' })
  const session = useLoad<Session>('/api/session')
  const workspace = useLoad<WorkspaceView>('/api/workspace')
  const threads = useLoad<{ threads: readonly Thread[] }>(`/api/threads?search=${encodeURIComponent(search)}`)
  const route = routeOf(path)
  const startedHere = route.page === 'thread' && route.id === fresh.threadId

  useEffect(() => {
    if (path === '/') setFresh(({ round }) => ({ round: round + 1, threadId: '' }))
  }, [path])

  if (session.error?.status === 401) return <SignedOut />

  return (
    <PlaceContext.Provider value={place}>
      <div class="shell" data-model={workspace.data?.model.id}>
        <nav class="sidebar" aria-label="Main">
          <a class="brand" href="/">
            <img src="/icon.svg" alt="" width="28" height="28" /> Muster
          </a>
          <a class="new" href="/">
            New conversation
          </a>
          <a
            href="/segments"
            aria-current={route.page === 'segments' || route.page === 'segment' ? 'page' : undefined}
          >
            Segments
          </a>
          <a
            href="/audiences"
            aria-current={route.page === 'audiences' || route.page === 'audience' ? 'page' : undefined}
          >
            Audiences
          </a>
          <a
            href="/indicators"
            aria-current={route.page === 'indicators' || route.page === 'indicator' ? 'page' : undefined}
          >
            Indicators
          </a>
          <a href="/proposals" aria-current={route.page === 'proposals' ? 'page' : undefined}>
            Proposals
          </a>
          <ThreadList
            threads={threads}
            search={search}
            current={route.page === 'thread' ? route.id : undefined}
            onSearch={setSearch}
            onGo={go}
          />
          <footer>
            {workspace.data === undefined ? null : <Workspace view={workspace.data} />}
            {session.data === undefined ? null : (
              <p class="muted">
                {session.data.user.name}, {session.data.user.role}
                <button type="button" class="quiet" onClick={() => void signOut()}>
                  Sign out
                </button>
              </p>
            )}
          </footer>
        </nav>
        <main>
          {route.page === 'new' || startedHere ? (
            <Conversation
              key={fresh.round}
              onTurn={threads.reload}
              onThread={(threadId) => {
                setFresh(({ round }) => ({ round, threadId }))
                go(`/threads/${threadId}`)
              }}
            />
          ) : (
            <Page route={route} onTurn={threads.reload} />
          )}
        </main>
      </div>
    </PlaceContext.Provider>
  )
}

function Page({ route, onTurn }: { route: Route; onTurn(): void }) {
  switch (route.page) {
    case 'thread':
      return <StoredThread threadId={route.id} onTurn={onTurn} />
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
    case 'proposals':
      return <ProposalsPage />
    case 'proposal':
      return <ProposalPage id={route.id} />
    case 'build':
      return <EditorPage />
    case 'missing':
      return <MissingPage />
    case 'new':
      return null
  }
}

function Workspace({ view }: { view: WorkspaceView }) {
  return (
    <p class="muted">
      {view.name}
      {view.demo ? ' (demo data)' : ''}
      <br />
      Understood by {view.model.id === 'offline' ? 'the built-in interpreter' : view.model.id}
      {view.model.note === undefined ? null : <span class="warning">{view.model.note}</span>}
    </p>
  )
}

async function signOut(): Promise<void> {
  await sendJson('POST', '/api/signout')
  location.assign('/')
}

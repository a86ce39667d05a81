import { useState } from 'preact/hooks'
import type { Session, Thread, WorkspaceView } from '#http/api.ts'
import { sendJson } from '../api/client.ts'
import { useLoad } from '../api/use-load.ts'
import { ChatPane } from '../chat/chat-pane.tsx'
import { ThreadList } from '../threads/sidebar.tsx'
import { PlaceContext, useBrowserPlace } from './place.ts'
import { Page } from './page.tsx'
import { routeOf } from './route.ts'
import { SignedOut } from './signed-out.tsx'

export function App() {
  const place = useBrowserPlace()
  const { path, go } = place
  const [search, setSearch] = useState('')
  const session = useLoad<Session>('/api/session')
  const workspace = useLoad<WorkspaceView>('/api/workspace')
  const threads = useLoad<{ threads: readonly Thread[] }>(`/api/threads?search=${encodeURIComponent(search)}`)
  const route = routeOf(path)

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
        {route.page === 'new' || route.page === 'thread' ? null : (
          <main>
            <Page route={route} />
          </main>
        )}
        <ChatPane route={route} onTurn={threads.reload} />
      </div>
    </PlaceContext.Provider>
  )
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

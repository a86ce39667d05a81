import { useState } from 'preact/hooks'
import type { Session, Thread, WorkspaceView } from '#http/api.ts'
import { useLoad } from '../api/use-load.ts'
import { ChatPane } from '../chat/chat-pane.tsx'
import { ThreadList } from '../threads/sidebar.tsx'
import { Arrival } from './arrival.tsx'
import { Connection } from './connection.tsx'
import { lazy } from './lazy.tsx'
import { Navigation } from './navigation.tsx'
import { PlaceContext, useBrowserPlace } from './place.ts'
import { Page } from './page.tsx'
import { routeOf } from './route.ts'

const SignedOut = lazy(() => import('./signed-out.tsx').then((m) => m.SignedOut))

export function App() {
  const place = useBrowserPlace()
  const { path, go } = place
  const [search, setSearch] = useState('')
  const session = useLoad<Session>('/api/session')
  const workspace = useLoad<WorkspaceView>('/api/workspace')
  const threads = useLoad<{ threads: readonly Thread[] }>(`/api/threads?search=${encodeURIComponent(search)}`)
  const route = routeOf(path)
  const current = route.page === 'thread' ? route.id : undefined

  if (session.error?.status === 401) return <SignedOut />

  return (
    <PlaceContext.Provider value={place}>
      <Arrival route={route} />
      <Connection />
      <div class="shell" data-model={workspace.data?.model.id}>
        <Navigation route={route} session={session.data} workspace={workspace.data}>
          <ThreadList threads={threads} search={search} current={current} onSearch={setSearch} onGo={go} />
        </Navigation>
        {route.page === 'new' || route.page === 'thread' ? null : (
          <main id="page" tabIndex={-1}>
            <Page route={route} />
          </main>
        )}
        <ChatPane
          route={route}
          title={threads.data?.threads.find(({ id }) => id === current)?.title}
          onTurn={threads.reload}
        />
      </div>
    </PlaceContext.Provider>
  )
}

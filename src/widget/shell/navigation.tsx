import { useEffect, useState } from 'preact/hooks'
import type { Session, WorkspaceView } from '#http/api.ts'
import { sendJson } from '../api/client.ts'
import type { ComponentChildren } from 'preact'
import { usePlace } from './place.ts'
import type { Route } from './route.ts'

/** Where the main menu leads, and which pages lie there. */
const PLACES: readonly {
  readonly href: string
  readonly label: string
  readonly pages: readonly Route['page'][]
}[] = [
  { href: '/segments', label: 'Segments', pages: ['segments', 'segment', 'build', 'compare'] },
  { href: '/audiences', label: 'Audiences', pages: ['audiences', 'audience'] },
  {
    href: '/qualification',
    label: 'Qualification',
    pages: ['qualification', 'profile', 'build-profile', 'record', 'no-persona-fit', 'no-icp-fit'],
  },
  { href: '/indicators', label: 'Indicators', pages: ['indicators', 'indicator'] },
  { href: '/health', label: 'Data health', pages: ['health'] },
  { href: '/data', label: 'Data', pages: ['data'] },
  { href: '/activity', label: 'Activity', pages: ['activity', 'proposal'] },
]

interface Props {
  readonly route: Route
  readonly session: Session | undefined
  readonly workspace: WorkspaceView | undefined
  /** The conversations. */
  readonly children: ComponentChildren
}

/** The way to every page: beside the page, and on a narrow screen behind a button above it. */
export function Navigation({ route, session, workspace, children }: Props) {
  const { path } = usePlace()
  const [open, setOpen] = useState(false)
  useEffect(() => setOpen(false), [path])
  return (
    <nav
      class={open ? 'sidebar open' : 'sidebar'}
      aria-label="Main"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        setOpen(false)
        event.currentTarget.querySelector<HTMLElement>('.menu-button')?.focus()
      }}
    >
      <div class="sidebar-head">
        <a class="brand" href="/">
          <img src="/icon.svg" alt="" width="28" height="28" /> Muster
        </a>
        <button
          type="button"
          class="menu-button"
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpen(!open)}
        >
          Menu
        </button>
      </div>
      <div class="sidebar-rest" id="menu">
        <a class="new" href="/">
          New conversation
        </a>
        {PLACES.map(({ href, label, pages }) => (
          <a key={href} href={href} aria-current={pages.includes(route.page) ? 'page' : undefined}>
            {label}
          </a>
        ))}
        {children}
        <footer>
          {workspace === undefined ? null : <Workspace view={workspace} />}
          {session === undefined ? null : (
            <p class="muted">
              {session.user.name}, {session.user.role}
              <button type="button" class="quiet" onClick={() => void signOut()}>
                Sign out
              </button>
            </p>
          )}
        </footer>
      </div>
    </nav>
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

import { useEffect, useState } from 'preact/hooks'
import { usePlace, useTitle } from '../shell/place.ts'
import type { Route } from '../shell/route.ts'
import { useAsked } from './ask-chat.ts'
import { Conversation, StoredThread } from './chat-page.tsx'
import { useTalk } from './use-talk.ts'

const WIDE = '(min-width: 1280px)'

interface Props {
  readonly route: Route
  /** Of the conversation that is the page. */
  readonly title: string | undefined
  /** An answer has ended. */
  onTurn(): void
}

/**
 * The conversation, always at hand: by itself on its own pages, beside every other page on a wide screen, and one tap
 * away on a narrow one. It is one and the same, so that an answer goes on while its reader looks at pages.
 */
export function ChatPane({ route, title, onTurn }: Props) {
  const { path, go } = usePlace()
  const { talk, name, startAnew } = useTalk(path, route)
  const [open, setOpen] = useState(() => matchMedia(WIDE).matches)
  const alone = route.page === 'new' || route.page === 'thread'
  const away = !alone && !open
  const heading = route.page === 'new' ? 'New conversation' : (title ?? 'Conversation')
  useTitle(alone ? heading : undefined)

  const asked = useAsked(() => {
    startAnew()
    show()
  })

  // What the chat leads to is looked at: on a narrow screen it would be covered.
  useEffect(() => {
    if (!matchMedia(WIDE).matches) setOpen(false)
  }, [path])

  useEffect(() => {
    const wide = matchMedia(WIDE)
    const follow = () => setOpen(wide.matches)
    wide.addEventListener('change', follow)
    return () => wide.removeEventListener('change', follow)
  }, [])

  const show = () => {
    setOpen(true)
    requestAnimationFrame(() => document.getElementById('message')?.focus())
  }
  const named = (threadId: string) => {
    name(threadId)
    if (location.pathname === '/') go(`/threads/${threadId}`, { replace: true })
  }

  return (
    <>
      {away ? (
        <button type="button" class="primary open-chat" onClick={show}>
          Chat
        </button>
      ) : null}
      <div
        class={alone ? 'talk alone' : 'talk beside'}
        id={alone ? 'page' : undefined}
        tabIndex={alone ? -1 : undefined}
        role={alone ? 'main' : 'complementary'}
        aria-label={alone ? undefined : 'Chat'}
        hidden={away}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !alone && !matchMedia(WIDE).matches) setOpen(false)
        }}
      >
        {alone ? null : (
          <div class="talk-head">
            <strong>Chat</strong>
            <button type="button" class="quiet" onClick={startAnew}>
              New
            </button>
            {talk.threadId === undefined ? null : (
              <a href={`/threads/${talk.threadId}`} class="muted">
                Full page
              </a>
            )}
            <button type="button" class="quiet" aria-label="Close the chat" onClick={() => setOpen(false)}>
              ✕
            </button>
          </div>
        )}
        {alone ? <h1 class="hidden">{heading}</h1> : null}
        {talk.stored === undefined ? (
          <Conversation key={talk.key} asked={asked} focus={alone} onTurn={onTurn} onThread={named} />
        ) : (
          <StoredThread key={talk.key} threadId={talk.stored} focus={alone} onTurn={onTurn} />
        )}
      </div>
    </>
  )
}

import { useEffect, useRef, useState } from 'preact/hooks'
import type { WorkspaceView } from '#http/api.ts'
import { type Home, HomeContext } from '../api/home.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Conversation, StoredThread } from '../chat/chat-page.tsx'
import { keepFocus } from './keep-focus.ts'

export interface PanelProps {
  readonly home: Home
  readonly mode: 'inline' | 'floating'
  /** Names the panel and its launcher. */
  readonly label: string
  readonly open: boolean
  /** The conversation to begin with, once there was one. */
  readonly threadId: string | undefined
  onOpen(open: boolean): void
  onReady(workspace: WorkspaceView): void
  onThread(threadId: string | undefined): void
}

/** The whole element: the chat in a page, or behind a launcher in its corner. */
export function Panel({ home, mode, label, open, threadId, onOpen, onReady, onThread }: PanelProps) {
  const frame = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const launcher = useRef<HTMLButtonElement>(null)
  const [model, setModel] = useState<string>()
  const floating = mode === 'floating'
  const shown = open || !floating
  const wasShown = useRef(shown)
  // Nothing is asked of anybody before somebody looks.
  const [seen, setSeen] = useState(shown)

  // Above everything, whatever the page stacks, clips or transforms.
  useEffect(() => {
    if (floating) frame.current?.showPopover()
  }, [floating])
  useEffect(() => {
    if (shown) setSeen(true)
    else if (wasShown.current) launcher.current?.focus()
    wasShown.current = shown
  }, [shown])

  const onKeyDown = (event: KeyboardEvent) => {
    // What is typed here is no shortcut of the page, which would take the target for the element.
    event.stopPropagation()
    if (!floating || !shown) return
    if (event.key === 'Escape') onOpen(false)
    else if (panel.current !== null) keepFocus(event, panel.current)
  }

  return (
    <HomeContext.Provider value={home}>
      <div
        ref={frame}
        class={`embed ${mode}`}
        data-model={model}
        popover={floating ? 'manual' : undefined}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => event.stopPropagation()}
      >
        <section
          ref={panel}
          id="panel"
          class="panel"
          role={floating ? 'dialog' : 'region'}
          aria-label={label}
          hidden={!shown}
        >
          {seen ? (
            <Talk
              label={label}
              focus={floating && shown}
              threadId={threadId}
              onClose={floating ? () => onOpen(false) : undefined}
              onThread={onThread}
              onReady={(workspace) => {
                setModel(workspace.model.id)
                onReady(workspace)
              }}
            />
          ) : null}
        </section>
        {floating ? (
          <button
            ref={launcher}
            type="button"
            class="primary launcher"
            aria-expanded={shown}
            aria-controls="panel"
            onClick={() => onOpen(!shown)}
          >
            {label}
          </button>
        ) : null}
      </div>
    </HomeContext.Provider>
  )
}

interface TalkProps extends Pick<PanelProps, 'label' | 'threadId' | 'onReady' | 'onThread'> {
  readonly focus: boolean
  readonly onClose: (() => void) | undefined
}

function Talk({ label, threadId, focus, onClose, onReady, onThread }: TalkProps) {
  const workspace = useLoad<WorkspaceView>('/api/workspace')
  const [talk, setTalk] = useState({ round: 0, stored: threadId })
  useEffect(() => {
    if (workspace.data !== undefined) onReady(workspace.data)
  }, [workspace.data])
  const startAnew = () => {
    onThread(undefined)
    setTalk(({ round }) => ({ round: round + 1, stored: undefined }))
  }
  return (
    <>
      <div class="panel-head">
        <strong>{label}</strong>
        <button type="button" class="quiet" onClick={startAnew}>
          New
        </button>
        {onClose === undefined ? null : (
          <button type="button" class="quiet" aria-label="Close" onClick={onClose}>
            ✕
          </button>
        )}
      </div>
      {workspace.error === undefined ? null : (
        <ProblemCard title={workspace.error.message} next={workspace.error.detail.next}>
          <button type="button" onClick={workspace.reload}>
            Try again
          </button>
        </ProblemCard>
      )}
      {talk.stored === undefined ? (
        <Conversation key={talk.round} focus={focus} onTurn={() => {}} onThread={onThread} />
      ) : (
        <StoredThread key={talk.round} threadId={talk.stored} focus={focus} onTurn={() => {}} />
      )}
    </>
  )
}

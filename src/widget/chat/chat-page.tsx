import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { MusterMessage } from '#chat/message.ts'
import type { ThreadView } from '#http/api.ts'
import { RequestError } from '../api/client.ts'
import { useHome } from '../api/home.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import type { Asked } from './ask-chat.ts'
import { Composer } from './composer.tsx'
import { Message } from './message.tsx'
import { Starters } from './starters.tsx'
import { brokeOff, ThreadChat } from './thread-chat.ts'

/** A stored thread, once its messages are here. */
export function StoredThread({
  threadId,
  focus,
  onTurn,
}: { threadId: string } & Pick<Props, 'focus' | 'onTurn'>) {
  const { data, error } = useLoad<ThreadView<MusterMessage>>(`/api/threads/${threadId}`)
  if (error !== undefined) {
    const choices = [{ label: 'Begin a new conversation', href: '/' }]
    return (
      <div class="messages">
        <ProblemCard title={error.message} next={error.detail.next} choices={choices} />
      </div>
    )
  }
  if (data === undefined || data.thread.id !== threadId) return <Loading />
  return <Conversation key={threadId} view={data} focus={focus} onTurn={onTurn} onThread={() => {}} />
}

interface Props {
  readonly view?: ThreadView<MusterMessage>
  /** Said at once, each only once. */
  readonly asked?: Asked | undefined
  /** The human comes to write: beside a page they come to read. */
  readonly focus: boolean
  /** An answer has ended: titles and counts elsewhere may be new. */
  onTurn(): void
  onThread(threadId: string): void
}

/** A conversation that is drawn anew does not ask again. */
const said = new WeakSet<Asked>()

export function Conversation({ view, asked, focus, onTurn, onThread }: Props) {
  const { client } = useHome()
  const [, redraw] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const chat = useMemo(
    () =>
      new ThreadChat({
        client,
        ...(view === undefined ? {} : { threadId: view.thread.id, version: view.thread.version }),
        messages: view?.messages ?? [],
        onChange: () => redraw((n) => n + 1),
        onThread,
      }),
    [client, view],
  )
  const answering = chat.status === 'submitted' || chat.status === 'streaming'

  useEffect(() => {
    if (view?.answering) void chat.resumeStream()
  }, [chat, view])
  useEffect(() => {
    if (!answering) onTurn()
  }, [answering])
  useEffect(() => {
    if (list.current !== null) showLast(list.current)
  }, [chat.messages, answering])

  const say = (text: string) => {
    void chat.sendMessage({ text })
    // What was clicked may be gone with the question. A finger would only be shown a keyboard that nobody asked for.
    if (matchMedia('(hover: hover)').matches) field.current?.focus()
  }
  useEffect(() => {
    if (asked !== undefined && !said.has(asked)) say(asked.text)
    if (asked !== undefined) said.add(asked)
  }, [asked])
  const failed = chat.error && problemOf(chat.error)
  const lastIndex = chat.messages.length - 1

  return (
    <div class="conversation">
      <div class="messages" ref={list} role="log" aria-live="polite" aria-busy={answering}>
        {chat.messages.length === 0 ? <Starters onPick={say} /> : null}
        {chat.messages.map((message, i) => (
          <Message key={message.id} message={message} last={i === lastIndex && !answering} onSay={say} />
        ))}
        {chat.status === 'submitted' ? <p class="thinking">Reading your request…</p> : null}
        {failed === undefined ? null : <ProblemCard title={failed.message} next={failed.next} />}
        {!answering && chat.messages.length > 0 ? (
          <button type="button" class="quiet again" onClick={() => void chat.askAgain()}>
            Ask again
          </button>
        ) : null}
      </div>
      <Composer
        field={field}
        focus={focus}
        answering={answering}
        onSend={say}
        onStop={() => void chat.stopAnswer()}
      />
    </div>
  )
}

/** The connection was lost in the middle of an answer; what it said by then is shown, and may not be all. */
const BROKEN_OFF = {
  message: 'The answer broke off before its end',
  next: 'Check that Muster is still running, then choose “Ask again”.',
}

function problemOf(error: Error): { readonly message: string; readonly next: string } {
  if (error instanceof RequestError) return error.detail
  return brokeOff(error) ? BROKEN_OFF : { message: error.message, next: 'Choose “Ask again”.' }
}

/** Room above what was asked last. */
const ABOVE = 12

/**
 * What was asked last stands at the top, so that its answer is read from its beginning. Only the list is scrolled: what
 * it stands in may be a page of somebody else.
 */
function showLast(list: HTMLElement): void {
  const asked = [...list.querySelectorAll<HTMLElement>('.from-human')].at(-1)
  if (asked !== undefined) list.scrollTo({ top: asked.offsetTop - list.offsetTop - ABOVE })
}

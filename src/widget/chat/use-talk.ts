import { useEffect, useRef, useState } from 'preact/hooks'
import type { Route } from '../shell/route.ts'

/** The conversation at hand: beside every page it stays what it is, until another one is opened. */
export interface Talk {
  /** Another key is another conversation. */
  readonly key: string
  /** The thread to load; a new conversation has none. */
  readonly stored: string | undefined
  /** The thread it is, once the server has named it. */
  readonly threadId: string | undefined
}

const fresh = (round: number): Talk => ({ key: `new ${round}`, stored: undefined, threadId: undefined })
const storedTalk = (id: string): Talk => ({ key: id, stored: id, threadId: id })

/** Follows the address: a thread's page opens that thread, the first page a new one, every other leaves it. */
export function useTalk(
  path: string,
  route: Route,
): { readonly talk: Talk; name(threadId: string): void; startAnew(): void } {
  const [talk, setTalk] = useState(() => (route.page === 'thread' ? storedTalk(route.id) : fresh(0)))
  const round = useRef(0)
  const before = useRef(path)

  useEffect(() => {
    const moved = before.current !== path
    before.current = path
    if (route.page === 'thread' && route.id !== talk.threadId) setTalk(storedTalk(route.id))
    if (route.page === 'new' && moved) setTalk(fresh(++round.current))
  }, [path])

  return {
    talk,
    // A new conversation keeps its view when the server names its thread.
    name: (threadId) => setTalk((now) => ({ ...now, threadId })),
    startAnew: () => setTalk(fresh(++round.current)),
  }
}

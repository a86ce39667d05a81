import { useEffect, useState } from 'preact/hooks'
import type { ApiError, GroupsLine, GroupsView } from '#http/api.ts'
import { errorOf, ownClient, RequestError } from '../../api/client.ts'

/** How far a search is, and what came of it. */
export interface Search {
  /** 0 to 1. */
  readonly done: number
  readonly found?: GroupsView
  readonly error?: ApiError
}

/** Looks for groups while there is something asked; ends the search once something else is, or the page is left. */
export function useGroups(asked: { readonly icp: string; readonly goal: string } | undefined): Search {
  const [search, setSearch] = useState<Search>({ done: 0 })
  const query = asked === undefined ? undefined : new URLSearchParams({ ...asked }).toString()
  useEffect(() => {
    setSearch({ done: 0 })
    if (query === undefined) return
    const leaving = new AbortController()
    follow(`/api/groups?${query}`, leaving.signal, (line) => {
      if ('done' in line) setSearch({ done: line.done })
      else setSearch({ done: 1, ...line })
    }).catch((error: unknown) => {
      if (error instanceof RequestError) setSearch({ done: 0, error: error.detail })
    })
    return () => leaving.abort()
  }, [query])
  return search
}

/** Hears each line of an answer as it arrives. */
async function follow(path: string, signal: AbortSignal, hear: (line: GroupsLine) => void): Promise<void> {
  const response = await ownClient.fetch(path, { signal })
  if (!response.ok || response.body === null) {
    throw new RequestError(response.status, errorOf(await response.text(), response.status))
  }
  let left = ''
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const lines = (left + value).split('\n')
    left = lines.pop() ?? ''
    for (const line of lines) if (line !== '') hear(JSON.parse(line))
  }
}

import { useEffect, useState } from 'preact/hooks'
import type { ApiError, GroupsLine, GroupsView } from '#http/api.ts'
import { RequestError } from '../../api/client.ts'
import { followLines } from '../../api/follow-lines.ts'

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
    followLines<GroupsLine>(`/api/groups?${query}`, leaving.signal, (line) => {
      if ('done' in line) setSearch({ done: line.done })
      else setSearch({ done: 1, ...line })
    }).catch((error: unknown) => {
      if (error instanceof RequestError) setSearch({ done: 0, error: error.detail })
    })
    return () => leaving.abort()
  }, [query])
  return search
}

import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'

/** Where the reader is: the page's path and its query, which holds what a table shows. */
export interface Place {
  readonly path: string
  readonly query: URLSearchParams
  /** `replace` leaves no step for the browser's back button. */
  go(to: string, options?: { readonly replace?: boolean }): void
}

/** Outside of the web app a page of ours is opened as any other is. */
export const PlaceContext = createContext<Place>({
  path: '/',
  query: new URLSearchParams(),
  go: (to) => location.assign(to),
})

export const usePlace = (): Place => useContext(PlaceContext)

/** Changes part of the query and leaves the rest: what becomes undefined goes. */
export function useQueryChange(): (
  changes: Readonly<Record<string, string | undefined>>,
  options?: { readonly replace?: boolean },
) => void {
  const { path, query, go } = usePlace()
  return (changes, options) => {
    const next = new URLSearchParams(query)
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === '') next.delete(name)
      else next.set(name, value)
    }
    go(next.size === 0 ? path : `${path}?${next}`, options)
  }
}

/** Names the page in the browser's tab and history, and to those who listen to it; not before its name is known. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return
    document.title = `${title} · Muster`
    dispatchEvent(new Event('muster:titled'))
  }, [title])
}

const here = (): string => location.pathname + location.search

/** The place itself: followed by links inside the app and the browser's back button, without reloading. */
export function useBrowserPlace(): Place {
  const [at, setAt] = useState(here)
  const go: Place['go'] = (to, { replace = false } = {}) => {
    if (to !== here()) history[replace ? 'replaceState' : 'pushState'](null, '', to)
    setAt(to)
  }
  useEffect(() => {
    const onPop = () => setAt(here())
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
        return
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link === null || link.origin !== location.origin || link.target !== '' || link.download !== '')
        return
      event.preventDefault()
      go(link.pathname + link.search)
    }
    addEventListener('popstate', onPop)
    document.addEventListener('click', onClick)
    return () => {
      removeEventListener('popstate', onPop)
      document.removeEventListener('click', onClick)
    }
  }, [])
  const { pathname, search } = new URL(at, location.origin)
  return { path: pathname, query: new URLSearchParams(search), go }
}

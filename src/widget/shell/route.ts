import { useEffect, useState } from 'preact/hooks'

export type Route =
  | { readonly page: 'new' }
  | { readonly page: 'thread'; readonly id: string }
  | { readonly page: 'segments' }
  | { readonly page: 'indicators' }
  | { readonly page: 'indicator'; readonly id: string }
  | { readonly page: 'proposals' }
  | { readonly page: 'proposal'; readonly id: string }

export function routeOf(path: string): Route {
  const [first, id] = path.split('/').filter(Boolean)
  if (first === 'threads' && id !== undefined) return { page: 'thread', id }
  if (first === 'proposals') return id === undefined ? { page: 'proposals' } : { page: 'proposal', id }
  if (first === 'indicators') return id === undefined ? { page: 'indicators' } : { page: 'indicator', id }
  if (first === 'segments') return { page: 'segments' }
  return { page: 'new' }
}

/** The page's path: followed by links inside the app and the browser's back button, without reloading. */
export function usePath(): [string, (path: string) => void] {
  const [path, setPath] = useState(location.pathname)
  const go = (next: string) => {
    if (next !== location.pathname) history.pushState(null, '', next)
    setPath(next)
  }
  useEffect(() => {
    const onPop = () => setPath(location.pathname)
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
        return
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link === null || link.origin !== location.origin || link.target !== '') return
      event.preventDefault()
      go(link.pathname)
    }
    addEventListener('popstate', onPop)
    document.addEventListener('click', onClick)
    return () => {
      removeEventListener('popstate', onPop)
      document.removeEventListener('click', onClick)
    }
  }, [])
  return [path, go]
}

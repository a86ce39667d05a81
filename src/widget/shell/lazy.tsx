import { type ComponentType, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from './loading.tsx'

/** A page whose code is fetched when it is first looked at, so that the chat is there at once. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  return function Lazy(props: P) {
    const [, arrive] = useState(false)
    // Tried again once, when the server is back: code that is gone for good stays gone.
    const [state, setState] = useState<'first' | 'failed' | 'again' | 'gone'>('first')
    const loading = state === 'first' || state === 'again'
    useEffect(() => {
      const again = () => setState((now) => (now === 'failed' ? 'again' : now))
      addEventListener('muster:back', again)
      return () => removeEventListener('muster:back', again)
    }, [])
    useEffect(() => {
      if (loaded !== undefined || !loading) return
      load().then(
        (component) => {
          loaded = component
          arrive(true)
        },
        () => {
          setState(state === 'first' ? 'failed' : 'gone')
          if (state === 'first') dispatchEvent(new Event('muster:unreachable'))
        },
      )
    }, [state])
    if (loaded !== undefined) return h(loaded, props)
    if (loading) return <Loading />
    return (
      <ProblemCard title="This page could not be loaded" next="Reload it; Muster may have been updated." />
    )
  }
}

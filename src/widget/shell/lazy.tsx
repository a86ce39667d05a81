import { type ComponentType, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from './loading.tsx'

/** A page whose code is fetched when it is first looked at, so that the chat is there at once. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  return function Lazy(props: P) {
    const [, arrive] = useState(false)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      if (loaded !== undefined) return
      load().then(
        (component) => {
          loaded = component
          arrive(true)
        },
        () => setFailed(true),
      )
    }, [])
    if (loaded !== undefined) return h(loaded, props)
    if (!failed) return <Loading />
    return (
      <ProblemCard title="This page could not be loaded" next="Reload it; Muster may have been updated." />
    )
  }
}

import { useEffect, useState } from 'preact/hooks'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import type { Editor } from './editor.tsx'

/** The editor, loaded once somebody builds by hand. */
export function LazyEditor({ from }: Parameters<typeof Editor>[0]) {
  const [Loaded, setLoaded] = useState<typeof Editor>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    import('./editor.tsx').then(
      (module) => setLoaded(() => module.Editor),
      () => setFailed(true),
    )
  }, [])
  if (failed)
    return <ProblemCard title="The editor could not be loaded" next="Reload the page to try again." />
  return Loaded === undefined ? <Loading /> : <Loaded from={from} />
}

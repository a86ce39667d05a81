import { useState } from 'preact/hooks'
import { lazy } from '../../shell/lazy.tsx'

const Panel = lazy(() => import('./discover-panel.tsx').then((m) => m.DiscoverPanel))

/** Where ICPs are looked for in outcomes; the looking begins when somebody asks for it. */
export function DiscoverCard() {
  const [of, setOf] = useState<'company' | 'customer'>()
  return (
    <section class="card wide" aria-labelledby="discover-title">
      <h2 id="discover-title">Discover</h2>
      <p class="muted">
        What do those that turned out well have in common? Muster compares them with the others and proposes
        whole ICPs, tested on records that were not looked at.
      </p>
      <div class="actions" role="group" aria-label="Discover ICPs">
        {(['company', 'customer'] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === of}
            onClick={() => setOf(each === of ? undefined : each)}
          >
            {each === 'company' ? 'Among companies' : 'Among customers'}
          </button>
        ))}
      </div>
      {of === undefined ? null : <Panel key={of} entity={of} />}
    </section>
  )
}

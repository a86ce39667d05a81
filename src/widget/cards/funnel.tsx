import type { Preview } from '#http/api.ts'
import { number, share } from '../api/format.ts'

/** What each condition leaves, from everybody down to the members. */
export function Funnel({ preview }: { preview: Preview }) {
  const steps = [{ words: 'all customers', alone: preview.total, left: preview.total }, ...preview.funnel]
  return (
    <>
      <ol class="funnel" aria-label="What each condition leaves">
        {steps.map((step, i) => (
          <li key={`${i} ${step.words}`}>
            <div class="funnel-words">
              <span>{step.words}</span>
              <span class="figure">
                {number(step.left)}
                {step.alone === step.left ? null : <span class="muted"> of {number(step.alone)}</span>}
              </span>
            </div>
            <svg
              class="bar"
              role="img"
              aria-label={share(step.left, preview.total)}
              preserveAspectRatio="none"
              viewBox="0 0 100 6"
            >
              <rect class="bar-all" width="100" height="6" />
              <rect class="bar-alone" width={width(step.alone, preview.total)} height="6" />
              <rect class="bar-left" width={width(step.left, preview.total)} height="6" />
            </svg>
          </li>
        ))}
      </ol>
      {preview.funnel.length < 2 ? null : (
        <ul class="legend">
          <li>
            <Swatch kind="left" /> left when all so far hold
          </li>
          <li>
            <Swatch kind="alone" /> of those who meet this condition alone
          </li>
        </ul>
      )}
    </>
  )
}

const Swatch = ({ kind }: { kind: 'left' | 'alone' }) => (
  <svg class="swatch" aria-hidden="true" viewBox="0 0 10 10">
    <rect class={`bar-${kind}`} width="10" height="10" />
  </svg>
)

/** Percent of the bar; a few people among many still show. */
const width = (part: number, whole: number): number =>
  part === 0 || whole === 0 ? 0 : Math.max(0.8, (100 * part) / whole)

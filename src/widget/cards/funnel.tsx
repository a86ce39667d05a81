import type { Preview } from '#http/api.ts'
import { number, share } from '../api/format.ts'

/** What each condition leaves, from everybody down to the members. */
export function Funnel({ preview }: { preview: Preview }) {
  const steps = [{ words: 'all customers', alone: preview.total, left: preview.total }, ...preview.funnel]
  return (
    <ol class="funnel" aria-label="What each condition leaves">
      {steps.map((step, i) => (
        <li key={`${i} ${step.words}`}>
          <div class="funnel-words">
            <span>{step.words}</span>
            <span class="figure" title={`${number(step.alone)} by this condition alone`}>
              {number(step.left)}
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
  )
}

/** Percent of the bar; a few people among many still show. */
const width = (part: number, whole: number): number =>
  part === 0 || whole === 0 ? 0 : Math.max(0.8, (100 * part) / whole)

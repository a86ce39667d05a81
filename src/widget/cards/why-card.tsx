import type { Why } from '#http/api.ts'
import { WhyTree } from './why-tree.tsx'

/** Why somebody is or is not in it: each condition with what there is instead, and what would change it. */
export function WhyCard({ why }: { why: Why }) {
  const { customer, holds, lines, nearest, next } = why
  const shown = [customer.name, customer.email].filter(Boolean).join(', ')
  return (
    <section class={`card why ${holds ? 'holds' : 'fails'}`} aria-label="Why">
      <header>
        <h2>
          <span dir="auto">{customer.id}</span> {holds ? 'is in it' : 'is not in it'}
        </h2>
        {shown === '' ? null : (
          <span class="muted" dir="auto">
            {shown}
          </span>
        )}
      </header>
      <WhyTree lines={lines} />
      {nearest.length === 0 ? null : (
        <p>
          <strong>Nearest way {holds ? 'out' : 'in'}:</strong>{' '}
          {nearest.map(({ words, miss }) => `${words}${miss === null ? '' : ` (${miss})`}`).join(' and ')}.
        </p>
      )}
      <p>
        <strong>With time alone:</strong>{' '}
        {next.at === null
          ? `${holds ? 'stays in' : 'stays out'} for the next ${next.days} days at least, if nothing happens.`
          : `${holds ? 'leaves' : 'enters'} on ${dayOf(next.at)} if nothing happens until then: ${next.because
              .map((one) => `${one.words} ${one.holds ? 'no longer holds' : 'holds from then on'}`)
              .join(' and ')}.`}
      </p>
      {next.heldStill ? (
        <p class="muted">
          Ranks, RFM scores and stored values are taken to stay as they are; what others do can change them
          sooner.
        </p>
      ) : null}
    </section>
  )
}

/** `2026-01-12T14:03:22+01:00` as the workspace's clock has it, whatever the zone of who reads. */
const dayOf = (zoned: string): string =>
  `${new Date(`${zoned.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })}, ${zoned.slice(11, 16)}`

import type { Why, WhyLine } from '#http/api.ts'

const JOINED = {
  all: 'All of these must hold',
  any: 'One of these must hold',
  none: 'None of these may hold',
} as const

/** Why somebody is or is not in it: each condition with what there is instead, and what would change it. */
export function WhyCard({ why }: { why: Why }) {
  const { customer, holds, lines, nearest, next } = why
  const shown = [customer.name, customer.email].filter(Boolean).join(', ')
  const [root] = treeOf(lines)
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
      {root === undefined ? null : (
        <ul class="why-tree">
          <Branch node={root} />
        </ul>
      )}
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

interface Node extends WhyLine {
  readonly parts: Node[]
}

function treeOf(lines: readonly WhyLine[]): readonly Node[] {
  const roots: Node[] = []
  const above: Node[] = []
  for (const line of lines) {
    const node: Node = { ...line, parts: [] }
    above.length = line.depth
    ;(above.at(-1)?.parts ?? roots).push(node)
    above.push(node)
  }
  return roots
}

function Branch({ node }: { node: Node }) {
  const group = node.parts.length > 0
  return (
    <li class={node.holds ? 'holds' : 'fails'}>
      <div class="why-line">
        <span class="why-mark" aria-hidden="true">
          {node.holds ? '✓' : '✗'}
        </span>
        <div>
          <span class="hidden">{node.holds ? 'Holds: ' : 'Does not hold: '}</span>
          {group && node.joined !== null ? <span class="muted">{JOINED[node.joined]}: </span> : null}
          <span class="words">{node.words}</span>
          {node.actual === null ? null : <div class="why-actual">In fact: {node.actual}</div>}
          {node.miss === null ? null : <div class="muted">Would turn with {node.miss}</div>}
        </div>
      </div>
      {group ? (
        <ul>
          {node.parts.map((part, i) => (
            <Branch key={`${i} ${part.words}`} node={part} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

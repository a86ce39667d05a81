import type { WhyLine } from '#http/api.ts'

const JOINED = {
  all: 'All of these must hold',
  any: 'One of these must hold',
  none: 'None of these may hold',
} as const

/** Criteria part by part: what holds, what there is instead, and what would turn it. */
export function WhyTree({ lines }: { lines: readonly WhyLine[] }) {
  return (
    <ul class="why-tree">
      {treeOf(lines).map((node, i) => (
        <Branch key={`${i} ${node.words}`} node={node} />
      ))}
    </ul>
  )
}

interface Node extends WhyLine {
  readonly parts: Node[]
}

/** The roots, each with its parts. */
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

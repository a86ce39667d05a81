import { useEffect, useRef, useState } from 'preact/hooks'
import type { IcpNode, PersonaNode, ProfileTree, ShownStanding } from '#http/api.ts'
import { members } from '../api/format.ts'
import { usePlace } from '../shell/place.ts'
import { keyInTree } from './key-in-tree.ts'
import { ScoreBars, spreadWords } from './score-bars.tsx'
import { noIcpPath, noPersonaPath, profilePath, STATUSES } from './words.ts'

interface Row {
  readonly key: string
  readonly href: string
  readonly name: string
  /** Null where the system manages it. */
  readonly code: string | null
  readonly status: PersonaNode['status'] | null
  readonly count: string
  readonly standing: ShownStanding | null
  /** Undefined where nothing can be inside. */
  readonly rows?: readonly Row[]
}

/** ICPs with their personas nested, “No persona fit” last in each, “No ICP fit” last of all. Keys go as in any tree. */
export function QualificationTree({ tree }: { tree: ProfileTree }) {
  const { go } = usePlace()
  const rows = [...tree.icps.map(icpRow), ...unfittedRows(tree)]
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(rows[0]?.key)
  // What was at hand may be gone.
  const known = new Set(rows.flatMap(({ key, rows: inside = [] }) => [key, ...inside.map((row) => row.key)]))
  const atHand = at !== undefined && known.has(at) ? at : rows[0]?.key
  const focusing = useRef(false)
  useEffect(() => {
    if (!focusing.current) return
    focusing.current = false
    list.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus()
  })

  const fold = (key: string, open: boolean) =>
    setFolded((before) => new Set(open ? [...before].filter((each) => each !== key) : [...before, key]))

  return (
    <ul
      class="tree wide"
      role="tree"
      aria-label="ICPs and personas"
      ref={list}
      onKeyDown={(event) => {
        const step = keyInTree(event.key, {
          rows: rows.map(({ key, rows: inside = [] }) => ({ key, inside: inside.map((row) => row.key) })),
          at: atHand,
          folded,
        })
        if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        if (step.do === 'open') {
          const row = rows.flatMap((each) => [each, ...(each.rows ?? [])]).find(({ key }) => key === step.key)
          if (row !== undefined) go(row.href)
          return
        }
        if (step.do !== 'go') fold(step.key, step.do === 'unfold')
        focusing.current = true
        setAt(step.key)
      }}
    >
      {rows.map((row, at) => [
        <Item
          key={row.key}
          row={row}
          place={{ level: 1, at: at + 1, of: rows.length }}
          atHand={row.key === atHand}
          open={row.rows === undefined ? undefined : !folded.has(row.key)}
          onFold={fold}
          onFocus={setAt}
        />,
        ...(folded.has(row.key) ? [] : (row.rows ?? [])).map((each, nth, { length }) => (
          <Item
            key={each.key}
            row={each}
            place={{ level: 2, at: nth + 1, of: length }}
            atHand={each.key === atHand}
            open={undefined}
            onFold={fold}
            onFocus={setAt}
          />
        )),
      ])}
    </ul>
  )
}

interface ItemProps {
  readonly row: Row
  /** Rows stand one below the other, also those that are inside of another: this says where they are. */
  readonly place: { readonly level: 1 | 2; readonly at: number; readonly of: number }
  readonly atHand: boolean
  /** Undefined where nothing can be inside. */
  readonly open: boolean | undefined
  onFold(key: string, open: boolean): void
  /** Keys go on from where somebody clicked. */
  onFocus(key: string): void
}

function Item({ row, place, atHand, open, onFold, onFocus }: ItemProps) {
  return (
    <li
      role="treeitem"
      aria-level={place.level}
      aria-posinset={place.at}
      aria-setsize={place.of}
      aria-expanded={open}
      tabIndex={atHand ? 0 : -1}
      class="tree-row"
      onFocusIn={() => onFocus(row.key)}
    >
      {open === undefined ? (
        <span class="tree-fold" />
      ) : (
        // The keys of the tree do the same.
        <button
          type="button"
          class="quiet tree-fold"
          tabIndex={-1}
          aria-hidden="true"
          onClick={() => onFold(row.key, !open)}
        >
          {open ? '▾' : '▸'}
        </button>
      )}
      <span class="tree-name">
        <a href={row.href} tabIndex={-1} dir="auto">
          {row.name}
        </a>{' '}
        {row.code === null ? null : <span class="id muted">{row.code}</span>}{' '}
        {row.status === null ? null : <span class={`state ${row.status}`}>{STATUSES[row.status]}</span>}
      </span>
      <span class="tree-bars">{row.standing === null ? null : <ScoreBars {...row.standing} />}</span>
      <span class="figure">
        {row.count}
        {row.standing === null ? null : <span class="hidden">, {spreadWords(row.standing)}</span>}
      </span>
    </li>
  )
}

const profileRow = ({ id, name, code, status, standing, entity }: PersonaNode): Row => ({
  key: id,
  href: profilePath(id),
  name,
  code,
  status,
  standing,
  count: standing === null ? 'scores nobody' : members(standing.records, entity),
})

const icpRow = (icp: IcpNode): Row => ({
  ...profileRow(icp),
  rows: [
    ...icp.personas.map(profileRow),
    ...(icp.noPersona === null
      ? []
      : [
          {
            key: `no-persona-${icp.id}`,
            href: noPersonaPath(icp.id),
            name: 'No persona fit',
            code: null,
            status: null,
            standing: null,
            count: members(icp.noPersona, icp.personaEntity),
          },
        ]),
  ],
})

/** One for each entity that ICPs are about, with the people of such companies beside it. */
function unfittedRows({ icps, scored }: ProfileTree): readonly Row[] {
  const asked = new Set(icps.filter(({ status }) => status === 'live').map(({ entity }) => entity))
  return scored
    .filter(({ entity }) => asked.has(entity))
    .map(({ entity, total, fitted }) => ({
      key: `no-icp-${entity}`,
      href: noIcpPath(entity),
      name: 'No ICP fit',
      code: null,
      status: null,
      standing: null,
      count: members(total - fitted, entity),
    }))
}

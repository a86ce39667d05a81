import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { isColumnTest } from './column-tests.ts'
import { people } from './fillers.ts'
import { wordAt } from './reading.ts'
import { passFillers, type Item, type State } from './sentence-state.ts'
import { group, type Leaf, type Node } from './tree.ts'

/**
 * "men and women in Paris", "Champions or Loyal Customers in Germany": what follows the last of several names of a
 * kind is said of all of them.
 */
export function shareRest(state: State, said: readonly Item[]): readonly Item[] {
  const items = said.map((item, i) => alternative(state, said[i - 1], item))
  const out: Item[] = []
  for (let i = 0; i < items.length; i++) {
    const run = runFrom(state, items, i)
    const merged = run === undefined ? undefined : mergedRun(run)
    if (merged === undefined) {
      const item = items[i]
      if (item !== undefined) out.push(item)
      continue
    }
    out.push(merged)
    i += (run?.length ?? 1) - 1
  }
  return out
}

/** "VP Sales / CMO": a slash between two names of a kind is "or". */
function alternative({ reading }: State, before: Item | undefined, item: Item): Item {
  if (item.joint?.op !== 'comma' || reading.tokens[item.joint.end - 1]?.word !== '/') return item
  const kind = kindOf(nameAlone(before))
  const [first] = item.node.kind === 'all' ? item.node.of : [item.node]
  const same = kind !== undefined && first?.kind === 'leaf' && isName(first) && kindOf(first) === kind
  return same ? { ...item, joint: { ...item.joint, op: 'or', level: 1 } } : item
}

/** Names alone, one after another, up to one with more behind it. */
function runFrom(state: State, items: readonly Item[], from: number): readonly Item[] | undefined {
  const kind = kindOf(nameAlone(items[from]))
  if (kind === undefined) return undefined
  for (let i = from + 1; i < items.length; i++) {
    const item = items[i]
    if (item?.joint === undefined || item.restricting || startsAnew(state, item)) return undefined
    // "(women) or (men in Paris)" says how far it reaches.
    if (wordAt(state.reading, item.from) === '(') return undefined
    if (item.joint.op === 'comma' ? item.joint.level > 2 : item.joint.level > 1) return undefined
    if (item.joint.op === 'except' || item.joint.op === 'unless') return undefined
    if (kindOf(nameAlone(item)) === kind) continue
    const [first, ...rest] = item.node.kind === 'all' && item.node.spoken === undefined ? item.node.of : []
    const said = first?.kind === 'leaf' && isName(first) ? first : undefined
    return kindOf(said) === kind && rest.length > 0 && item.joint.op !== 'comma'
      ? items.slice(from, i + 1)
      : undefined
  }
  return undefined
}

/** "… or customers in Italy who …" names other people. */
const startsAnew = (state: State, item: Item): boolean =>
  people(state.reading, passFillers(state, item.from)) >= 0

function mergedRun(run: readonly Item[]): Item | undefined {
  const [first] = run
  const last = run.at(-1)
  if (first === undefined || last?.joint === undefined || last.node.kind !== 'all') return undefined
  const [name, ...rest] = last.node.of
  if (name === undefined) return undefined
  const names = [...run.slice(0, -1).map((item) => item.node), name]
  // A spoken "and" between what nobody is at once is read as either of them when it is built.
  const together: Node =
    last.joint.op === 'or' ? group('any', names) : { kind: 'all', of: names, spoken: true }
  return { ...first, node: { kind: 'all', of: [together, ...rest] }, headed: first.headed, to: last.to }
}

function nameAlone(item: Item | undefined): Leaf | undefined {
  return item?.node.kind === 'leaf' && isName(item.node) ? item.node : undefined
}

/** A name, or a word for people of a kind: "men". */
const isName = ({ meaning: { nominal, people: named, criteria } }: Leaf): boolean =>
  nominal === true || (named === true && criteria !== undefined && isColumnTest(criteria))

/** What kind of name it is: a gender, a country, a segment of the RFM table. */
function kindOf(leaf: Leaf | undefined): string | undefined {
  const criteria = leaf?.meaning.criteria
  if (criteria === undefined) return undefined
  if (isJob(criteria)) return 'job'
  if (!isCondition(criteria)) return undefined
  return isColumnTest(criteria) ? `${criteria.type} ${criteria.field}` : criteria.type
}

/** "HR managers", "VPs", "CMOs": a level with or without a function, or a title. */
const isJob = (criteria: Criteria): boolean =>
  isCondition(criteria)
    ? criteria.type === 'person' && (criteria.field === 'seniority' || criteria.field === 'title')
    : 'all' in criteria && criteria.all.every((part) => isCondition(part) && part.type === 'person')

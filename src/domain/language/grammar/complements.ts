import { wordAt } from './reading.ts'
import { type Item, isDescribing, type State } from './sentence-state.ts'
import { group, type Node } from './tree.ts'

export type Joined = Item & { readonly op: 'and' | 'or' }

/**
 * "born in December and is a VIP or Champion", "who are VIP or wholesale and live in Texas": one verb says several
 * things by "or", so that they stand closer together than what has a verb of its own beside them.
 */
export function complementsOfOneVerb(state: State, items: readonly Joined[]): readonly Joined[] {
  const out: Joined[] = []
  for (let i = 0; i < items.length; i++) {
    const first = items[i]
    if (first === undefined) break
    const to = endOfComplements(state, items, i)
    const next = items[to]
    const clear =
      to > i + 1 && first.op === 'and' && (next === undefined || saysAnew(state, items[to - 1], next))
    if (!clear) {
      out.push(first)
      continue
    }
    const run = items.slice(i, to)
    out.push({
      ...first,
      node: group(
        'any',
        run.map(({ node }) => node),
      ),
      to: run.at(-1)?.to ?? first.to,
    })
    i = to - 1
  }
  return out
}

/** Behind the last of the names that the verb of the first of them says by "or". */
function endOfComplements(state: State, items: readonly Joined[], from: number): number {
  const first = items[from]
  if (first === undefined || !isName(first.node) || !hasBeing(state, items[from - 1], first)) return from
  let to = from + 1
  for (; to < items.length; to++) {
    const item = items[to]
    if (item?.op !== 'or' || item.joint?.level !== 1 || !isName(item.node)) break
    if (hasVerb(state, items[to - 1], item)) break
  }
  return to
}

const saysAnew = (state: State, before: Item | undefined, item: Joined): boolean =>
  item.op === 'and' && (!isName(item.node) || hasVerb(state, before, item))

const isName = (node: Node): boolean => node.kind === 'leaf' && isDescribing(node.meaning)

const BEING = /^(?:is|are|was|were|be|being|am|'s|'re|lives?|lived|living)$/
const VERB =
  /^(?:is|are|was|were|be|being|am|has|have|had|did|does?|lives?|lived|living|tagged|never|not|who|that|with)$/

const hasBeing = (state: State, before: Item | undefined, item: Item): boolean =>
  wordsOf(state, before, item).some((word) => BEING.test(word))

const hasVerb = (state: State, before: Item | undefined, item: Item): boolean =>
  wordsOf(state, before, item).some((word) => VERB.test(word))

/** The words of an item, with those that join it to what stands before it. */
function wordsOf({ reading }: State, before: Item | undefined, { from, to }: Item): string[] {
  const start = before?.to ?? Math.max(0, from - 2)
  return Array.from({ length: to - start }, (_, i) => wordAt(reading, start + i))
}

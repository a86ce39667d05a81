import { isCondition } from '../../criteria/node.ts'
import { question } from './meaning.ts'
import { said } from './reading.ts'
import type { Item, State } from './sentence-state.ts'
import { group, type Leaf, leavesIn, type Node, stretchOf } from './tree.ts'

const CONTRASTS = /^(?:but|yet|however|whereas|while|although|though|albeit)$/
const BESIDE = /^(?:,|-|;|and|also|not|they)$/

/**
 * "A but B, or C and D": where both sides of a loose "or" say several things, it is the outermost joint. Behind "but" a
 * single thing may be the other half of what "but" opened, or others altogether: that is asked. Answers undefined where
 * nothing of the kind was said.
 */
export function inSides(
  state: State,
  items: readonly Item[],
  resolve: (state: State, items: readonly Item[]) => Node,
): Node | undefined {
  const contrast = items.findIndex((_, i) => isContrast(state, items, i))
  const or = items.findIndex((item, i) => i > contrast && isLooseOr(item))
  if (contrast < 1 || or < 0) return undefined
  const ends = ({ joint }: Item, i: number) => joint?.level === 3 && !isContrast(state, items, i)
  const start = Math.max(0, items.slice(0, contrast).findLastIndex(ends))
  const past = items.findIndex((item, i) => i > or && ends(item, i))
  const behind = past < 0 ? [] : items.slice(past)
  if (behind[0]?.joint?.op === 'unless') return undefined
  const body = items.slice(start, past < 0 ? items.length : past)
  const sides = sidesOf(body)
  if (!sides.slice(1).every(isFull)) {
    askHowFar(
      state,
      body.slice(0, contrast - start),
      body.slice(contrast - start, or - start),
      body.slice(or - start),
    )
    return undefined
  }
  const node = group(
    'any',
    sides.map((side) => resolve(state, side)),
  )
  state.assumptions.push({
    says: 'The last “or” is read between all that stands before it and all that stands behind it.',
    ...stretchOf([node]),
  })
  const around = [items.slice(0, start), behind].map((part) =>
    part.length > 0 ? [resolve(state, part)] : [],
  )
  return group('all', [...(around[0] ?? []), node, ...(around[1] ?? [])], true)
}

/** "but", and "but not" without a comma: of the side that it stands in. */
function isContrast({ reading }: State, items: readonly Item[], i: number): boolean {
  const [before, item] = [items[i - 1], items[i]]
  if (before === undefined || item?.joint?.level !== 3) return false
  const words = reading.tokens.slice(before.to, item.joint.end).map(({ word }) => word)
  if (!words.some((word) => CONTRASTS.test(word))) return false
  if (!words.every((word) => CONTRASTS.test(word) || BESIDE.test(word))) return false
  return item.joint.op === 'and' || (item.joint.op === 'except' && words[0] !== ',')
}

const isLooseOr = ({ joint }: Item): boolean => joint?.op === 'or' && joint.level === 2

function sidesOf(body: readonly Item[]): readonly (readonly Item[])[] {
  const sides: Item[][] = []
  for (const item of body) {
    const last = sides.at(-1)
    if (last === undefined || isLooseOr(item)) sides.push([item])
    else last.push(item)
  }
  return sides
}

/** Says more than one thing. */
const isFull = (side: readonly Item[]): boolean => {
  const leaves = side.flatMap(({ node }) => leavesIn(node))
  return (
    leaves.length > 1 ||
    leaves.some(({ meaning: { criteria } }) => criteria !== undefined && 'all' in criteria)
  )
}

/** "ordered this year but spent under 100, or is on the list": is the last of them asked of those, or of others? */
function askHowFar(
  state: State,
  before: readonly Item[],
  opposed: readonly Item[],
  last: readonly Item[],
): void {
  const kinds = [...opposed, ...last].flatMap(({ node }) => leavesIn(node).map(kindOf))
  if (kinds.every((kind) => kind === kinds[0])) return
  const text = (items: readonly Item[]) => said(state.reading, items[0]?.from ?? 0, items.at(-1)?.to ?? 0)
  const [one, two, three] = [text(before), text(opposed), text(last)]
  const doubt = question(
    before[0]?.from ?? 0,
    last.at(-1)?.to ?? 0,
    `Is “${three}” another way for those who “${one}”, or are these other people?`,
    [
      ['for those people', `(${one}) and (${two} or ${three})`],
      ['other people', `(${one} and ${two}) or (${three})`],
    ],
  )
  state.doubts.push({ ...doubt, understood: true })
}

/** What is asked of people there; whatever they bought or spent is one thing. */
function kindOf({ meaning: { criteria } }: Leaf): string | undefined {
  const asked = criteria !== undefined && 'none' in criteria ? criteria.none[0] : criteria
  if (asked === undefined || !isCondition(asked)) return undefined
  return /^(?:orders|purchases|items|nth_order)$/.test(asked.type) ? 'bought' : asked.type
}

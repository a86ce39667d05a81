import type { ProductFilter } from '../../conditions/shared/filters.ts'
import { plainDeed, type PlainDeed } from './denied.ts'
import type { Reading } from './reading.ts'
import type { Item, State } from './sentence-state.ts'
import type { Leaf } from './tree.ts'

const OF_PRODUCTS: ReadonlySet<string> = new Set(['viewed_product', 'added_to_cart', 'reviewed'])
const OBJECT = /^(?:products?|items?|something|anything|things?|pages?|stuff|one|it|them|checkouts?|ones)$/

/** "carted and bought the Lamp", "viewed but not bought the Sofa": what is said behind the last is done to all of them. */
export function shareObjects(state: State, items: readonly Item[]): readonly Item[] {
  const out = [...items]
  for (let i = out.length - 2; i >= 0; i--) {
    const [item, next] = [out[i], out[i + 1]]
    if (item?.node.kind !== 'leaf' || next === undefined || !joins(state.reading, item, next)) continue
    const inside = next.node.kind === 'not' ? next.node.of : next.node
    const [first] = inside.kind === 'all' ? inside.of : [inside]
    const shared = first?.kind === 'leaf' ? withObjectOf(state.reading, item.node, first) : undefined
    if (shared !== undefined) out[i] = { ...item, node: shared }
  }
  return out
}

/** The same of "neither carted nor bought the Lamp". */
export function shareObject(reading: Reading, leaves: readonly Leaf[]): readonly Leaf[] {
  return leaves.reduceRight<readonly Leaf[]>((out, leaf) => {
    const [next] = out
    const shared = next === undefined ? undefined : withObjectOf(reading, leaf, next)
    return [shared ?? leaf, ...out]
  }, [])
}

/** Right behind it, with nothing but joining words between. */
const joins = (reading: Reading, item: Item, next: Item): boolean =>
  next.joint?.op !== 'comma' &&
  reading.tokens
    .slice(item.to, next.from)
    .every(({ word }) => /^(?:,|and|or|but|nor|not|then|yet)$/.test(word))

function withObjectOf(reading: Reading, leaf: Leaf, next: Leaf): Leaf | undefined {
  const [deed, other] = [plainDeed(leaf.meaning.criteria), plainDeed(next.meaning.criteria)]
  const product = other === undefined ? undefined : productOf(other)
  if (deed?.type !== 'events' || deed.where !== undefined || product === undefined) return undefined
  if (!deed.event.every((type) => OF_PRODUCTS.has(type)) || isWhole(deed)) return undefined
  if (reading.tokens.slice(leaf.from, leaf.to).some(({ word }) => OBJECT.test(word))) return undefined
  const criteria = { ...deed, where: { product } }
  const assumptions = [...leaf.meaning.assumptions, 'The product is read for each of them.']
  return { ...leaf, meaning: { ...leaf.meaning, criteria, assumptions } }
}

/** "reviewed in the last 90 days": a review needs no word for what it is of, and its time ends what is said of it. */
const isWhole = ({ event, within }: Extract<PlainDeed, { type: 'events' }>): boolean =>
  within !== undefined && event.includes('reviewed')

function productOf(deed: PlainDeed): ProductFilter | undefined {
  if (deed.type === 'purchases') return deed.except === undefined ? deed.of : undefined
  return deed.type === 'events' ? deed.where?.product : undefined
}

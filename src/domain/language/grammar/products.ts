import { refusedBehind } from './refused-behind.ts'
import { stem } from '../linking/stem.ts'
import { relative } from './fillers.ts'
import { placesBefore } from './look-back.ts'
import { type Doubt, question } from './meaning.ts'
import { phrase, skip } from './phrase.ts'
import { item, type ProductItem, type ProductTree } from './product-item.ts'
import { type Found, type Reading, remembered, said, wordAt } from './reading.ts'
import { shownEach, shownProducts } from './shown-products.ts'
import { window } from './window.ts'

export interface Products {
  readonly tree: ProductTree
  /** "but never Juice" */
  readonly not?: ProductTree
  /** "anything from Nike except socks": lines that don't count. */
  readonly except?: ProductTree
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

const lead = phrase(
  'for? any? product|products|item|items',
  'for? any product|products|item|items in|of|from|by',
  'anything|something|items|item|products|product|stuff|goods|things|everything|one|some|any|pieces',
  'anything|something|items|item|products|product|stuff|goods|things|one|some|any|pieces from|in|by|of|within|under',
  'anything|something|products made by',
  'anything|something|items|products|stuff from|in|by|of|within|under the|our|a category|brand|range|line?',
)

/** A product expression: `Tea and Coffee, or Cocoa, but never Juice`, `anything from Nike except socks`. */
export const products = remembered((reading: Reading, at: number): Found<Products> | undefined => {
  const list = productsAlone(reading, at)
  if (list === undefined || pronoun(reading, at) === list.end) return list
  const state = { assumptions: [...list.value.assumptions], doubts: [...list.value.doubts] }
  let end = list.end
  let not: ProductTree | undefined
  let except: ProductTree | undefined
  // "…, no Tea and no Coffee" denies each by itself: what is left out of none is not asked for.
  const denied = /^(?:no|without|nor)$/.test(wordAt(reading, at - 1)) && BEGINS.test(wordAt(reading, at - 2))
  for (;;) {
    const spared = afterWord(reading, end, exceptWord)
    const refused = spared === undefined && !denied ? afterWord(reading, end, butNot) : undefined
    const found = spared ?? refused
    // "a grinder but no beans after that" denies what came later, and not ever.
    if (refused !== undefined && isLater(reading, refused.end)) break
    if (found === undefined || (spared !== undefined && except !== undefined)) break
    if (spared !== undefined) except = found.value.tree
    // "but no Tea and no Juice": neither of them.
    else not = not === undefined ? found.value.tree : join('any', [not, found.value.tree])
    state.assumptions.push(...found.value.assumptions)
    state.doubts.push(...found.value.doubts)
    end = found.end
  }
  if (not !== undefined && window(reading, end) !== undefined) state.assumptions.push(TIME_OF_BOTH)
  return {
    value: {
      tree: list.value.tree,
      ...(not === undefined ? {} : { not }),
      ...(except === undefined ? {} : { except }),
      ...state,
    },
    end,
  }
})

const BEGINS = /^(?:|[,;.:]|and|but|or|yet|also)$/
const TIME_OF_BOTH = 'The time is read for what was bought, and for what was not.'

/** The same without what is left out of it. */
function productsAlone(reading: Reading, at: number): Found<Products> | undefined {
  const pointed = pronoun(reading, at)
  // "those who …" are people.
  const plain = pointed >= 0 && relative(reading, pointed) >= 0 ? -1 : pointed
  const said = Math.max(plain, nounAgain(reading, at))
  if (said >= 0) {
    const before = productsBefore(reading, at)
    return before && { value: { tree: before.tree, assumptions: [], doubts: before.doubts }, end: said }
  }
  const every = isShown(reading, at) ? -1 : everyOf(reading, at)
  const leadEnd = isShown(reading, at) ? -1 : Math.max(every, lead(reading, at))
  const list = productList(reading, leadEnd >= 0 ? leadEnd : at)
  if (list === undefined || list.value.tree.kind === 'one') return every >= 0 ? undefined : list
  const behind = everyBehind(reading, list.end)
  const end = behind >= 0 && !SAME_ORDER.test(wordAt(reading, behind)) ? behind : list.end
  return every >= 0 || end > list.end ? { value: { ...list.value, tree: allIn(list.value.tree) }, end } : list
}

const everyOf = phrase('all two|three|four|five|2|3|4|5 of', 'each|every one? of', 'all of')
const everyBehind = phrase(
  ',|-|( all two|three|four|five|2|3|4|5 of? them|these|those? )?',
  'all two|three|four|five|2|3|4|5 of? them|these|those?',
  ',|-|( all|both|each of them|these|those )?',
)
/** Behind these all of them may be meant to be in one order. */
const SAME_ORDER = /^(?:in|on|within|at|together)$/

/** Each of a list: "Tea, Coffee, Cocoa, all three". */
function allIn(tree: ProductTree): ProductTree {
  if (tree.kind === 'one') return tree
  return { kind: 'all', of: tree.of.map(allIn) }
}

const laterWord = phrase(
  'afterwards|afterward|later|subsequently|thereafter|since',
  'after that|this|it|wards',
  'since that|then',
  'later on',
  'after',
)
const isLater = (reading: Reading, at: number): boolean => {
  const end = laterWord(reading, at)
  return (
    end >= 0 && window(reading, at) === undefined && /^(?:|[.,;:!?)]|and|but|who)$/.test(wordAt(reading, end))
  )
}

const isShown = (reading: Reading, at: number): boolean =>
  (shownProducts(reading, at) ?? shownEach(reading, at)) !== undefined

const pronoun = phrase(
  'it|them|those|these',
  'on|of it|them|those|these',
  'that one|product',
  'the same product|products|thing|one',
  'any|one of it|them|those',
)

const thatWord = phrase('that|this|those|these', 'that|this very|same', 'the same?')

/** "that lamp" of the Aurora Lamp, "those socks" of Crew Socks: the last word of what was named before. */
function nounAgain(reading: Reading, at: number): number {
  const noun = thatWord(reading, at)
  const word = noun < 0 ? '' : wordAt(reading, noun)
  if (!/^\p{L}{3,}$/u.test(word) || reading.links.at(noun).length > 0) return -1
  const tree = productsBefore(reading, at)?.tree
  const label = tree?.kind === 'one' ? tree.label : ''
  const last = label.split(/\s+/u).at(-1)?.toLowerCase() ?? ''
  return stem(last) === stem(word) && label.includes(' ') ? noun + 1 : -1
}

/** The products named last before a token: what "it" means. */
export function productsBefore(reading: Reading, at: number): Products | undefined {
  let best: Found<Products> | undefined
  for (const i of placesBefore(at)) {
    const found = products(reading, i)
    if (found === undefined || found.end > at) continue
    if (best !== undefined && found.end !== best.end) break
    best = found
  }
  return best?.value
}

const exceptWord = phrase(
  ',? except for?',
  ',? excluding',
  ',? other than',
  ',? apart from',
  ',? besides',
  ',? aside from',
  ',? bar',
)

const butNot = phrase(
  ',? but|and|yet not|never|no',
  ',? but|and have|has|did not|never',
  ',? not',
  ',? but|and without|minus',
  ',? without',
  ',? and|but not|never any',
)

const article = phrase('any|a|an|the')

/** With a verb of its own, “but have not bought Juice in May”, it is a clause of its own. */
function afterWord(reading: Reading, at: number, word: ReturnType<typeof phrase>) {
  const opened = word(reading, at)
  if (opened < 0) return undefined
  return productList(reading, isShown(reading, opened) ? opened : skip(reading, opened, lead, article))
}

type Joint = 'and' | 'or' | ','

/** Where a product stands, and whether a comma is what stands before it. */
interface Place {
  readonly from: number
  readonly to: number
  readonly loose: boolean
}

const separator: readonly (readonly [Joint, ReturnType<typeof phrase>])[] = [
  ['or', phrase('or', ', or', '/', 'nor', ', nor', 'and / or', 'or else')],
  ['and', phrase('and', ', and', 'plus', 'as well as', 'and also', 'along with', 'together with')],
  [',', phrase(',')],
]

/** Items joined by commas, "and" and "or"; "and" binds tighter. */
function productList(reading: Reading, at: number): Found<ProductItem> | undefined {
  const first = item(reading, at)
  if (first === undefined) return undefined
  const items: ProductItem[] = [first.value]
  const joints: Joint[] = []
  /** Where each of them stands. */
  const places: Place[] = [{ from: at, to: first.end, loose: false }]
  let end = first.end
  for (;;) {
    const next = nextItem(reading, end)
    if (next === undefined) break
    items.push(next.value.item)
    joints.push(next.value.joint)
    places.push({
      from: next.value.from,
      to: next.end,
      loose: next.value.joint !== ',' && reading.tokens[end]?.word === ',',
    })
    end = next.end
  }
  // "Tea, Coffee or Cocoa": a comma joins as the next word does; with no word at all it is "or".
  const resolved = joints.map((joint, i) =>
    joint === ','
      ? (joints.slice(i).find((later) => later !== ',') ?? joints.find((one) => one !== ',') ?? 'or')
      : joint,
  )
  const trees = items.map((one) => one.tree)
  return {
    value: {
      tree: (joints.includes(',') ? undefined : apart(trees, joints, places)) ?? tight(trees, resolved),
      assumptions: items.flatMap((one) => one.assumptions),
      doubts: [...items.flatMap((one) => one.doubts), ...grouping(reading, joints, places)],
    },
    end,
  }
}

/** "and" binds tighter than "or". */
function tight(trees: readonly ProductTree[], joints: readonly Joint[]): ProductTree {
  const groups: ProductTree[][] = [[]]
  trees.forEach((tree, i) => {
    if (i > 0 && joints[i - 1] === 'or') groups.push([])
    groups.at(-1)?.push(tree)
  })
  return join(
    'any',
    groups.map((group) => join('all', group)),
  )
}

/** "Tea or Coffee, and Cocoa": a comma before a word that joins sets off what follows. */
function apart(
  trees: readonly ProductTree[],
  joints: readonly Joint[],
  places: readonly Place[],
): ProductTree | undefined {
  const loose = joints.flatMap((_, i) => (places[i + 1]?.loose === true ? [i] : []))
  const [cut, more] = loose
  if (cut === undefined || more !== undefined || joints[cut] === joints[cut - 1]) return undefined
  const sides = [
    tight(trees.slice(0, cut + 1), joints.slice(0, cut)),
    tight(trees.slice(cut + 1), joints.slice(cut + 1)),
  ]
  return join(joints[cut] === 'or' ? 'any' : 'all', sides)
}

/** "Tea or Coffee and Cocoa": where no comma tells, it is asked which belong together. */
function grouping(reading: Reading, joints: readonly Joint[], places: readonly Place[]): Doubt[] {
  const turn = joints.findIndex((joint, i) => i > 0 && joint !== joints[0])
  const [first, before, next] = [places[0], places[turn], places[turn + 1]]
  const last = places.at(-1)
  if (first === undefined || before === undefined || next === undefined || last === undefined) return []
  if (joints.includes(',') || places.some(({ loose }) => loose)) return []
  const text = (from: number, to: number) => said(reading, from, to)
  const head = `${text(first.from, before.to)}, ${text(before.to, last.to)}`
  const tail = `${text(first.from, before.from).replace(/ (?=\S+$)/u, ', ')} ${text(before.from, last.to)}`
  return [
    question(first.from, last.to, '“and” and “or” stand side by side here. Which belong together?', [
      [`(${text(first.from, before.to)}) ${text(before.to, last.to)}`, head],
      [`${text(first.from, before.from)} (${text(before.from, last.to)})`, tail],
    ]),
  ]
}

function join(kind: 'all' | 'any', trees: readonly ProductTree[]): ProductTree {
  const [only] = trees
  return trees.length === 1 && only !== undefined ? only : { kind, of: trees }
}

function nextItem(reading: Reading, at: number) {
  for (const [joint, words] of separator) {
    const opened = words(reading, at)
    const found = opened < 0 ? undefined : item(reading, opened)
    // "bought Tea, Skincare never"
    if (found !== undefined && refusedBehind(reading, found.end) >= 0) return undefined
    if (found !== undefined) return { value: { item: found.value, joint, from: opened }, end: found.end }
  }
  return undefined
}

import { isCondition } from '../../criteria/node.ts'
import type { Window } from '../../time/window.ts'
import { assumedBy } from './assumed.ts'
import { denied, isDenied, plainDeed, type PlainDeed } from './denied.ts'
import { comparison } from './comparison.ts'
import { filler } from './fillers.ts'
import { question } from './meaning.ts'
import { phrase } from './phrase.ts'
import { polarity } from './polarity.ts'
import { type Reading, said, wordAt } from './reading.ts'
import type { Item, State } from './sentence-state.ts'
import { firstLeaf, isBracketed, lastLeaf, replacedFirst, replacedLast } from './side-by-side.ts'
import { TIME_OF_EACH } from './timing.ts'
import type { Leaf } from './tree.ts'
import { window } from './window.ts'

const NEITHER = '“not … or …” is read as neither of them.'

/**
 * What is said once and meant for several: "not" in "haven’t bought or visited", and the time behind the last of
 * them. Only for deeds that are joined with no more than a word or a list's comma, and said alike.
 */
export function sayOnce(state: State, items: readonly Item[]): readonly Item[] {
  return timesForAll(state, denials(state, items))
}

/** "haven’t bought or visited": neither of them. */
function denials(state: State, items: readonly Item[]): readonly Item[] {
  const out: Item[] = []
  for (const [i, item] of items.entries()) {
    const before = out.at(-1)
    const first = before === undefined ? undefined : lastLeaf(before.node)
    const next = firstLeaf(item.node)
    const form = first === undefined ? undefined : formOfDenied(state.reading, first)
    if (before === undefined || first === undefined || next === undefined || form === undefined) {
      out.push(item)
      continue
    }
    const deed = plainDeed(next.meaning.criteria)
    if (
      !isTight(items, i) ||
      isBracketed(state.reading, first, next) ||
      !saidLike(state.reading, item.from, next, form)
    ) {
      out.push(item)
      continue
    }
    const or = joinsAlternatives(items, i)
    if (or && deed !== undefined && !isDenied(deed)) {
      const meaning = {
        ...next.meaning,
        criteria: denied(deed),
        assumptions: [...next.meaning.assumptions, NEITHER],
      }
      const node = replacedFirst(item.node, { ...next, meaning, deniedAs: form })
      out.push({
        ...item,
        node,
        ...(item.joint === undefined ? {} : { joint: { ...item.joint, op: 'and', level: 0 } }),
      })
      continue
    }
    // "haven’t bought and live in France" denies no place: where they live is nothing they did.
    const reaches = or || (deed !== undefined && isOpen(state.reading, first, next))
    if (reaches && (or || item.joint?.op === 'and')) askReach(state, first, next)
    out.push(item)
  }
  return out
}

/** "haven’t bought or spent less than 50", "haven’t bought and opened an e-mail": how far does "not" reach? */
function askReach(state: State, first: Leaf, next: Leaf): void {
  const { reading } = state
  const text = (from: number, to: number) => said(reading, from, to)
  const [a, b] = [text(first.from, first.to), text(next.from, next.to)]
  const joint = text(first.to, next.from)
  state.doubts.push(
    question(first.from, next.to, 'Is “not” meant for both?', [
      ['neither of them', `(${a}) and not those who ${b}`],
      ['only the first is denied', `(${a}) ${joint} (${b})`],
    ]),
  )
}

/** A deed without a time, "never" or "at any time" of its own, so that what follows may belong to it. */
function isOpen(reading: Reading, leaf: Leaf, next: Leaf): boolean {
  const deed = plainDeed(leaf.meaning.criteria)
  const words = reading.tokens.slice(leaf.from, next.from).map(({ word }) => word)
  const whenever = words.some((word, i) => EVER.test(word) || (word === 'any' && words[i + 1] === 'time'))
  return deed !== undefined && deed.within === undefined && !whenever
}
const EVER = /^(?:never|ever|anytime)$/

/** The time behind the last of several deeds, where they share "not", or are said as verbs alone. */
function timesForAll(state: State, items: readonly Item[]): readonly Item[] {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i--) {
    const [before, item] = [out[i - 1], out[i]]
    const first = before === undefined ? undefined : lastLeaf(before.node)
    const next = item === undefined ? undefined : firstLeaf(item.node)
    if (before === undefined || item === undefined || first === undefined || next === undefined) continue
    const time = timeOf(next)
    const noted = item.joint?.op === 'comma' && endsInNote(state.reading, next)
    const listed = noted || isTight(items, i) || isDeniedList(state.reading, items, i)
    if (time === undefined || !listed || isBracketed(state.reading, first, next)) continue
    if (!(noted ? sharesNote : sharesTime)(state.reading, first, next)) {
      if (isOpen(state.reading, first, next) && saidLike(state.reading, item.from, next, 'done')) {
        const text = said(state.reading, next.from, next.to)
        state.assumptions.push(
          ...assumedBy([`The time in “${text}” is read for that alone.`], next.from, next.to),
        )
      }
      continue
    }
    out[i - 1] = { ...before, node: replacedLast(before.node, withTime(first, time)) }
  }
  return out
}

export function shareTime(reading: Reading, leaves: readonly Leaf[]): readonly Leaf[] {
  const out = [...leaves]
  for (let i = out.length - 1; i > 0; i--) {
    const [first, next] = [out[i - 1], out[i]]
    const time = next === undefined ? undefined : timeOf(next)
    if (first === undefined || next === undefined || time === undefined || !isOpen(reading, first, next))
      continue
    out[i - 1] = withTime(first, time)
  }
  return out
}

/** Of a deed, or of an amount: "neither bought nor spent over 100 this year". */
function timeOf({ meaning: { criteria } }: Leaf): Window | undefined {
  if (criteria === undefined || !isCondition(criteria)) return undefined
  return 'within' in criteria ? criteria.within : undefined
}

function withTime(leaf: Leaf, within: Window): Leaf {
  const { meaning } = leaf
  const deed = plainDeed(meaning.criteria)
  if (deed === undefined) return leaf
  const criteria: PlainDeed = { ...deed, within }
  return {
    ...leaf,
    meaning: { ...meaning, criteria, assumptions: [...meaning.assumptions.filter(isOfTime), TIME_OF_EACH] },
  }
}

/** A sentence that a time makes untrue is left out. */
const isOfTime = (assumption: string): boolean => !assumption.includes('without a time')

function sharesTime(reading: Reading, first: Leaf, next: Leaf): boolean {
  const [a, b] = [plainDeed(first.meaning.criteria), plainDeed(next.meaning.criteria)]
  if (a === undefined || b === undefined || !isOpen(reading, first, next)) return false
  if (next.deniedAs !== undefined) return true
  const nouns = [first, next].every((leaf) => formOfDenied(reading, leaf) === 'noun')
  if (nouns) return true
  // "bought online and in store this year": no verb of its own, so that it goes on with the same deed.
  if (a.type === b.type && !isDenied(a) && !isDenied(b) && inWhichWay(reading, next.from) >= 0) return true
  // "opened an e-mail and bought this month": whether both happened then is asked.
  if (a.type === 'events' && b.type !== 'events' && !isDenied(a)) return false
  return isDenied(a) === isDenied(b) && isBare(a)
}

/** "Tea, no Coffee, last 6 months": a time behind a comma of its own, as notes have it. */
const endsInNote = (reading: Reading, { from, to }: Leaf): boolean =>
  reading.tokens
    .slice(from, to)
    .some(({ word }, i) => word === ',' && window(reading, from + i + 1)?.end === to)

/** It ends the whole note: what they did, and what they did not. */
function sharesNote(reading: Reading, first: Leaf, next: Leaf): boolean {
  const [a, b] = [plainDeed(first.meaning.criteria), plainDeed(next.meaning.criteria)]
  if (a === undefined || b === undefined || isDenied(a) || !isDenied(b)) return false
  return a.type === b.type && isOpen(reading, first, next)
}

const inWhichWay = phrase('in|on|at|via|through|from|by|with|online|offline|instore')

/** Nothing but the verb, and what it is always done to: "bought", "opened an e-mail". */
const isBare = (deed: PlainDeed): boolean => deed.type !== 'purchases' && deed.where === undefined

/** Joined by a word, or by a comma of a list that such a word ends. */
function isTight(items: readonly Item[], i: number): boolean {
  const joint = items[i]?.joint
  if (joint === undefined) return false
  if (joint.op !== 'comma') return joint.level < 2
  if (isList(items[i])) return true
  const later = items.slice(i + 1).find((one) => one.joint?.op !== 'comma')?.joint
  return later?.op === 'or' && later.level < 2
}

/** "no order, no visit and no e-mail opened in 120 days": a list of what there was none of. */
function isDeniedList(reading: Reading, items: readonly Item[], i: number): boolean {
  const next = items.findIndex(({ joint }, at) => at > i && joint?.op !== 'comma')
  const last = items[next]?.joint
  if (items[i]?.joint?.op !== 'comma' || last?.op !== 'and' || last.level > 1) return false
  return items.slice(i - 1, next + 1).every(({ node }) => {
    const only = node.kind === 'leaf' ? node : undefined
    return only !== undefined && formOfDenied(reading, only) === 'noun'
  })
}

/** "haven’t bought, visited or clicked": the last two were read as one. */
function isList(item: Item | undefined): boolean {
  const deed = item === undefined ? undefined : plainDeed(firstLeaf(item.node)?.meaning.criteria)
  return deed?.type === 'events' && deed.event.length > 1
}

function joinsAlternatives(items: readonly Item[], i: number): boolean {
  const joint = items[i]?.joint
  return joint?.op === 'or' || joint?.op === 'comma'
}

/** How a denied deed is said: "haven’t bought", "didn’t buy", "without buying", "no orders". */
type Form = 'done' | 'do' | 'doing' | 'noun'

const nothing = phrase('no|zero', 'without any|a|an', 'not a single')
const did = /^(?:did|do|does|to)$/

function formOfDenied(reading: Reading, leaf: Leaf): Form | undefined {
  if (leaf.deniedAs !== undefined) return leaf.deniedAs
  const deed = plainDeed(leaf.meaning.criteria)
  if (deed === undefined ? leaf.meaning.criteria === undefined : !isDenied(deed)) return undefined
  const { negative, end } = polarity(reading, leaf.from)
  const from = nothing(reading, end)
  if (from >= 0) return 'noun'
  if (!negative) return undefined
  const helping = reading.tokens.slice(leaf.from, end).map(({ word }) => word)
  if (helping.some((word) => did.test(word))) return 'do'
  if (helping.includes('without')) return wordAt(reading, end).endsWith('ing') ? 'doing' : 'noun'
  return 'done'
}

const past = /(?:ed|ought|nt|aced|ut|eft|ade|ad|ot|een)$/
const notAlike = /^(?:with|who|has|have|had|no|not|without|in|on|from|at|are|is|was|were|never|nothing)$/

/** Whether a deed is said by its verb (or noun) alone, in the form of the denied one before it. */
function saidLike(reading: Reading, from: number, leaf: Leaf, form: Form): boolean {
  for (let at = from; at < leaf.from; at++) if (filler(reading, at) !== at + 1) return false
  const { negative, end } = polarity(reading, leaf.from)
  const word = wordAt(reading, end)
  const helped = reading.tokens.slice(leaf.from, end).some((token) => notAlike.test(token.word))
  if (negative || helped || notAlike.test(word) || comparison(reading, end) !== undefined) return false
  switch (form) {
    case 'done':
      return past.test(word)
    case 'do':
      return !past.test(word) && !word.endsWith('ing')
    case 'doing':
      return word.endsWith('ing')
    case 'noun':
      return !past.test(word)
  }
}

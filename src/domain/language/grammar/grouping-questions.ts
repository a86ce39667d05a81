import { isCondition } from '../../criteria/node.ts'
import type { Window } from '../../time/window.ts'
import { windowWords } from '../../time/words.ts'
import { assumedBy } from './assumed.ts'
import { isDeed } from './deeds-apart.ts'
import { type Doubt, question } from './meaning.ts'
import { said, wordAt } from './reading.ts'
import type { Item, State } from './sentence-state.ts'
import { isBracketed } from './side-by-side.ts'
import { leavesIn, type Node, stretchOf } from './tree.ts'

/** "visited the site but didn’t buy in the last 30 days": is the time meant for both? */
export function askTimeOfBoth(state: State, nodes: readonly Node[]): void {
  for (const [i, node] of nodes.entries()) {
    const next = nodes[i + 1]
    if (node.kind !== 'leaf' || next?.kind !== 'leaf' || next.from - node.to > 2) continue
    const [before, after] = [node.meaning.criteria, next.meaning.criteria]
    if (before === undefined || after === undefined || !('type' in before) || !('type' in after)) continue
    if (before.type !== 'events' || before.within !== undefined || isBracketed(state.reading, node, next))
      continue
    if ((after.type !== 'orders' && after.type !== 'purchases') || after.within === undefined) continue
    // "haven’t bought in 90 days" speaks for itself.
    if (/^(?:have|has)$/.test(state.reading.tokens[next.from]?.word ?? '')) continue
    const text = (from: number, to: number) => said(state.reading, from, to)
    const time = windowWords(after.within)
    // A campaign had its own time, and “since” begins where something ended: it is the time of what stands before it.
    if (before.where?.campaign !== undefined || isSince(after.within)) {
      const says = `“${time}” is read for “${text(next.from, next.to)}” alone.`
      state.assumptions.push(...assumedBy([says], next.from, next.to))
      continue
    }
    const rest = `${text(node.to, next.from)} ${text(next.from, next.to)}`
    state.doubts.push(
      question(node.from, next.to, `Is “${time}” meant for both?`, [
        [`both ${time}`, `${text(node.from, node.to)} ${time} ${rest}`],
        ['the first at any time', `${text(next.from, next.to)} and ${text(node.from, node.to)}`],
      ]),
    )
  }
}

const isSince = (window: Window): boolean =>
  window.kind === 'dates' && window.to === undefined && window.before === undefined

const isOnce = ({ op, value }: { readonly op?: string | undefined; readonly value?: unknown }): boolean =>
  op === undefined || (op === '>=' && value === 1)

/** What somebody did once at least: no number of it says that it is a condition of its own. */
function isPlainDeed({ node }: Item): boolean {
  const criteria = node.kind === 'leaf' ? node.meaning.criteria : undefined
  if (criteria === undefined || !isCondition(criteria)) return false
  if (criteria.type === 'purchases') return true
  if (criteria.type === 'orders') return criteria.measure === 'count' && isOnce(criteria)
  return criteria.type === 'events' && isOnce(criteria)
}

/** “Ordered in May, visited or clicked” says a time of the first alone. */
const isTimed = ({ node }: Item): boolean =>
  node.kind === 'leaf' && node.meaning.criteria !== undefined && 'within' in node.meaning.criteria

/**
 * "visited the site, bought Tea or opened an e-mail": three deeds of which any is enough, or the first and one of the
 * others?
 */
export function askListOfDeeds(state: State, items: readonly Item[]): void {
  const last = items.at(-1)
  const commas = items.slice(1, -1)
  if (last?.joint?.op !== 'or' || last.joint.level !== 1 || commas.length === 0) return
  if (!commas.every(({ joint }) => joint?.op === 'comma') || !items.every(isPlainDeed)) return
  const [first = last] = items
  if (isTimed(first)) return
  const each = items.map(({ node }) => stretchOf([node])).map(({ from, to }) => said(state.reading, from, to))
  const [one = '', ...more] = each
  const doubt = question(first.from, last.to, 'Is any one of these enough, or is the first asked of all?', [
    ['any one of them', each.join(' or ')],
    ['the first, and one of the others', `${one} and (${more.join(' or ')})`],
  ])
  state.doubts.push({ ...doubt, understood: true })
}

export function askGrouping(state: State, items: readonly (Item & { readonly op: 'and' | 'or' })[]): void {
  const [first] = items
  const last = items.at(-1)
  if (first === undefined || last === undefined) return
  const text = (from: number, to: number) => said(state.reading, from, to)
  const turn = items.findIndex((item, i) => i > 0 && item.op !== items[1]?.op)
  const middle = items[turn]
  if (middle === undefined) return
  const before = items[turn - 1]
  const head = text(first.from, before?.to ?? middle.from - 1)
  const word = middle.op
  const tail = text(middle.from, last.to)
  const headLast = before === undefined ? head : text(first.from, items[turn - 2]?.to ?? before.from - 1)
  const joinedLast = before === undefined ? tail : `(${text(before.from, last.to)})`
  state.doubts.push(
    question(first.from, last.to, '“and” and “or” stand side by side here. Which belong together?', [
      [`(${head}) ${word} ${tail}`, `(${head}) ${word} ${tail}`],
      [
        `${headLast} ${items[1]?.op ?? 'or'} ${joinedLast}`,
        `${headLast} ${items[1]?.op ?? 'or'} ${joinedLast}`,
      ],
    ]),
  )
}

/**
 * "either live in France or ordered once but not lately": what is said behind a deed that stands last in a choice may be
 * said of that deed alone, or of everybody. After a comma, and where all of them did something, it is said of everybody.
 */
export function askOfLast(state: State, choice: readonly Item[], behind: readonly Item[]): void {
  const { reading } = state
  const [first, last, next, end] = [choice[0], choice.at(-1), behind[0], behind.at(-1)]
  if (first === undefined || last === undefined || next === undefined || end === undefined) return
  // “CFOs and finance VPs if they have 8 years”
  const jobs =
    /^(?:if|provided)$/.test(wordAt(reading, last.to)) &&
    choice.every(({ node }) => node.kind === 'leaf' && node.meaning.job !== undefined)
  if (choice.length < 2 || !choice.slice(1).every(({ joint }) => joint?.op === 'or' || jobs)) return
  const begins = leavesIn(first.node)[0]?.from ?? first.from
  if (!jobs && !reading.tokens.slice(first.from, begins).some(({ word }) => word === 'either')) return
  const [other, own, rest] = [first, last, next].map(({ node }) => sortOf(node))
  if (!jobs && (wordAt(reading, last.to) === ',' || own !== rest || other === own)) return
  const text = (from: number, to: number) => said(reading, from, to)
  const [before, alone, more] = [text(begins, last.from), text(last.from, last.to), text(last.to, end.to)]
  const says = `Is “${more}” meant for all of them, or for “${alone}” alone?`
  const doubt = question(first.from, end.to, says, [
    ['for all of them', `(${before} ${alone}) and (${text(next.from, end.to)})`],
    [`for “${alone}” alone`, `${before} (${alone} ${more})`],
  ])
  state.doubts.push({ ...doubt, understood: true })
}

/** Something that was done, or what else is asked of people. */
function sortOf(node: Node): string | undefined {
  const sorts = leavesIn(node).map(({ meaning }) => {
    const { criteria } = meaning
    if (isDeed(meaning)) return 'deed'
    const condition = criteria !== undefined && 'none' in criteria ? criteria.none[0] : criteria
    return condition !== undefined && 'type' in condition ? condition.type : 'group'
  })
  return sorts.every((sort) => sort === sorts[0]) ? sorts[0] : undefined
}

interface Part {
  readonly items: readonly Item[]
}

/** "A, or B, in France": is what stands last said of both, or of the last of them? */
export function askReach(state: State, branches: readonly (readonly Part[])[], last: readonly Part[]): void {
  const text = (parts: readonly Part[]) => {
    const items = parts.flatMap((part) => part.items)
    return said(state.reading, items[0]?.from ?? 0, items.at(-1)?.to ?? 0)
  }
  const [one, ...rest] = last
  const before = branches.slice(0, -1).map(text)
  const from = branches[0]?.[0]?.items[0]?.from ?? 0
  const to = last.at(-1)?.items.at(-1)?.to ?? from
  if (one === undefined || rest.length === 0) return
  const both = [...before, text([one])].map((part) => `(${part})`).join(' or ')
  state.doubts.push(
    question(from, to, `Is “${text(rest)}” meant for all of them, or for the last alone?`, [
      ['for all of them', `(${both}) and (${text(rest)})`],
      ['for the last alone', `(${before.join(') or (')}) or (${text([one])} and (${text(rest)}))`],
    ]),
  )
}

/** "VIPs and wholesale customers": those who are both, or all of either kind? */
export function askInAllOrAny(state: State, items: readonly Item[]): void {
  const [first] = items
  const last = items.at(-1)
  if (first === undefined || last === undefined) return
  const names = items.map((item) => said(state.reading, item.from, item.to))
  state.doubts.push(inAllOrAny(first.from, last.to, names))
}

/** Asks in which of several groups people have to be; each is named in words that are read by themselves. */
export function inAllOrAny(from: number, to: number, names: readonly string[]): Doubt {
  const groups = names.map((name) => `(${name})`)
  return question(from, to, 'People in all of these groups, or in any of them?', [
    ['in all of them', groups.join('; ')],
    ['in any of them', groups.join(' or ')],
  ])
}

/** "…, not in France or bought Tea": how far does the denial reach? */
export function askExcept(state: State, items: readonly Item[]): void {
  const [first, second] = items
  const last = items.at(-1)
  if (first === undefined || second === undefined || last === undefined) return
  const text = (from: number, to: number) => said(state.reading, from, to)
  const [denied, rest] = [text(first.from, first.to), text(second.from, last.to)]
  const joint = text(first.to, second.from)
  state.doubts.push(
    question(first.from, last.to, `Is “${rest}” left out too, or are they in as well?`, [
      ['left out too', `(${denied} ${joint} ${rest})`],
      ['they are in as well', `(${denied}) or (${rest})`],
    ]),
  )
}

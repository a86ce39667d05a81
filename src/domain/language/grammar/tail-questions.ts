import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { leavesOf } from '../../criteria/walk.ts'
import type { Condition } from '../../conditions/index.ts'
import { isDeed } from './deeds-apart.ts'
import { question } from './meaning.ts'
import { said, wordAt } from './reading.ts'
import type { Item, State } from './sentence-state.ts'
import { isBracketed } from './side-by-side.ts'
import { group, type Leaf, leavesIn, type Node } from './tree.ts'

/**
 * "women or VIPs in France": are only the VIPs in France, or both? Names of one kind ("men or women in Paris") share
 * what follows, and a place of their own ("French women or VIPs in Germany") tells them apart.
 */
export function askTail(state: State, items: readonly Item[]): void {
  const last = items.at(-1)
  askAge(state, items)
  const before = items.slice(0, -1)
  const [first] = before
  if (first === undefined || last?.node.kind !== 'all' || last.node.spoken === true) return
  const [name, ...tail] = last.node.of
  const [next] = tail
  if (name?.kind !== 'leaf' || !isNamed(name) || next === undefined || last.from !== name.from) return
  if (
    !before.every(
      ({ node, headed, from }) =>
        isAlone(node) && (!headed || saysKind(node) || leavesIn(node)[0]?.from === from),
    )
  )
    return
  if (items.slice(1).some(({ joint }) => joint?.level !== 1 && joint?.level !== 0)) return
  const begins = leavesIn(next)[0]?.from ?? last.to
  const tailFrom = begins - (PRONOUN.test(wordAt(state.reading, begins - 1)) ? 1 : 0)
  if (leavesIn(last.node).some((leaf) => isBracketed(state.reading, name, leaf))) return
  const about = subjects(tail)
  if (subjects(before.map(({ node }) => node)).some((one) => about.includes(one))) return
  const text = (from: number, to: number) => said(state.reading, from, to)
  const [head, each] = [text(first.from, name.from), text(name.from, tailFrom)]
  const rest = text(tailFrom, last.to)
  const others = text(first.from, before.at(-1)?.to ?? first.to)
  const says = `Is “${rest}” meant for all of them, or for “${each}” alone?`
  const doubt = question(first.from, last.to, says, [
    ['for all of them', `(${head} ${each}) and (${rest})`],
    [`for “${each}” alone`, `(${others}) or (${each} and (${rest}))`],
  ])
  state.doubts.push({ ...doubt, understood: true })
}

/**
 * "customers with an open or a click who live in France": "who" goes on about people, and the deed before it names
 * none, so that what follows is said of all of them.
 */
export function saidOfAll(state: State, items: readonly Item[]): Node | undefined {
  const last = items.at(-1)
  if (last?.node.kind !== 'all' || last.node.spoken === true || last.headed) return undefined
  const [deed, ...tail] = last.node.of
  const [next] = tail
  if (deed?.kind !== 'leaf' || next === undefined) return undefined
  if (!isDeed(deed.meaning) && !DESCRIBES.test(wordAt(state.reading, last.from))) return undefined
  if (last.from !== deed.from && wordAt(state.reading, last.from) === '(') return undefined
  const begins = leavesIn(next)[0]?.from ?? last.to
  let pronoun = begins - 1
  while (pronoun > deed.to && HELPS.test(wordAt(state.reading, pronoun))) pronoun--
  if (!/^(?:who|that)$/.test(wordAt(state.reading, pronoun)) || pronoun !== deed.to) return undefined
  const before = items.slice(0, -1).map(({ node }) => node)
  return group('all', [group('any', [...before, deed]), ...tail], true)
}

const HELPS = /^(?:also|both|all|are|is|were|was|have|has|had)$/
/** Words that describe people without naming them: “in Paris or tagged vip who …”. */
const DESCRIBES = /^(?:in|from|at|on|with|without|tagged|living|based|located|subscribed)$/

/** "women or men over 50": an age that is read with the last of them. */
function askAge(state: State, items: readonly Item[]): void {
  const [first, last, more] = items
  if (first?.node.kind !== 'leaf' || last?.node.kind !== 'leaf' || more !== undefined) return
  const { from, to, bracketed, meaning } = last.node
  const aged = meaning.criteria
  const [gender, age] = aged !== undefined && 'all' in aged ? aged.all.map(subjectsIn).flat() : []
  const before = first.node.meaning.criteria
  if (bracketed === true || age === undefined || before === undefined || !isCondition(before)) return
  if (gender !== aboutOf(before) || last.joint?.level !== 1) return
  const text = (start: number, end: number) => said(state.reading, start, end)
  const [one, other, rest] = [text(first.from, first.to), text(from, to), text(from + 1, to)]
  const doubt = question(first.from, to, `Is “${rest}” meant for all of them?`, [
    ['for all of them', `${one} ${rest} or ${other}`],
    [`for “${text(from, from + 1)}” alone`, `${other} or ${one}`],
  ])
  state.doubts.push({ ...doubt, understood: true })
}

const PRONOUN = /^(?:who|that|which|whose|having)$/
const isAlone = (node: Node): boolean => node.kind === 'leaf' && isNamed(node)
const isNamed = ({ meaning }: Leaf): boolean => meaning.nominal === true || meaning.people === true
/** "customers" alone heads a group of its own; "women" and "Tea buyers" say what they are. */
const saysKind = (node: Node): boolean => node.kind === 'leaf' && node.meaning.people === true

const subjects = (nodes: readonly Node[]): readonly string[] =>
  nodes
    .flatMap(leavesIn)
    .flatMap(({ meaning: { criteria } }) => (criteria === undefined ? [] : subjectsIn(criteria)))

const subjectsIn = (criteria: Criteria): readonly string[] =>
  isCondition(criteria) ? [aboutOf(criteria)] : leavesOf(criteria).map(({ condition }) => aboutOf(condition))

/** Places are of one kind: somebody's country tells where their city is. */
const aboutOf = (condition: Condition): string => {
  const field = 'field' in condition ? condition.field : ''
  return `${condition.type} ${/^(?:country|region|city)$/.test(field) ? 'place' : field}`
}

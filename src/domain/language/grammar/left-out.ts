import type { Criteria } from '../../criteria/schema.ts'
import { people } from './fillers.ts'
import type { Joint } from './joints.ts'
import { question } from './meaning.ts'
import { said, wordAt } from './reading.ts'
import { passFillers, SAYS, type State } from './sentence-state.ts'
import { type Leaf, type Node, stretchOf } from './tree.ts'

/** "except Americans and anyone who …": new people behind a plain "and" or "or" are left out as well. */
export function leavesOutMore({ reading }: State, { op, level, end }: Joint): boolean {
  const word = reading.tokens[end]?.word ?? ''
  if (/^(?:anyone|anybody|whoever|anything)$/.test(word)) return true
  const plain = op !== 'comma' && level < 2
  return plain && /^(?:everyone|everybody|people|those|customers|shoppers)$/.test(word)
}

/**
 * "everyone except staff, people in the UK, anyone who …": where nothing else is said of whoever is asked for, new
 * people behind a comma are one more group that is left out.
 */
export function listsMore(state: State, { op, end }: Joint, from: number): boolean {
  const { reading, at, marks } = state
  if (op !== 'comma' && wordAt(reading, at) !== ';') return false
  const next = passFillers(state, end)
  const named = people(reading, next) >= 0 && wordAt(reading, next) !== 'all'
  const described = marks.slice(0, from).some((one) => one?.as === 'condition' && one.meaning !== SAYS.except)
  return named && !described && state.leftovers.length === 0 && !isOnly(state, end)
}

/** That a list is left out as a whole. */
export function stateList({ reading, assumptions }: State, from: number, to: number): void {
  const start = /^[:-]$/.test(wordAt(reading, from)) ? from + 1 : from
  const says = `All of “${said(reading, start, to)}” are left out.`
  assumptions.push({ says, from: start, to })
}

const SOMEBODY =
  /^(?:people|those|anyone|anybody|everyone|everybody|whoever|customers?|shoppers?|ones?|nobody|noone)$/
const EVERYBODY = /^(?:everyone|everybody|all|anyone|anybody)$/

/** "except people in …", "excluding anyone with …", "everyone but …": people are named, by the joint or beside it. */
export const namesSomebody = ({ reading, at }: State): boolean =>
  SOMEBODY.test(wordAt(reading, at - 1)) ||
  EVERYBODY.test(wordAt(reading, at - 2)) ||
  people(reading, at) >= 0

/**
 * "except people in France or with 2 orders": whoever meets the one or the other is left out. Behind "and" or "but"
 * it is asked whether that is said of those who are left out, or of everybody else.
 */
export function goesOn(state: State, joint: Joint, from: number): boolean {
  const { reading, at } = state
  const word = wordAt(reading, at)
  if (joint.op === 'or' && joint.level < 2) return true
  if (!/^(?:and|but)$/.test(word) || wordAt(reading, joint.end - 1) === 'only') return false
  const next = state.unit(reading, passFillers(state, joint.end))
  if (next === undefined || joint.op !== 'and') return false
  const [before, behind] = [said(reading, from, at), said(reading, at + 1, next.end)]
  state.doubts.push(
    question(from, next.end, `Is “${behind}” said of those who are left out, or of everybody else?`, [
      ['left out are those who meet both', `(${before} ${word} ${behind})`],
      ['said of everybody else', `(${before}), and (${behind})`],
    ]),
  )
  return false
}

/** "exclude agencies, US only": those alone are asked for, and not left out. */
export function isOnly({ reading, end }: State, from: number): boolean {
  let at = from
  while (at < end && !/^[,.;]$/.test(reading.tokens[at]?.word ?? '')) at++
  return reading.tokens[at - 1]?.word === 'only'
}

/** "HubSpot but not Salesforce in Germany": is the place said of those who are left out, or of everybody else? */
export function askReachOfDenial({ reading, doubts }: State, node: Node): void {
  const [first, next] = node.kind === 'all' && node.spoken === undefined ? node.of : []
  if (first?.kind !== 'leaf' || next?.kind !== 'leaf' || wordAt(reading, first.from - 1) === '(') return
  const clause = /^(?:who|that)$/.test(wordAt(reading, first.to))
  const named = first.meaning.nominal === true || first.meaning.people === true
  if (!named && !isAccountTest(first) && !(clause && isAttribute(first))) return
  const to = stretchOf([node]).to
  const [before, behind] = [said(reading, first.from, first.to), said(reading, first.to, to)]
  const says = `Is “${behind}” said of those who are left out, or of everybody else?`
  const doubt = question(first.from, to, says, [
    ['left out are those who meet both', `(${before} ${behind})`],
    ['said of everybody else', `(${before}), and (${behind})`],
  ])
  doubts.push({ ...doubt, understood: true })
}

/** "except wholesale and staff who ordered twice": is "who" said of the last, of both, or of everybody else? */
export function askOfSeveral({ reading, doubts }: State, nodes: readonly Node[], from: number): void {
  const last = nodes.at(-1)
  const [name, next] = last?.kind === 'all' && last.spoken === undefined ? last.of : []
  if (last === undefined || name?.kind !== 'leaf' || next === undefined) return
  if (!/^(?:who|that)$/.test(wordAt(reading, name.to)) || wordAt(reading, from - 1) === '(') return
  const { to } = stretchOf([last])
  const before = said(reading, from, name.to).replaceAll(/\band\b/giu, 'or')
  const behind = said(reading, name.to, to)
  const says = `Is “${behind}” said of those who are left out, or of everybody else?`
  doubts.push({
    ...question(from, to, says, [
      ['left out are those of them', `((${before}) and (${behind}))`],
      ['said of everybody else', `(${before}), and (${behind})`],
    ]),
    understood: true,
  })
}

/** "not in Paris who bought Shoes": people are named before it, and “who” goes on about some of them. */
const isAttribute = ({ meaning: { criteria } }: Leaf): boolean =>
  criteria !== undefined && 'type' in criteria && criteria.type === 'attribute'

/** A company’s or a person’s own value: "Salesforce", "SaaS". */
const isAccountTest = ({ meaning: { criteria } }: Leaf): boolean =>
  criteria !== undefined && 'type' in criteria && /^(?:company|person)$/.test(criteria.type)

/** "not", "no", "without" or "anyone but" right before: a plain denial, with no word such as "except". */
export const isPlainDenial = ({ reading, at }: State): boolean =>
  /^(?:not|no|without|but)$/.test(reading.tokens[at - 1]?.word ?? '')

/**
 * Whether what begins at a token names more of what is left out: "SaaS, not in Germany, 50+ people" goes on with
 * something else. Of customers everything that is a name goes on.
 */
export function isMoreOf(state: State, node: Node, at: number): boolean {
  if (state.reading.entity === 'customer') return true
  const next = state.unit(state.reading, passFillers(state, at))?.value.criteria
  const held = node.kind === 'leaf' ? node.meaning.criteria : undefined
  return held !== undefined && next !== undefined && fieldsIn(held) === fieldsIn(next)
}

/** The columns that are tested, those of an employer as well. */
export const fieldsIn = (criteria: Criteria): string =>
  [...new Set([...JSON.stringify(criteria).matchAll(/"field":"(\w+)"/g)].map(([, field = '']) => field))]
    .toSorted()
    .join()

/** Whether a node asks for a place alone. */
export function isPlaces(node: Node | undefined): boolean {
  const criteria = node?.kind === 'leaf' ? node.meaning.criteria : undefined
  return criteria !== undefined && /^(?:country|region|city)(?:,(?:region|city))*$/.test(fieldsIn(criteria))
}

/** "are not subscribers who also accept SMS": is "who" said of those who are left out, or of everybody else? */
export function askOfDenied(state: State, before: Node | undefined, at: number): void {
  const { reading, doubts } = state
  const leaf = before?.kind === 'not' && before.of.kind === 'leaf' ? before.of : before
  if (leaf?.kind !== 'leaf' || leaf.to !== at) return
  if (leaf.meaning.people !== true && leaf.meaning.nominal !== true) return
  const from = before?.kind === 'not' ? leaf.from - 1 : leaf.from
  if (!/^(?:not|are|is)$/.test(wordAt(reading, from)) || !said(reading, from, at).includes('not')) return
  const says = `Is “${said(reading, at, state.at)}” said of those who are left out, or of everybody else?`
  doubts.push({ ...question(from, state.at, says), understood: true })
}

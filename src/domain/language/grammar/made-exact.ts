import { bracketed, DEEPEST, opening } from './brackets.ts'
import { isDeed } from './deeds-apart.ts'
import type { Meaning } from './meaning.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Reading, wordAt } from './reading.ts'
import { note, type State } from './sentence-state.ts'
import { THAT_IS } from './that-is.ts'
import { leavesIn, type Node } from './tree.ts'
import { window } from './window.ts'

/**
 * "active customers (2+ orders this year)": vague words, made exact by what was done in the brackets behind them. A
 * place or a tag there explains nothing.
 */
export function explained(state: State, found: Found<Meaning>): Node | undefined {
  const { value, end } = found
  if (value.doubts.length === 0 || value.doubts.some(({ kind }) => kind !== 'question')) return undefined
  const bracket = opening(state.reading, end)
  if (bracket >= 0 && bracket < state.end)
    return exactly(state, found, () => {
      state.at = end
      return bracketed(state, skip(state.reading, bracket, sameAs))
    })
  // What else than vague words is open is not explained by what stands beside it.
  const said = value.doubts.every(({ vague }) => vague === true) ? definitionAt(state, end) : undefined
  return (
    said &&
    exactly(state, found, () => {
      state.at = end
      return definition(state, said)
    })
  )
}

/** Vague words as what `read` finds behind them, where nothing of it is open. */
function exactly(
  state: State,
  { value, end }: Found<Meaning>,
  read: () => Node | undefined,
): Node | undefined {
  const { at, doubts, leftovers } = state
  const before = { doubts: doubts.length, leftovers: leftovers.length }
  const inner = read()
  const plain = doubts.length === before.doubts && leftovers.length === before.leftovers
  if (
    inner !== undefined &&
    plain &&
    leavesIn(inner).some(({ meaning }) => isDeed(meaning) || isOfDeeds(meaning))
  ) {
    note(state, at, end, 'ignored', 'what stands behind it says what is meant')
    keepTime(state, inner, at, end)
    if (value.people === true) state.headed = true
    return inner
  }
  // Read as it is said, with the question it leads to.
  doubts.length = before.doubts
  leftovers.length = before.leftovers
  state.at = at
  return undefined
}

/** "an order in July, Aug and Sept": one deed in each of several times. */
const isOfDeeds = ({ criteria }: Meaning): boolean =>
  criteria !== undefined &&
  'all' in criteria &&
  criteria.all.every((one) => isDeed({ criteria: one, assumptions: [], doubts: [] }))

const sameAs = phrase(':|=', ...THAT_IS)
const dash = phrase('-')
const thatIs = phrase(...THAT_IS, ',|-|(|:? by that|this|it i|we mean ,?', ',|-|: defined as|by')
const byWord = phrase(',|-|:? by')
const weMean = phrase('i|we mean ,?')
/** So many words at most are said again between "by" and "I mean". */
const MOST_AGAIN = 3

/** Where a definition begins and ends, and the token behind it. */
interface Said {
  readonly inside: number
  readonly close: number
  readonly behind: number
}

/** "regulars – 3 orders at least – who …", "dormant, by dormant I mean …": between dashes, or up to the sentence's end. */
function definitionAt(state: State, at: number): Said | undefined {
  const { reading } = state
  const meant = thatIs(reading, at)
  const inside = meant >= 0 ? meant : (meantBy(reading, at) ?? dash(reading, at))
  if (inside < 0 || inside >= state.end) return undefined
  const dashed = wordAt(reading, at) === '-'
  let close = inside
  while (
    close < state.end &&
    !/^[.;!?]$/.test(wordAt(reading, close)) &&
    !(dashed && dash(reading, close) >= 0)
  )
    close++
  // One dash alone may set apart anything.
  const closed = dashed && close < state.end && dash(reading, close) >= 0
  if (dashed && !closed && meant < 0) return undefined
  return { inside, close, behind: closed ? close + 1 : close }
}

function meantBy(reading: Reading, at: number): number | undefined {
  const by = byWord(reading, at)
  for (let i = by; by >= 0 && i <= by + MOST_AGAIN; i++) {
    const end = weMean(reading, i)
    if (end >= 0) return end
  }
  return undefined
}

function definition(state: State, { inside, close, behind }: Said): Node | undefined {
  const whole = state.end
  if (state.depth >= DEEPEST) return undefined
  note(state, state.at, inside, 'ignored', 'begins what is meant')
  state.at = inside
  state.end = close
  state.depth++
  const node = state.expression('sentence')
  state.depth--
  const cut = state.at < close
  state.end = whole
  if (cut) return undefined
  note(state, close, behind, 'ignored', 'ends what is meant')
  state.at = behind
  return node
}

/** "active in H1 (2+ orders)": the time is that of the orders, unless they have their own. */
function keepTime(state: State, inner: Node, from: number, to: number): void {
  const timeless = leavesIn(inner).some(
    ({ meaning: { criteria } }) =>
      criteria !== undefined && !/"(?:within|during)"/.test(JSON.stringify(criteria)),
  )
  if (!timeless) return
  for (let i = from; i < to; i++) {
    const found = window(state.reading, i)
    if (found?.end !== to) continue
    state.loose.push({ timing: found.value, from: i, to })
    return
  }
}

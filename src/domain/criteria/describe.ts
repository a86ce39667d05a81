import type { ReadingContext } from '../conditions/define.ts'
import { type Condition, definitionOf } from '../conditions/index.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import { isCondition } from './node.ts'
import type { Criteria } from './schema.ts'
import { clashOf } from './unite.ts'
import { groupOf } from './walk.ts'

/**
 * Criteria in plain words that complete "customers who …", "companies that …". Nothing is left out, and parentheses stand wherever
 * the sentence could be read in two ways:
 *
 *     all   A and B but not those who C
 *     any   either A or B
 *     none  are not those who either A or B
 *
 * What nobody can meet together stands behind "at the same time", for "in France and in Spain" is said of either.
 */
export function describe(criteria: Criteria, ctx: ReadingContext): string {
  if (isCondition(criteria)) {
    return definitionOf(criteria).words(criteria, ctx, { words: (inner) => describe(inner, ctx) })
  }
  const { group, branches } = groupOf(criteria)
  switch (group) {
    case 'all':
      return allWords(branches, ctx)
    case 'any':
      return anyWords(branches, ctx)
    case 'none':
      return deniedWords({ none: branches }, ctx, { alone: true })
  }
}

function anyWords(branches: readonly Criteria[], ctx: ReadingContext): string {
  const [first, ...others] = branches
  if (first !== undefined && others.length === 0) return describe(first, ctx)
  const parts = branches.map((branch, i) => {
    const words = part(branch, ctx)
    // "have never ordered or opened an e-mail" would deny both.
    return denies(words) || lends(branch, branches[i - 1]) ? `(${words})` : words
  })
  return `either ${parts.join(' or ')}`
}

/** "opened an e-mail or (viewed a product 3 times in May)": without brackets, how often and when could be heard of both. */
function lends(branch: Criteria, before: Criteria | undefined): boolean {
  const [said, heard] = [only(branch), before && only(before)]
  if (heard === undefined || !isDeed(heard)) return false
  if (isCondition(said) && 'deed' in said) return heard.type === 'events' && heard.within === undefined
  if (!isDeed(said)) return false
  if (said.within !== undefined && !isTimed(heard)) return true
  if (said.type !== 'events' || heard.type !== 'events') return false
  return (said.op ?? said.where) !== undefined && (heard.op ?? heard.where ?? heard.within) === undefined
}

type Deed = Extract<Condition, { type: 'events' | 'orders' | 'purchases' }>

const isTimed = (one: Deed): boolean => one.within !== undefined || 'during' in one

const isDeed = (one: Criteria): one is Deed =>
  isCondition(one) && (one.type === 'events' || one.type === 'orders' || one.type === 'purchases')

/** What must hold comes first, then what must not: "opened an e-mail but have never ordered". */
function allWords(branches: readonly Criteria[], ctx: ReadingContext): string {
  const [first, ...others] = branches
  if (first !== undefined && others.length === 0) return describe(first, ctx)
  const at = clashOf(branches.map(openedAll)) === undefined ? '' : 'at the same time '
  const asked = branches.filter((branch) => !isNone(branch))
  const parts = asked.map((branch, i) => part(branch, ctx) + timeOf(branch, asked[i + 1]))
  const positive = parts.filter((words) => !denies(words))
  // "Not those who …" comes last: what follows it could be heard as said of them.
  const denied = [
    ...parts.filter(denies),
    ...branches.filter(isNone).map((one) => deniedWords(one, ctx, { alone: false })),
  ]
  const negative = [
    ...denied.filter((words) => !words.startsWith(OTHERS)),
    ...denied.filter((words) => words.startsWith(OTHERS)),
  ]
  // "Are" goes without saying behind another clause.
  const behind = (clauses: readonly string[]) =>
    clauses.map((words) => words.replace(/^are (?=not those )/, '')).join(' and ')
  if (positive.length > 0)
    return at + positive.join(' and ') + (negative.length === 0 ? '' : ` but ${behind(negative)}`)
  const [clause = '', ...more] = negative
  return at + [clause, ...(more.length === 0 ? [] : [behind(more)])].join(' and ')
}

const OTHERS = 'are not those '

/** "opened an e-mail at any time and bought Tea in May": without it the time could be heard of both. */
function timeOf(branch: Criteria, next: Criteria | undefined): string {
  const event = only(branch)
  const timeless = 'type' in event && event.type === 'events' && event.within === undefined
  return timeless && next !== undefined && openedAll(next).some(isTimedDeed) ? ' at any time' : ''
}

const isTimedDeed = (one: Criteria): boolean => isDeed(one) && one.within !== undefined

/** `are not in Canada`, `are not those who bought Tea`; beside other clauses, several stand in parentheses. */
function deniedWords(
  node: Extract<Criteria, { none: readonly Criteria[] }>,
  ctx: ReadingContext,
  { alone }: { readonly alone: boolean },
): string {
  const [first, ...others] = node.none
  const single = first !== undefined && others.length === 0
  const plain = single && isCondition(only(first)) ? describe(first, ctx) : ''
  if (/^are (?!not |those )/.test(plain)) return plain.replace(/^are /, 'are not ')
  const words = alone && !single ? anyWords(node.none, ctx) : negatedWords(node.none, ctx)
  return `are not those ${relativeOf(node)} ${words}`
}

/** Words that begin with a denial, which could be heard as going on to what follows. */
const denies = (words: string): boolean => /^(?:have|had|are) (?:not|never|no|neither)\b/.test(words)

/** What must hold for a branch to hold, one by one. */
function openedAll(branch: Criteria): readonly Criteria[] {
  const shown = only(branch)
  return 'all' in shown ? shown.all.flatMap(openedAll) : [shown]
}

/** What follows "not those who": several branches, or a group, stand in parentheses. */
function negatedWords(branches: readonly Criteria[], ctx: ReadingContext): string {
  const [first, ...others] = branches
  return first !== undefined && others.length === 0 ? part(first, ctx) : `(${anyWords(branches, ctx)})`
}

/** A branch beside others: a group stands in parentheses. */
const part = (branch: Criteria, ctx: ReadingContext): string =>
  isCondition(only(branch)) ? describe(branch, ctx) : `(${describe(branch, ctx)})`

/** What a group of one comes to. */
function only(node: Criteria): Criteria {
  if (isCondition(node)) return node
  const { group, branches } = groupOf(node)
  const [branch, ...others] = branches
  return group === 'none' || branch === undefined || others.length > 0 ? node : only(branch)
}

/** "who" of people, "that" of companies. */
function relativeOf(node: Criteria): 'who' | 'that' {
  if (isCondition(node)) return ENTITY_WORDS[definitionOf(node).entity].relative
  const [first] = groupOf(node).branches
  return first === undefined ? 'who' : relativeOf(first)
}

const isNone = (node: Criteria): node is Extract<Criteria, { none: readonly Criteria[] }> => 'none' in node

import { isCondition } from '../criteria/node.ts'
import type { Criteria } from '../criteria/schema.ts'
import { conditionsOf } from './follow-ups/edit.ts'
import { type Assumed, assumedBy } from './grammar/assumed.ts'
import type { Reading } from './grammar/reading.ts'
import { allOf } from './grammar/meaning.ts'
import { type Leaf, leavesIn, type Node } from './grammar/tree.ts'
import type { Option } from './interpretation.ts'
import type { RankCondition } from '../conditions/rank/rank.ts'
import type { ScoreRankCondition } from '../conditions/score-rank/score-rank.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'

type Ranking = RankCondition | ScoreRankCondition

/** A rank beside other conditions: is it taken among whoever meets those, or among everybody? */
interface MixedRank {
  readonly rank: Ranking
  /** Ranked first, then whoever meets the rest is kept. */
  readonly apart: Criteria
  /** Ranked among those who meet the rest. */
  readonly inside: Criteria
}

/** The rank of criteria that ask for more than it, where it could mean either. */
function mixedRank(criteria: Criteria): MixedRank | undefined {
  if (!('all' in criteria)) return undefined
  const [rank, more] = criteria.all.filter(isRank)
  const rest = criteria.all.filter((part) => part !== rank && !isSample(part))
  if (rank === undefined || more !== undefined || rest.length === 0) return undefined
  // “ranks 101 to 200”: the top 200 less the top 100 is one ranking, with nothing beside it.
  if (rest.every(isDeniedRank)) return undefined
  const others = criteria.all.filter((part) => part !== rank && isSample(part))
  const among = allOf([...(rank.among === undefined ? [] : [rank.among]), ...rest])
  return { rank, apart: criteria, inside: allOf([{ ...rank, among }, ...others]) }
}

/** What a rank beside other conditions comes to: as it is said, a question where that is open, or nothing. */
export function rankedBeside(criteria: Criteria, node: Node, reading: Reading) {
  const mixed = mixedRank(criteria)
  if (mixed === undefined) return undefined
  const { describe } = reading.situation
  if (isException(mixed, node, reading))
    return { criteria: mixed.inside, assumptions: rankedWithout(mixed, node, reading) }
  if (isHeaded(node, reading))
    return { criteria: mixed.inside, assumptions: rankedAmong(mixed, node, reading) }
  if (!isJoined(node, mixed.rank, reading)) {
    // Who asks for the best for a profile names whom they look among.
    if (mixed.rank.type !== 'rank')
      return { criteria: mixed.inside, assumptions: rankedAmong(mixed, node, reading) }
    return rankQuestion(mixed, describe)
  }
  return { criteria, assumptions: rankedFirst(mixed, node) }
}

const isRank = (criteria: Criteria): criteria is Ranking =>
  isCondition(criteria) &&
  (criteria.type === 'rank' || criteria.type === 'company_rank' || criteria.type === 'person_rank')
const isDeniedRank = (criteria: Criteria): boolean => 'none' in criteria && criteria.none.every(isRank)
/** Also denied: two denials are none. */
const ranks = ({ meaning: { criteria } }: Leaf): boolean =>
  criteria !== undefined && (isRank(criteria) || ('none' in criteria && criteria.none.some(isRank)))
const isSample = (criteria: Criteria): boolean => isCondition(criteria) && criteria.type === 'sample'

const POSSESSED = /^['’]s?$/
const wordsBetween = (tokens: Reading['tokens'], before: Leaf, after: Leaf): string =>
  tokens
    .slice(before.to, after.from)
    .map(({ word }) => word)
    .join('')
const JOINED = /^(?:,|;|\.|plus|also|-|yet)$/
const EXCEPTED = /^(?:except|excluding|minus|without|not|no|unless|apart|other|barring)$/

/** In the order in which they are said. */
const leavesAsSaid = (node: Node): readonly Leaf[] => leavesIn(node).toSorted((a, b) => a.from - b.from)

/**
 * Whether the words join the rank and the rest as two things that both hold: "in France and in the top 10%",
 * "top 10% of spenders, e-mail subscribers only". "Top 100 spenders who …" may be meant in both ways.
 */
function isJoined(node: Node, rank: Ranking, { tokens }: Reading): boolean {
  const leaves = leavesAsSaid(node)
  const said = leaves.findIndex(({ meaning }) => meaning.criteria === rank)
  const at = said >= 0 ? said : leaves.findIndex(ranks)
  const [here, next] = [leaves[at], leaves[at + 1]]
  if (here === undefined) return false
  const before = leaves[at - 1]
  // "women’s top 20": whose twenty?
  if (before !== undefined && POSSESSED.test(wordsBetween(tokens, before, here))) return false
  // "top 10% by spend, UK only": of the country, or of everybody?
  if (leaves.some((leaf) => isPlaceOnly(leaf, tokens))) return false
  if (next === undefined) return true
  const between = tokens.slice(here.to, next.from + 1).map(({ word }) => word)
  if (at > 0 || between.some((word) => /^(?:and|but)$/.test(word))) return true
  return between.some((word) => JOINED.test(word)) && !between.some((word) => EXCEPTED.test(word))
}

/** "Canada: ten clients with most orders": what heads a rank is whom it ranks. */
function isHeaded(node: Node, { tokens }: Reading): boolean {
  const leaves = leavesAsSaid(node)
  const rank = leaves.at(-1)
  const before = leaves.at(-2)
  if (rank === undefined || before === undefined || !ranks(rank)) return false
  return tokens.slice(before.to, rank.from).some(({ word }) => word === ':')
}

const PLACES = new Set(['country', 'region', 'city'])

const isPlaceOnly = ({ meaning: { criteria }, from, to }: Leaf, tokens: Reading['tokens']): boolean =>
  criteria !== undefined &&
  isCondition(criteria) &&
  criteria.type === 'attribute' &&
  PLACES.has(criteria.field) &&
  tokens.slice(Math.max(0, from - 1), to + 1).some(({ word }) => word === 'only' || word === 'just')

const EXCEPTION =
  /^(?:except|excepting|exclud(?:e|es|ed|ing)|excl|minus|without|sans|less|leave|leaving|left|ignor(?:e|ing)|omit|omitting|barring|bar|skip|skipping|remov(?:e|ing|ed)|drop|dropping|counting|including|apart|aside|than|no|not|but)$/
const CLAUSE = /^(?:and|who|that|which|whose|are|is|have|has|did|do)$/

/**
 * "the top 100 by spend, wholesale excluded", "… without staff": an exception to a rank says who is ranked, so that a
 * hundred are left. Whether "who are not …" does is asked.
 */
function isException({ apart }: MixedRank, node: Node, { tokens }: Reading): boolean {
  const parts = 'all' in apart ? apart.all : [apart]
  if (!parts.every((part) => 'none' in part || isRank(part) || isSample(part))) return false
  const leaves = leavesAsSaid(node)
  if (leaves.every(ranks)) return false
  return leaves.every((leaf, i) => {
    if (ranks(leaf)) return true
    const before = leaves[i - 1]
    const words = tokens.slice(before?.to ?? 0, leaf.to + 3).map(({ word }) => word)
    const said = words.findIndex((word) => EXCEPTION.test(word))
    const named = leaf.meaning.nominal === true || leaf.meaning.people === true
    if (!named) return false
    const further = before !== undefined && !ranks(before)
    // "but not those who …" is a second thing that holds, as "but are not …" is; "all but staff" leaves out.
    const clauses = words.slice(0, words[said] === 'but' ? leaf.to - (before?.to ?? 0) : said)
    return further || (said >= 0 && !clauses.some((word) => CLAUSE.test(word)))
  })
}

/** Of an exception to a rank: that those who are left out are not ranked either. */
const rankedWithout = ({ rank }: MixedRank, node: Node, { entity }: Reading): readonly Assumed[] =>
  ofRank(
    node,
    `The ${sizeOf(rank)} is taken of everybody who is not left out; to take it of all ${ENTITY_WORDS[entity].many} first, say “in the top … and not …”.`,
  )

/** Of a rank by score: that those alone are ranked who meet the rest. */
const rankedAmong = ({ rank }: MixedRank, node: Node, { entity }: Reading): readonly Assumed[] =>
  ofRank(
    node,
    `Only those who meet the rest are ranked; to take the ${sizeOf(rank)} of all ${ENTITY_WORDS[entity].many} first, say “${sizeOf(rank)} …, and of these those who …”.`,
  )

const ofRank = (node: Node, says: string): readonly Assumed[] =>
  leavesIn(node)
    .filter(ranks)
    .flatMap(({ from, to }) => assumedBy([says], from, to))

/** "Top 100 spenders who opted in": a hundred of those who did, or those of the hundred who did? */
function rankQuestion(
  { rank, apart, inside }: MixedRank,
  describe: (criteria: Criteria) => string,
): { readonly question: string; readonly options: readonly Option[] } {
  const option = (label: string, criteria: Criteria): Option => ({
    label,
    text: `customers who ${describe(criteria)}`,
    criteria,
  })
  const size = sizeOf(rank)
  return {
    question: `Is the ${size} taken among those who meet the rest, or among all customers first?`,
    options: [
      option(`the ${size} of those who meet the rest`, inside),
      option(`the ${size} of all customers, of whom those are kept who meet the rest`, apart),
    ],
  }
}

/** What is said where the words leave no doubt. */
const rankedFirst = ({ rank }: MixedRank, node: Node): readonly Assumed[] =>
  ofRank(node, `${takenFirst(rank)}; say “among those who …” to rank only them.`)

const takenFirst = (rank: Ranking): string =>
  `The ${sizeOf(rank)} is taken first, and those are kept who meet the rest`

/** Of people who were ranked, "just the Spanish ones" keeps those of them: the same, where nothing ranks anew. */
export function rankedBefore(current: Criteria, next: Criteria): string | undefined {
  const mixed = mixedRank(next)
  const stays = mixed !== undefined && conditionsOf(current).includes(mixed.rank)
  return stays ? `${takenFirst(mixed.rank)}; say “rank only them” to rank no others.` : undefined
}

function sizeOf(rank: Ranking): string {
  if (rank.type !== 'rank') return `top ${rank.top}`
  const { direction, percent, customers } = rank
  return `${direction} ${percent === undefined ? String(customers) : `${percent}%`}`
}

import { entityOf } from '../criteria/entity.ts'
import type { Criteria } from '../criteria/schema.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import { certainPart, productPart } from './certain-part.ts'
import type { Read } from './conclude.ts'
import { edited, narrowOrAnew, NARROWS, saysDeed, unclearChange, whichChange } from './follow-up-answers.ts'
import { clashes, insteadOfBoth } from './follow-ups/clashing.ts'
import { conjuncts, type Edit } from './follow-ups/edit.ts'
import { matchingIn, replaceMatching, valuesOf } from './follow-ups/edit-values.ts'
import { refinement } from './follow-ups/refinement.ts'
import { scoring } from './follow-ups/scoring.ts'
import { assumedBy } from './grammar/assumed.ts'
import { type Chosen, heldPart } from './held-part.ts'
import { readClauses, type Sentence } from './grammar/clauses.ts'
import { isPartlyDenied } from './grammar/denied.ts'
import { said } from './grammar/reading.ts'
import { build, leavesIn } from './grammar/tree.ts'
import { framingOf } from './intents/framing.ts'
import type { Interpretation } from './interpretation.ts'
import { rankedBefore } from './rank-scope.ts'
import type { Message } from './read-message.ts'
import type { Situation } from './situation.ts'
import { unit } from './unit.ts'

/** How else a message is read. */
export interface Otherwise {
  /** Another text, with the same criteria at hand. */
  readonly again: Read['again']
  /** Another text, with nothing at hand. */
  readonly anew: Read['again']
  /** A request that stands by itself, from a token on. */
  fresh(from: number): Interpretation
}

/** A message with criteria at hand: a change of them, or a request that stands by itself. */
export function followUp(
  message: Message,
  current: Criteria,
  { again, anew, fresh }: Otherwise,
): Interpretation {
  const { reading } = message
  const framing = framingOf(reading, 0, reading.tokens.length)
  const alone = readClauses(reading, unit, framing.start, reading.tokens.length)
  const read = (text: string) => {
    const found = anew(`${ENTITY_WORDS[entityOf(current)].subject} ${text}`)
    return found?.kind === 'criteria' && found.intent === 'count' ? found.criteria : undefined
  }
  const chosen: Chosen[] = []
  const part = (from: number, to: number) => {
    const certain = certainPart(message, from, to) ?? productPart(message, from, to)
    const held = certain === undefined ? heldPart(message, current, [from, to], read) : undefined
    if (held !== undefined) chosen.push(held)
    return certain ?? held?.criteria
  }
  const scored = reading.entity === 'customer' ? undefined : scoring(reading, framing.start, current, part)
  if (scored !== undefined)
    return edited(
      message,
      scored.edit,
      scored.said,
      assumedBy([scoreNote(scored.named)], scored.said.from, scored.said.to),
    )
  const change = refinement({
    reading,
    current,
    part,
    partAs: (entity, from, to) => certainPart({ ...message, reading: reading.as(entity) }, from, to),
    read,
  })
  const asked = asksOfThem(message)
  const complete =
    !asked && ((framing.framed && !speaksOfThem(message) && !goesOn(message)) || startsWithPeople(message))
  const firm = change?.kind === 'anew' || (change?.kind === 'edit' && change.firm === true)
  const refined = complete && !firm ? undefined : change
  switch (refined?.kind) {
    case undefined: {
      const instead = complete || framing.framed ? undefined : ofHeld(alone, current)
      if (instead !== undefined) {
        const said = { from: 0, to: reading.tokens.length }
        return edited(message, instead, said, [
          ...alone.assumptions,
          ...assumedBy([INSTEAD], said.from, said.to),
        ])
      }
      const elliptic = !alone.headed || (!complete && (saysDeed(message.text) || isOneName(alone, reading)))
      const bare = framing.intent === 'count' && elliptic && message.naming === undefined
      const found =
        bare && alone.node !== undefined && !holds(alone, current)
          ? narrowOrAnew(message, alone, current, again)
          : fresh(0)
      // What could not be read changes nothing: whoever says it in another way speaks of the same people.
      return found.kind === 'question' && !complete ? { ...found, partial: current } : found
    }
    case 'anew': {
      const found = fresh(refined.from)
      return found.kind === 'criteria' && found.intent === 'count' ? { ...found, intent: 'refine' } : found
    }
    case 'unclear':
      return unclearChange(message, alone, current, again)
    case 'choice':
      return whichChange(message, refined, current)
    case 'edit': {
      const { said } = refined
      const instead = clashes(current, refined.edit) ? insteadOfBoth(current, refined.edit) : undefined
      const edit = instead?.[0] ?? refined.edit
      if (instead !== undefined && instead.length > 1)
        return whichChange(message, { question: NOBODY_IS_BOTH, edits: instead }, current)
      const words = readClauses(reading, unit, said.from, said.to)
      const whole = words.leftovers.length === 0 && words.node !== undefined ? build(words.node) : undefined
      // "full price only" by itself leaves people out; where that is not what came in, it is not said either.
      const other = whole !== undefined && denies(whole.criteria) && !edit.put.some(denies)
      const notes = whole === undefined || other ? [] : whole.assumptions
      const held = notes.filter(({ says }) => !says.endsWith(EXACTLY))
      const ranked = edit.put.length > 0 ? rankedBefore(current, edit.criteria) : undefined
      const assumed = [edit.assumed, ranked, asked ? NARROWS : undefined].filter((one) => one !== undefined)
      const choices = chosen.filter(
        ({ criteria, from, to }) => from >= said.from && to <= said.to && valuesOf(criteria) !== undefined,
      )
      const stated = assumedBy(
        [...new Set([...assumed, ...choices.map(choiceNote(reading.situation))])],
        said.from,
        said.to,
      )
      return edited(message, edit, said, [...held, ...stated, ...message.mended])
    }
  }
}

/**
 * "women", "VIPs": who they are and nothing of them; of those at hand, or anew. So it is with more beside it: "VIPs,
 * and only if they ordered this year". Whose name goes on with "who" are asked for by themselves.
 */
function isOneName({ node }: Sentence, reading: Message['reading']): boolean {
  const [first, ...more] = node?.kind === 'leaf' || node?.kind === 'all' ? leavesIn(node) : []
  if (first?.meaning.people !== true || first.meaning.criteria === undefined) return false
  return more.length === 0 || BESIDE.test(said(reading, first.to, reading.tokens.length))
}
const BESIDE = /^[,;]?\s*(?:and|but|plus|also|only (?:if|when|where|as long as))\b/iu

const denies = (criteria: Criteria | undefined): boolean =>
  criteria !== undefined && conjuncts(criteria).some((part) => 'none' in part || isPartlyDenied(part))

/** Of several readings the one that is at hand was meant, and that is said. */
const choiceNote =
  ({ describe }: Situation) =>
  ({ words, criteria }: Chosen): string =>
    `“${words}” is read as: ${describe(criteria)}.`

/** "men, and 3+ orders" of women in Leeds with two orders: each of it is about something that is at hand. */
function ofHeld({ node, leftovers, doubts }: Sentence, current: Criteria): Edit | undefined {
  const criteria =
    node === undefined || leftovers.length + doubts.length > 0 ? undefined : build(node).criteria
  const parts = criteria === undefined ? [] : conjuncts(criteria)
  const held = parts.map((part) => matchingIn(current, part))
  if (criteria === undefined || parts.length < 2 || !held.every((one) => one.length === 1)) return undefined
  if (conjuncts(current).length <= new Set(held.flat()).size) return undefined
  const instead = replaceMatching(current, criteria)
  return instead?.kind === 'edit' ? instead.edit : undefined
}

const INSTEAD = 'This stands in for what was said of the same; “start over: …” begins anew.'

/** Nothing is widened in silence. */
const scoreNote = (named: string): string =>
  `“${named}” would only score and is no longer required, so whoever lacks it is in. Ask for an ICP or a persona to keep it as a score.`

/** Whether the request already says everything that is at hand, as an answer to a question does. */
function holds(sentence: Sentence, current: Criteria): boolean {
  const criteria = sentence.node === undefined ? undefined : build(sentence.node).criteria
  if (criteria === undefined) return false
  const parts = (one: Criteria) => ('all' in one ? one.all : [one]).map((part) => JSON.stringify(part))
  const said = new Set(parts(criteria))
  return parts(current).every((part) => said.has(part))
}

const PEOPLE =
  /^(?:customers|companies|people|everyone|everybody|anyone|users|clients|shoppers|folks|contacts|all customers)\b/iu
const NOBODY_IS_BOTH = 'Nobody can be both that and what is at hand. Instead of it, beside it, or anew?'

/** Said of a number by itself; in a change of one the comparison at hand stays. */
const EXACTLY = 'is read as exactly one.'

const THEM =
  /\b(?:of|among|amongst|within|from|out of) (?:all )?(?:those|these|them|that (?:lot|group|list|audience))\b/iu
/** "is there someone from Ireland?", "anyone who replied?": asked about people at hand, where there are any. */
const OF_THEM =
  /^(?:(?:and|so|ok|okay|but|hm+|,)[\s,]+)*(?:(?:(?:is|are|was|were) there|(?:do|did) we have|have we got|is|are)\s+(?:any|anyone|anybody|someone|somebody|some)\b|any(?:one|body)?\b[^?]*\?\s*$)/iu
const asksOfThem = ({ text }: Message): boolean => OF_THEM.test(text.trim())
/** "and how many at risk ones?" is no request that stands by itself. */
const goesOn = ({ text }: Message): boolean => GOES_ON.test(text.trim())
const GOES_ON = /^(?:(?:and|but)\s+how many\b|how about\s+(?:\S+\s*){1,3}$)/iu
const speaksOfThem = ({ text }: Message): boolean => THEM.test(text)
const startsWithPeople = ({ text }: Message): boolean => PEOPLE.test(text.trim())

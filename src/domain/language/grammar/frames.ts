import { isCountryUs } from '../linking/link-places.ts'
import { people } from './fillers.ts'
import { type Reading, remembered, wordAt } from './reading.ts'
import { type State } from './sentence-state.ts'

/**
 * English words that stand around a request and can limit nobody, by what they do in a sentence. None of them denies,
 * counts, compares, dates or joins: a stretch of nothing else says no more than that something is asked for.
 */
const FRAME: ReadonlySet<string> = new Set(
  [
    // who speaks, and of what
    'i we you u it that this there they them these those he she me us my our your mine ours',
    // helping verbs
    "am is are was be been can could would will shall should may might do does did have has had 'd 've 'll 's let",
    // what is asked for
    'get find see look looking show tell give pull grab make build create compile assemble collect gather identify prepare send share check know help fetch bring run put draw list count number list figure audience segment query search',
    // that it is asked
    'want need like love wondering wonder wondered think thinking thought guess hope hoping trying try ask asking asked say saying said mean means talk talking',
    // politeness and small talk
    'please pls kindly thanks thank cheers ta hi hey hello hiya howdy morning afternoon evening sorry lol haha appreciated appreciate ok okay alright right cool great good fine perfect nice lovely awesome',
    // what holds talk together
    'so well um uh umm whether if erm hmm yeah yes yep anyway anyways basically actually essentially nevertheless nonetheless therefore thus hence moreover furthermore further additionally meanwhile obviously quick quickly quite rather bit little kinda sorta just simply go ready possible way idea question q request favour favor weird odd funny strange random easy tricky simple thing stuff one ones deal story here now asap',
    // small words between them
    'a an the of to for with at about on in up out as what which who whom how and',
  ].flatMap((words) => words.split(' ')),
)

const BREAK = /^[.!?:;,()\u2013\u2014-]$/

/**
 * Where a stretch of such words ends that holds the token, or -1: a clause of nothing else, "quick question, …", "can
 * we find them?"; or all that stands before the people of a clause, "is it ok if I use …".
 */
export function frameEnd({ reading, at, end, unit }: State): number {
  const { tokens } = reading
  const { opened, listed } = stretches(reading, 0)
  const from = opened[at] ?? -1
  if (from < 0 || at >= end || !isFrame(reading, at)) return -1
  let to = at + 1
  while (to < end && isFrame(reading, to)) {
    // What names people, or says something of them, is no part of the frame.
    if (unit(reading, to) !== undefined || people(reading, to) >= 0) return to
    to++
  }
  const last = tokens[to]
  if ((listed[to] ?? 0) > (listed[from] ?? 0)) return -1
  return to >= end || last === undefined || BREAK.test(last.word) || startsRequest(reading, to, unit)
    ? to
    : -1
}

/**
 * Of each token where the clause begins of which nothing but such words stands before it, or -1; and how often lists are
 * said to hold people before it.
 */
const stretches = remembered((reading, _at) => {
  const opened = [0]
  const listed = [0]
  reading.tokens.forEach(({ word }, at) => {
    const from = opened[at] ?? -1
    opened.push(BREAK.test(word) ? at + 1 : from >= 0 && isFrame(reading, at) ? from : -1)
    listed.push((listed[at] ?? 0) + (saysWhere(reading, at) ? 1 : 0))
  })
  return { opened, listed }
})

/** "on the list", "in our segment": where people are, and nothing that is asked for. */
function saysWhere(reading: Reading, at: number): boolean {
  if (!/^(?:lists?|segments?|audiences?)$/.test(wordAt(reading, at))) return false
  let before = at - 1
  while (/^(?:a|an|the|my|our|your|that|this)$/.test(wordAt(reading, before))) before--
  return /^(?:on|in|from|off)$/.test(wordAt(reading, before))
}

/** "bought … from us", "any e-mail from us": of what was done, and not where people are. Answers its end, or -1. */
export function fromUs({ reading, at, marks }: State): number {
  if (!/^(?:from|at|through|off)$/.test(wordAt(reading, at)) || reading.tokens[at + 1]?.text !== 'us')
    return -1
  return marks[at - 1]?.as === 'condition' && people(reading, at - 1) < 0 ? at + 2 : -1
}

/** "who did buy before": any time up to now, where nothing follows that it could be before. */
export function everBefore({ reading, at, end, marks }: State): number {
  if (!/^(?:before|previously|earlier)$/.test(wordAt(reading, at)) || marks[at - 1]?.as !== 'condition')
    return -1
  return at + 1 >= end || BREAK.test(wordAt(reading, at + 1)) || JOINT.test(wordAt(reading, at + 1))
    ? at + 1
    : -1
}

const JOINT = /^(?:and|but|or)$/

const startsRequest = (reading: Reading, at: number, unit: State['unit']): boolean =>
  people(reading, at) >= 0 || unit(reading, at)?.value.criteria !== undefined

/** "if" only before whoever asks: "if I use", and not "if they bought". */
const isFrame = (reading: Reading, at: number): boolean => {
  const token = reading.tokens[at]
  if (token === undefined || token.mended !== undefined) return false
  // A pronoun: "weird one".
  if (token.kind === 'number') return /^ones?$/i.test(token.text) && at > 0
  if (token.kind !== 'word') return false
  // "pull together everybody who …"
  if (token.word === 'together') return /^(?:pull|put|get|bring|gather)$/.test(wordAt(reading, at - 1))
  if (/^(?:if|whether)$/.test(token.word))
    return /^(?:i|we|you|u|possible|that|it)$/.test(wordAt(reading, at + 1))
  // “US, …” begins with a country.
  return FRAME.has(token.word) && !isCountryUs(reading.tokens, at)
}

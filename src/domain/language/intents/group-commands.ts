import { boundsOf, dateAt } from '../../time/bounds.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { window } from '../grammar/window.ts'
import { joint } from './comparing.ts'
import { type Commanded, done, doubtOf } from './commanded.ts'
import { segmentAt, whichSegment } from './segment-reference.ts'
import { isOver } from './whole.ts'

const merge = phrase('merge|combine|unite|join|pool', 'put together')
const plural = phrase('the|my|our|these|those|both|all? segments|lists|audiences|groups :?')
const into = phrase('into|to|in|as a|an|one|the? single? new? segment|audience|list|group|one', 'together')

/** Whoever is in two of them is one person anyway. */
const once = phrase(
  ',|-|(? no|without any? duplicates|dupes|doubles|duplicate|double people|customers|members|entries?',
  ',|-|(? each one|person|customer|of them? only? once',
  ',|-|(? deduped|deduplicated|dedupe|dedup',
)

interface Merged {
  readonly ids: readonly string[]
  /** One segment of them is asked for: "… into one". */
  readonly makes: boolean
}

/** `merge VIP and Champions into one segment`: people in any of them, counted; a name or "into one" makes it a draft. */
export function merging(reading: Reading, start: number): Merged | undefined {
  const verb = merge(reading, start)
  if (verb < 0) return undefined
  const opened = skip(reading, verb, plural)
  const ids: string[] = []
  let at = opened
  for (;;) {
    const segment = segmentAt(reading, at)
    if (segment === undefined) return undefined
    ids.push(segment.value.id)
    const joined = joint(reading, segment.end)
    if (joined < 0 || segmentAt(reading, joined) === undefined) {
      at = segment.end
      break
    }
    at = joined
  }
  const end = skip(reading, skip(reading, skip(reading, at, once), into), once)
  const makes =
    reading.tokens.slice(at, end).some(({ word }) => /^(?:one|segment|audience|list|group)$/.test(word)) &&
    into(reading, skip(reading, at, once)) >= 0
  return ids.length > 1 && isOver(reading, end) ? { ids, makes: end > at && makes } : undefined
}

const history = phrase(
  'what has|have? changed|happened|new',
  'tell|show me|us? what has|have? changed|happened',
  'what changes were made',
  "what is|was|'s new|different",
  'show|list|see|view|give me? the? history|changes|change log|changelog|versions|log|activity',
  'history|changelog|versions|audit log?',
  'change|audit log',
  'who changed|edited|created|made|updated|deleted|touched',
  'has|have|had|did anyone|anybody|someone|somebody else? changed|change|edited|edit|updated|update|touched|touch|modified|modify|altered|alter',
  'when was|did',
  'how has|have|did',
  'what did we|you|i have|do',
  'what|which segments|audiences|lists|things? did|have|has we|you|i|they|anyone|anybody|somebody|someone|people? change|changed|edit|edited|alter|altered|modify|modified|update|updated|touch|touched',
  'show|list|tell me|us? what|which|the|my|our? changes? we|you|i|they? have? made|changed|edited|updated|altered|modified',
  'recent changes',
  // What changed by itself: signals, scores, audiences.
  'show|list|see|view|give|any me? the|any? new|latest signals',
  'new|latest signals',
  'what|which new? signals came|arrived|are in|new?',
  'are|is there any|some? new signals',
  'what|who moved',
  'what|which|whose companies|accounts|people|leads|contacts|records|scores|score? moved|changed',
  'what|which segments|audiences|lists? were|was|have|got|did been? changed|edited|updated|created|made|deleted|modified|touched',
)
/** "why did the count of VIP change since Monday?" is told by what changed about it. */
const why = phrase(
  'why did|has|have|is|are|were|was the count|size|number|members|membership|total of|in|for?',
  'why|how did|has|have',
  'how come the? count|size|number|members|membership|total? of|in|for?',
)
const became = phrase(
  'change|changed|differ|grow|grown|grew|shrink|shrunk|shrank|drop|dropped|fall|fallen|fell|rise|risen|rose|increase|increased|decrease|decreased|different|move|moved|lower|higher|smaller|bigger|gone|go|went up|down? so|that|this? much|many?',
)
const about = phrase('of|in|to|for|with|about|on')
const everySegment = phrase('all|any? the|my|our? segments|lists|audiences')
const movedWords = phrase(
  'created|changed|edited|updated|refreshed|made|deleted|modified',
  'last changed|edited|updated|refreshed|modified',
  'last|latest|recently|lately',
  'most recently',
  ',? and|or? when|how|who|why|by? whom?',
  ',|:|;|-|.? and? who|what|whoever changed|did|made|edited|touched|updated what|it|them|which|those|this|that?',
  'grown|grow|shrunk|shrink|change|changed|developed|evolved|evolve|moved|trended',
  'grown|changed|developed over time',
  'over time',
  'before',
)

/** "why did Recent Buyers grow", up to the verb. */
function grown(reading: Reading, start: number): Found<{ readonly id: string }> | undefined {
  const opened = why(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  const end = segment === undefined ? -1 : became(reading, segment.end)
  return segment === undefined || end < 0 ? undefined : { value: segment.value, end }
}

/** `what changed since Monday?`, `history of VIP`, `how has VIP changed this month?` */
export function historyOf(reading: Reading, start: number): Commanded | undefined {
  const asked = grown(reading, start)
  const opened = asked?.end ?? history(reading, start)
  if (opened < 0) return undefined
  const named = skip(reading, opened, about)
  const segment = asked?.value ?? segmentAt(reading, named)?.value
  let at = asked?.end ?? segmentAt(reading, named)?.end ?? Math.max(everySegment(reading, named), opened)
  for (let i = 0; i < 3; i++) at = skip(reading, at, movedWords)
  const found = window(reading, at)
  const [during] = found?.value.windows ?? []
  const { now, zone } = reading.situation
  const since = during && boundsOf(during, now, zone).from
  if (found !== undefined) at = found.end
  if (!isOver(reading, skip(reading, at, movedWords))) return undefined
  // "how has it" and "when was it" speak of something by name.
  if (segment === undefined && /^(?:how|when|who)$/.test(reading.tokens[start]?.word ?? '')) return undefined
  return done({
    do: 'list_changes',
    ...(segment === undefined ? {} : { segment: segment.id }),
    ...(since === undefined ? {} : { since: dateAt(since, zone) }),
  })
}

const refresh = phrase(
  'refresh|recalculate|recompute|recount|rerun|reload|resync|reprocess',
  'update|refresh the? count|counts|members|membership|numbers|audience of|for|in',
)
/** "bring VIP up to date", "make it current" */
const bring = phrase('bring|get|make|keep|put')
const upToDate = phrase('up to date', 'up to the minute', 'current|fresh|recent again?', 'uptodate')
const again = phrase(
  "'s|the|its? count|counts|members|membership|numbers|size|data",
  'again|now',
  'once more',
)

function upToDateIn(reading: Reading, start: number): Commanded | undefined {
  const opened = bring(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  const end = segment === undefined ? -1 : upToDate(reading, skip(reading, segment.end, again))
  return segment === undefined || end < 0 || !isOver(reading, end)
    ? undefined
    : done({ do: 'refresh_segment', segment: segment.value.id })
}

/** `refresh VIP`, `recount Champions` */
export function refreshing(reading: Reading, start: number): Commanded | undefined {
  const opened = refresh(reading, start)
  if (opened < 0) return upToDateIn(reading, start)
  const segment = segmentAt(reading, opened)
  if (segment === undefined) return doubtOf(whichSegment(reading, opened, 'refresh'))
  return !isOver(reading, skip(reading, segment.end, again))
    ? undefined
    : done({ do: 'refresh_segment', segment: segment.value.id })
}

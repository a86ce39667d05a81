import { leavesOf } from '../../criteria/walk.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'
import { type Commanded, done, doubtOf, type ReadCriteria } from './commanded.ts'
import { fixedQuestion, isFixed } from './fixed-question.ts'
import { segmentAt, whichSegment } from './segment-reference.ts'
import { afterCourtesy, isWhole } from './whole.ts'

const removal = phrase(
  'delete|remove|erase|trash|archive|drop|kill|bin|scrap|ditch|nuke|destroy|wipe|purge|zap|axe|chuck|toss|dump|retire|discard|del|rm',
  'get rid of',
  'throw|take away|out',
  'we|i do not|no longer? need|want',
  'we|i no longer need|want',
)
/** "Summer Buyers can go": of a segment that is named first. */
const goes = phrase(
  'can|should|must|may|has|needs|ought to? go|leave|disappear|vanish',
  'can|should|must|may|could|has|needs|is|ought to? be deleted|removed|erased|trashed|scrapped|dropped|binned|gone|retired',
  'is no longer|more needed|used|necessary|required|wanted',
  'is not needed|used|necessary|required|wanted anymore|longer?',
  'is not needed|used|necessary|required|wanted any more|longer',
)
const anymore = phrase('anymore', 'any more|longer', 'now|here')
const many = phrase('all|every|everything|any|each|these|those|both', 'all of?', 'segments')
const and = phrase('and|&|,', ', and')
const deleteIt = phrase('delete|remove|erase|trash it|this|that|them')

export function deleting(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const opened = removal(reading, start)
  if (opened < 0) return toGo(reading, start)
  const several = severalAt(reading, skip(reading, opened, many))
  if (several !== undefined) return several
  const segment = segmentAt(reading, opened)
  if (ofCriteria(reading, opened, segment?.value.id)) return undefined
  if (saidOfPeople(reading, start, opened)) return undefined
  // "drop anyone tagged staff, then pull women"
  if (SOMEBODY.test(reading.tokens[opened]?.word ?? '')) return undefined
  const behind = segment === undefined ? -1 : skip(reading, segment.end, anymore)
  if (segment !== undefined && keptAt(reading, behind, [segment.value.name]) >= reading.tokens.length) {
    return deleted(reading, segment.value)
  }
  if (isWhole(reading, deleteIt) && segment === undefined) {
    return doubtOf(whichSegment(reading, reading.tokens.length, 'delete'))
  }
  const all = many(reading, opened) >= 0
  if (!all && segment === undefined && reading.situation.criteria !== undefined) return undefined
  // "remove people who bought Tea" is said of people, and "delete the 90d one" of a segment.
  const named = reading.tokens.slice(opened).some((token) => THING.test(token.word))
  if (!all && !named && (segment !== undefined || criteriaOf(opened, reading.tokens.length) !== undefined))
    return undefined
  if (all && named && UNTOUCHED.test(said(reading, opened, reading.tokens.length)))
    return { kind: 'refused', missing: 'segments by when they were touched', reason: NOT_BY_USE }
  const doubt = whichSegment(reading, opened, 'delete')
  if (!all) return doubtOf(doubt)
  // Which of them are meant nobody can tell from names that are merely there.
  const text = 'list my segments'
  return doubtOf({ ...doubt, says: ONE_AT_A_TIME, choices: [{ label: text, instead: text }] })
}

function toGo(reading: Reading, start: number): Commanded | undefined {
  const segment = segmentAt(reading, start)
  const end = segment === undefined ? -1 : goes(reading, segment.end)
  if (segment === undefined || end < 0 || keptAt(reading, end, [segment.value.name]) < reading.tokens.length)
    return undefined
  return deleted(reading, segment.value)
}

interface Named {
  readonly id: string
  readonly name: string
}

const deleted = (reading: Reading, segment: Named): Commanded =>
  isFixed(reading, segment.id)
    ? fixedQuestion(reading, segment, { offer: LEFT_ALONE, choices: lookedAt([segment]) })
    : done({ do: 'delete_segment', segment: segment.id }, archives(reading) ? NO_ARCHIVE : undefined)

const LEFT_ALONE =
  'What you build can leave its people out, or a segment of your own can be made of it. What should be done?'
const NO_ARCHIVE = 'Segments have no archive: this deletes it, and “undo” brings it back as it was.'

/** What can be done with what can't be deleted. */
const lookedAt = (segments: readonly Named[]) =>
  segments.flatMap(({ name }) => [`clone ${name}`, `show ${name}`].map((text) => ({ label: text, text })))

const archives = ({ tokens }: Reading): boolean =>
  tokens.some(({ word }) => /^(?:archived?|retired?|shelved?|mothballed?)$/.test(word))

/** Which segments nobody needs is told by nothing that is kept. */
const UNTOUCHED =
  /\b(?:(?:touch|us|chang|edit|open|updat|refresh|export|look|view|need|modif)(?:e|ed|ied)\b|unused|untouched|stale|old(?:er)?\b|inactive|idle|since\b)/iu
const NOT_BY_USE =
  'Which segments nobody has touched or used for a time can’t be told yet, and segments are deleted one at a time, so that each can be looked at first; nothing is deleted now. “What changed since 1 September?” tells what was changed, “list my segments” which there are, and “delete Summer Buyers” drafts the deletion of one.'

const SOMEBODY = /^(?:anyone|anybody|everyone|everybody|people|customers|folks|whoever)$/
const THING = /^(?:segment|list|audience)s?$/
const ONE_AT_A_TIME =
  'Segments are deleted one at a time, so that each can be looked at first. Which one should I delete?'

/** "delete A and B" */
function severalAt(reading: Reading, at: number): Commanded | undefined {
  const found: Named[] = []
  for (let next = at; ; ) {
    const segment = segmentAt(reading, next)
    if (segment === undefined) return undefined
    found.push(segment.value)
    const names = found.map(({ name }) => name)
    const joined = and(reading, segment.end)
    const rest = keptAt(reading, segment.end, names)
    if (joined < 0 || rest >= reading.tokens.length) {
      if (names.length < 2 || rest < reading.tokens.length) return undefined
      return whichFirst(reading, found)
    }
    next = joined
  }
}

const quoted = (segments: readonly Named[]): string => segments.map(({ name }) => `“${name}”`).join(' and ')

/** Which of several goes first; what can't be deleted is said. */
function whichFirst(reading: Reading, found: readonly Named[]): Commanded {
  const fixed = found.filter(({ id }) => isFixed(reading, id))
  const free = found.filter((one) => !fixed.includes(one))
  const kept = `${quoted(fixed)} can’t be deleted or archived here: lists from elsewhere are removed where they come from, and the twelve RFM segments are the same everywhere.`
  const asks =
    free.length === 0
      ? LEFT_ALONE
      : `${archives(reading) ? 'Segments have no archive; they' : 'Segments'} are deleted one at a time, so that each can be looked at first. Which one should I delete?`
  return doubtOf({
    kind: 'question',
    says: fixed.length === 0 ? asks : `${kept} ${asks}`,
    choices: (free.length === 0
      ? lookedAt(found)
      : free.map(({ name }) => ({ label: name, text: `delete ${name}` }))
    ).map(({ label, text }) => ({ label, instead: text })),
    from: 0,
    to: reading.tokens.length,
  })
}

const bothOf = phrase(',? both|all of? them?')
const unasked = phrase(
  'no need to ask|confirm me? again?',
  'do not ask me? again?',
  'without asking',
  'skip the|any? are -? you -? sure thing|question|questions|prompt|step|bit|stuff?',
  'skip the|any|all? confirmation|confirming|question|questions|prompt|check',
)
const stop = phrase('.|,|;|!|-|but|and', '. but|and', ', but|and')
const keeps = phrase(
  'we|i want|need|still to? keep|need|use',
  'we|i keep|need|use it?',
  'stays|remains',
  'should|must|can|has to? stay|remain|be? kept?',
)
const keep = phrase('keep|leave|spare', 'we|i keep|need|use', 'do not touch|delete|remove')

/** "… . Engaged Never Ordered we keep!": behind what is deleted, what is not. */
function keptAt(reading: Reading, at: number, names: readonly string[]): number {
  const end = afterCourtesy(
    reading,
    skip(reading, afterCourtesy(reading, skip(reading, at, bothOf)), unasked),
  )
  const start = skip(reading, end, stop)
  const said = keep(reading, start)
  const spared = segmentAt(reading, said < 0 ? start : said)
  if (spared === undefined || names.includes(spared.value.name)) return end
  const behind = said < 0 ? keeps(reading, spared.end) : spared.end
  return behind < 0 ? end : afterCourtesy(reading, behind)
}

const part = phrase('part|bit|filter|condition|requirement|restriction|exclusion|exception|criterion|clause')
const except = phrase('except|but', 'apart|aside from', 'other than')

/** With people at hand "drop the VIPs" leaves those out; a segment is deleted by that name, or as a segment. */
const saidOfPeople = ({ situation, tokens }: Reading, from: number, opened: number): boolean =>
  situation.criteria !== undefined &&
  /^(?:drop|remove|scrap|ditch|throw|take|get|we|i|kill|bin|cut)$/.test(tokens[from]?.word ?? '') &&
  (!THAT.test(tokens[opened]?.word ?? '') || TOLD_APART.test(tokens[opened + 1]?.word ?? '')) &&
  !tokens.slice(opened).some(({ word }) => THING.test(word))

const THAT = /^(?:it|that|this|them|these|those)$/
/** "drop those with two orders", which says who; "delete those" does not. */
const TOLD_APART =
  /^(?:who|whose|that|which|with|without|not|in|from|on|of|under|over|below|above|using|running|having|buying|living|based|tagged|at|by)$/

/** "drop the VIP exclusion", "drop everything but …": a part of the criteria at hand goes, and no segment. */
function ofCriteria(reading: Reading, opened: number, segment: string | undefined): boolean {
  const { criteria } = reading.situation
  if (criteria === undefined) return false
  const rest = reading.tokens.slice(opened).map((_, i) => opened + i)
  if (rest.some((at) => part(reading, at) >= 0 || except(reading, at) >= 0)) return true
  const named = rest.some((at) => /^(?:segment|list|audience)s?$/.test(reading.tokens[at]?.word ?? ''))
  return (
    segment !== undefined &&
    !named &&
    leavesOf(criteria).some(({ condition }) => condition.type === 'segment' && condition.segment === segment)
  )
}

const VERSION = 'the? last|previous|earlier|old|prior|former? version|state|definition of|for'
const undoWord = phrase(
  'undo|revert|restore|roll',
  'undo|revert|restore the? last? change|changes|version to|of|in',
  'roll back',
  `go|take|put|get|bring|return|switch|roll|change|revert us|me? back? to ${VERSION}`,
  `restore|revert|reinstate ${VERSION}`,
)
const lastEdit = phrase(
  'to? how|what|where it was before|previously|earlier?',
  'to? how|what|where it was before the|my|our|your|that|this? last|latest|previous? edit|change|update',
  'to? the? previous|last|earlier|prior|old? version|state|definition',
  'from? before',
  'from? before the|my|our|your|that|this? last|latest|most? recent|previous? edit|change|update|edits|tweak|modification',
  'before|until i|we|they|somebody|someone last? changed|edited|updated|touched it|that?',
)
const beforeEdit = (reading: Reading, at: number): number =>
  afterCourtesy(reading, skip(reading, at, lastEdit))

export function undoing(reading: Reading, start: number): Commanded | undefined {
  const opened = undoWord(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  if (segment !== undefined && beforeEdit(reading, segment.end) >= reading.tokens.length)
    return done({ do: 'undo', segment: segment.value.id })
  return restoring(reading, start)
}

const restore = phrase(
  'bring|get|give us|me? back',
  'restore|undelete|recover',
  'undo the deletion|removal of',
)
const deletedThen = phrase(
  'someone|somebody|i|we|he|she|they deleted|removed',
  'that|which was|were|i|we deleted|removed',
  ',',
)
const backAtEnd = phrase('back', 'back please')
const theOld = phrase(
  'the|our|my',
  'the|our|my? segment|list|audience',
  'the|our|my? deleted|old? segment|list|audience',
)

/** "bring back Summer Shoppers, someone deleted it": a name that no living segment has. */
function restoring(reading: Reading, start: number): Commanded | undefined {
  const { tokens, situation } = reading
  const opened = restore(reading, start)
  if (opened < 0) return undefined
  const from = skip(reading, opened, theOld)
  let to = from
  while (
    to < tokens.length &&
    deletedThen(reading, to) < 0 &&
    tokens[to]?.kind !== 'sign' &&
    backAtEnd(reading, to) < 0
  )
    to++
  // With people at hand "bring the VIPs back" is said of them.
  if (to === from || (situation.criteria !== undefined && to === tokens.length)) return undefined
  return done({ do: 'restore', name: said(reading, from, to) })
}

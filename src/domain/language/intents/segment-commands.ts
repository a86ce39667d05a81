import { leavesOf } from '../../criteria/walk.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { unquoted } from '../tokens/token.ts'
import { type Commanded, done, doubtOf, type ReadCriteria } from './commanded.ts'
import { segmentAt, whichSegment } from './segment-reference.ts'
import { afterCourtesy, isWhole } from './whole.ts'

const rename = phrase(
  'rename|retitle',
  'change|update|edit the|its? name|title of?',
  'change|update the name|title of',
)

const to = phrase('to|as|into|:|->', 'to be', 'called|named')
const instead = phrase('instead', 'please')

export function renaming(reading: Reading, start: number, name: string | undefined): Commanded | undefined {
  const opened = rename(reading, start)
  if (opened < 0) return undefined
  const segment = segmentAt(reading, opened)
  if (segment === undefined) return doubtOf(whichSegment(reading, opened, 'rename'))
  const said = to(reading, segment.end)
  const rest = reading.tokens.slice(said >= 0 ? said : segment.end)
  const end = rest.findIndex((_, i) => instead(reading, (said >= 0 ? said : segment.end) + i) >= 0)
  const words = (end < 0 ? rest : rest.slice(0, end)).map((token) =>
    token.kind === 'quoted' ? unquoted(token.text) : token.text,
  )
  const given =
    name ??
    words
      .join(' ')
      .replace(/\s*[.!?]$/, '')
      .trim()
  if (given === '')
    return doubtOf({
      kind: 'question',
      says: `What should ${segment.value.name} be called?`,
      choices: [],
      from: start,
      to: reading.tokens.length,
    })
  return isList(reading, segment.value.id)
    ? listQuestion(reading, segment.value.name, [`clone ${segment.value.name} as “${given}”`])
    : done({ do: 'rename_segment', segment: segment.value.id, name: given })
}

/** A list has members and no criteria: it belongs to where it was imported from. */
const isList = ({ situation }: Reading, id: string): boolean =>
  situation.definition !== undefined && situation.definition(id) === undefined

const listQuestion = ({ tokens }: Reading, name: string, instead: readonly string[]): Commanded =>
  doubtOf({
    kind: 'question',
    says: `“${name}” is a list from elsewhere: it is changed or removed where it comes from.${instead.length > 0 ? ' A segment made of it can have that name: shall I make one?' : ' Which segment did you mean?'}`,
    choices: instead.map((text) => ({ label: text, instead: text })),
    from: 0,
    to: tokens.length,
  })

const clone = phrase(
  'clone|copy|duplicate|replicate',
  'make|create|take a|an|another? copy|clone|duplicate of',
  'copy of',
)

const limited = phrase(
  'and|but|,|then|with? limit|restrict|narrow|filter|limited|restricted|only|just|keep it|that|the|them? to|for|in|by?',
  'but|and|,? only|just for|in|with|from?',
  'and|but|, for|with|limited|in|from to?',
  'for|with|limited to?',
  'and|,|but add|require|exclude|excluding|without?',
  'limited to',
  'for',
)

export function cloning(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const opened = clone(reading, start)
  if (opened < 0) return undefined
  const segment = segmentAt(reading, opened)
  if (segment === undefined) return doubtOf(whichSegment(reading, opened, 'copy'))
  const { id } = segment.value
  const named = name === undefined ? nameBehind(reading, segment.end) : undefined
  const given = name ?? named?.name
  const base = { do: 'clone_segment', segment: id, ...(given === undefined ? {} : { name: given }) } as const
  const from = named?.end ?? segment.end
  if (afterCourtesy(reading, from) >= reading.tokens.length) return done(base)
  const added = criteriaOf(skip(reading, from, limited), reading.tokens.length)
  if (added === undefined) {
    return doubtOf({
      kind: 'question',
      says: 'What should be different in the copy?',
      choices: [],
      from,
      to: reading.tokens.length,
    })
  }
  const own = reading.situation.definition?.(id) ?? { type: 'segment', segment: id }
  return done({ ...base, criteria: { all: [...('all' in own ? own.all : [own]), added] } })
}

const inName =
  /^(?!(?:who|whose|that|which|where|with|of|for|from|in|and|or|but|limited?|only|to)$)[\p{L}\p{N}&+%'’-]+$/iu

/** "… as VIP France", "… to VIP France": the copy's name without quotes. */
function nameBehind(reading: Reading, at: number): { name: string; end: number } | undefined {
  const said = to(reading, at)
  if (said < 0) return undefined
  // The rest of the sentence is the name, unless something in it begins a condition.
  const rest = reading.tokens.slice(said)
  if (rest.length > 0 && rest.length <= 6 && rest.every(({ text }) => inName.test(text))) {
    return { name: rest.map(({ text }) => text).join(' '), end: reading.tokens.length }
  }
  let end = said
  while (reading.tokens[end] !== undefined && /^[\p{Lu}\p{N}]/u.test(reading.tokens[end]?.text ?? '')) end++
  if (end === said) return undefined
  return {
    name: reading.tokens
      .slice(said, end)
      .map((token) => token.text)
      .join(' '),
    end,
  }
}

const removal = phrase('delete|remove|erase|trash|archive|drop|kill', 'get rid of')
const many = phrase('all|every|everything|any|each|these|those|both', 'all of?', 'segments')
const deleteIt = phrase('delete|remove|erase|trash it|this|that|them')

export function deleting(reading: Reading, start: number): Commanded | undefined {
  const opened = removal(reading, start)
  if (opened < 0) return undefined
  const segment = segmentAt(reading, opened)
  if (ofCriteria(reading, opened, segment?.value.id)) return undefined
  if (segment !== undefined && afterCourtesy(reading, segment.end) >= reading.tokens.length) {
    return isList(reading, segment.value.id)
      ? listQuestion(reading, segment.value.name, [])
      : done({ do: 'delete_segment', segment: segment.value.id })
  }
  if (isWhole(reading, deleteIt) && segment === undefined) {
    return doubtOf(whichSegment(reading, reading.tokens.length, 'delete'))
  }
  const several = many(reading, opened) >= 0
  if (!several && segment === undefined && reading.situation.criteria !== undefined) return undefined
  if (
    !several &&
    !reading.tokens.slice(opened).some((token) => /^(?:segment|list|audience)s?$/.test(token.word)) &&
    segment === undefined
  )
    return undefined
  const doubt = whichSegment(reading, opened, 'delete')
  const says = several
    ? 'Segments are deleted one at a time, so that each can be looked at first. Which one should I delete?'
    : doubt.says
  return doubtOf({ ...doubt, says })
}

const part = phrase('part|bit|filter|condition|requirement|restriction|exclusion|exception|criterion|clause')
const except = phrase('except|but', 'apart|aside from', 'other than')

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

const update = phrase('update|edit|modify|change|redefine|replace|overwrite|set')

export function updating(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const opened = update(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  if (
    segment === undefined ||
    (segment.value.id === reading.situation.lastSegment?.id &&
      reading.situation.criteria !== undefined &&
      reading.links.at(opened).length === 0)
  )
    return undefined
  const said = to(reading, segment.end)
  const { id } = segment.value
  if (afterCourtesy(reading, segment.end) >= reading.tokens.length)
    return done({ do: 'update_segment', segment: id })
  const criteria = said < 0 ? undefined : criteriaOf(said, reading.tokens.length)
  if (criteria === undefined) {
    return doubtOf({
      kind: 'question',
      says: `What should ${segment.value.name} be? Say it in full, such as “update ${segment.value.name} to customers in France”.`,
      choices: [],
      from: segment.end,
      to: reading.tokens.length,
    })
  }
  return done({ do: 'update_segment', segment: id, criteria })
}

const undoWord = phrase(
  'undo|revert|restore|roll',
  'undo|revert|restore the? last? change|changes|version to|of|in',
  'roll back',
)

export function undoing(reading: Reading, start: number): Commanded | undefined {
  const opened = undoWord(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  if (segment === undefined || afterCourtesy(reading, segment.end) < reading.tokens.length) return undefined
  return done({ do: 'undo', segment: segment.value.id })
}

const explain = phrase(
  'explain|describe',
  'what is|does|are',
  'what is|are in|inside',
  'how is|was',
  'tell me about',
  'define',
  "what 's in?",
  'what defines',
  'who|what does',
  'explain to me',
  'how do you define',
  'what makes up',
)

const meansWord = phrase(
  'mean|means|contain|contains|defined|include|includes|consist|about|made|built|calculated',
  'mean|defined?',
  'made up? of',
  'all about',
  'consist of',
)

const show = phrase(
  'show|open|view|get|see|display|load',
  'show me',
  'go to',
  'pull up',
  'look at',
  'details|detail of|on|for',
  'show details of|for',
)

/** `explain Champions`, `what is VIP?`, `show VIP`: a segment and nothing else. */
export function about(reading: Reading, start: number): Commanded | undefined {
  for (const [words, verb] of [
    [explain, 'explain_segment'],
    [show, 'show_segment'],
  ] as const) {
    const opened = words(reading, start)
    const segment = opened < 0 ? undefined : segmentAt(reading, opened)
    if (segment === undefined) continue
    const behind = meansWord(reading, segment.end)
    if (afterCourtesy(reading, behind >= 0 ? behind : segment.end) >= reading.tokens.length) {
      return done({ do: verb, segment: segment.value.id })
    }
  }
  return undefined
}

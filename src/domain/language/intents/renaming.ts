import { foldText } from '#kernel/text.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said, wordAt } from '../grammar/reading.ts'
import { unquoted } from '../tokens/token.ts'
import { askBack, type Commanded, done, doubtOf } from './commanded.ts'
import { fixedQuestion, isFixed } from './fixed-question.ts'
import { segmentAt, whichSegment } from './segment-reference.ts'
import { isOver } from './whole.ts'

const rename = phrase(
  'rename|retitle|relabel|rechristen',
  'change|update|edit|switch the|its? name|title of?',
  'change|update|edit|set|switch|make the name|title of',
  'change|update|edit|switch',
  'call|name|label',
  'give',
)
const must = phrase(
  'should|must|shall|will|can|ought|needs|has|is|wants to? be|become?',
  'should|must|shall|will really|rather|now|instead? be|become?',
  'is|are now?',
  'to be',
  'needs|need|gets|deserves|wants|requires|could use|with? a|an|another new|better|different|fresh|clearer|proper|catchier',
)
const called = phrase('called|named|renamed|titled|known', 'renamed to|as', 'known as', 'now? called|named')
const named = phrase(
  "'s? name|title",
  "'s? name|title to|into|:|->|=",
  'a|an|the new|better|other|different name|title? :|,?',
  'another name|title? :|,?',
  'a|an|the name|title :|,?',
  'the name|title :?',
)
const to = phrase('to|as|into|:|->|=', 'to be', 'called|named')
const atHand = phrase(
  'it|that|this|them|the name|title',
  'its|the|that name|title',
  'the? segment|draft|proposal',
)
const madeName = phrase(
  'make|set|let|change|switch the|its|that name|title be|to|into?',
  'the|its name|title should|must|shall|has|needs to? be|read|say',
  'the|its name|title :|=|is',
  'rename|retitle|relabel it|that|this|them to|as|into?',
)
/** "the new name of VIP is Gold" */
const newName = phrase('the? new|other|better? name|title of|for', 'new name|title')
const nameIs = phrase("is|'s|:|=|->|should be?", 'will|shall|must be')
/** "I want VIP to be called Gold" */
const wish = phrase('i|we want|need|wish', "i|we would|d|'d? like|prefer|rather? to? have?")
/** "VIP is a silly name, could we go with Gold instead?" */
const complained = phrase(
  "is|'s|was|sounds|feels|seems a|an|such|not|too|the? a? bad|silly|poor|stupid|terrible|awful|ugly|confusing|wrong|old|boring|odd|good|great|long|vague|misleading|outdated|weird|strange|dull|unclear|better? name|title|one?",
)
const better = phrase(
  'go with|for',
  'use|prefer|want|try|have|like',
  'call|name|rename|title|label it|that|this|them to?',
  'make|change|switch it|that|this|the? name? to|into?',
  'how|what about',
  'should|would be|sound|read|is better?',
)
const simply = phrase('just|simply|only')
const instead = phrase('instead', 'please', 'from now on', 'going forward', 'thanks', 'for now')

/** `rename VIP to Gold`, `VIP should be called Gold`, `change the name of it to Gold`. `name`: what was cut out already. */
export function renaming(reading: Reading, start: number, name: string | undefined): Commanded | undefined {
  return (
    complaint(reading, start) ??
    itsNameIs(reading, start) ??
    ofDraft(reading, start, name) ??
    ordered(reading, start, name) ??
    wished(reading, start, name)
  )
}

function ordered(reading: Reading, start: number, name: string | undefined): Commanded | undefined {
  const opened = rename(reading, start)
  if (opened < 0) return undefined
  const open = /^(?:change|update|edit|switch|give)$/.test(wordAt(reading, opened - 1))
  const segment = segmentAt(reading, opened)
  if (segment === undefined) {
    if (open) return undefined
    const { tokens } = reading
    const at = tokens.findIndex((_, i) => i > opened && to(reading, i) >= 0)
    return doubtOf(whichSegment(reading, opened, 'rename', at < 0 ? tokens.length : at))
  }
  const behind = named(reading, segment.end)
  if (open && behind < 0) return undefined
  const at = skip(reading, skip(reading, behind < 0 ? segment.end : behind, to), simply)
  return renamed(reading, segment.value, name ?? nameFrom(reading, at), start)
}

function itsNameIs(reading: Reading, start: number): Commanded | undefined {
  const opened = newName(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  const is = segment === undefined ? -1 : nameIs(reading, segment.end)
  return segment === undefined || is < 0
    ? undefined
    : renamed(reading, segment.value, nameFrom(reading, is), start)
}

/** `VIP should be called Gold`: the name is cut out where it follows "called". */
function wished(reading: Reading, start: number, name: string | undefined): Commanded | undefined {
  const segment = segmentAt(reading, skip(reading, start, wish))
  const duty = segment === undefined ? -1 : must(reading, segment.end)
  if (segment === undefined || duty < 0) return undefined
  if (name !== undefined)
    return !isOver(reading, skip(reading, duty, instead))
      ? undefined
      : renamed(reading, segment.value, name, start)
  const said = called(reading, duty)
  return said < 0 ? undefined : renamed(reading, segment.value, nameFrom(reading, said), start)
}

function complaint(reading: Reading, start: number): Commanded | undefined {
  const segment = segmentAt(reading, start)
  const bad = segment === undefined ? -1 : complained(reading, segment.end)
  if (segment === undefined || bad < 0 || !/^(?:name|title)$/.test(wordAt(reading, bad - 1))) return undefined
  for (let at = bad; at < reading.tokens.length; at++) {
    const end = better(reading, at)
    if (end >= 0) return renamed(reading, segment.value, nameFrom(reading, end), start)
  }
  return renamed(reading, segment.value, '', start)
}

/** `make the name Parka People instead`, while what was drafted has not been confirmed. */
function ofDraft(reading: Reading, start: number, name: string | undefined): Commanded | undefined {
  const { situation } = reading
  if (situation.criteria === undefined || situation.lastSegment !== undefined) return undefined
  const opened = madeName(reading, start)
  if (opened >= 0) {
    const given = name ?? nameFrom(reading, opened)
    return given === '' ? undefined : (byItself(reading, given, 'it') ?? done({ do: 'save', name: given }))
  }
  const renames = rename(reading, start)
  const end = renames < 0 ? -1 : atHand(reading, renames)
  if (end < 0) return undefined
  if (name !== undefined) return !isOver(reading, end) ? undefined : done({ do: 'save', name })
  const said = to(reading, end)
  const given = said < 0 ? '' : nameFrom(reading, said)
  return given === '' ? undefined : (byItself(reading, given, 'it') ?? done({ do: 'save', name: given }))
}

function renamed(
  reading: Reading,
  { id, name: before }: { readonly id: string; readonly name: string },
  name: string,
  start: number,
): Commanded {
  if (name === '')
    return doubtOf({
      kind: 'question',
      says: `What should ${before} be called?`,
      choices: [],
      from: start,
      to: reading.tokens.length,
    })
  const alone = byItself(reading, name, before)
  if (alone !== undefined) return alone
  const taken = nameTaken(reading, id, name)
  if (taken !== undefined) return taken
  const text = `clone ${before} as “${name}”`
  return isFixed(reading, id)
    ? fixedQuestion(
        reading,
        { id, name: before },
        {
          offer: 'A segment made of it can have that name: shall I make one?',
          choices: [{ label: text, text }],
        },
      )
    : done({ do: 'rename_segment', segment: id, name })
}

/** Two segments of one name could not be told apart. */
function nameTaken(reading: Reading, id: string, name: string): Commanded | undefined {
  const other = reading.situation.vocabulary
    .values('segment')
    .find(({ label, value }) => foldText(label) === foldText(name) && value !== id)
  return other === undefined
    ? undefined
    : askBack(
        reading,
        `“${other.label}” is the name of another segment or list already, which stays as it is. What other name should it have?`,
      )
}

/** “… and put it live”: what should be done besides belongs to no name. */
const MORE =
  /\s+(?:and|then)(?:\s+then)?\s+(?:put|set|make|turn|mark|switch|move|archive|activate|publish|launch|export|save|delete|remove|add|exclude|show|tell)\b.*$/iu

/** Whether a name is plain words of the message: neither in quotes nor cut out of it as a name. */
const isUnmarked = ({ text, tokens }: Reading, name: string): boolean =>
  tokens.some(({ kind, start }) => kind !== 'quoted' && text.startsWith(name, start))

/** Asks for the name alone where something else is asked for behind it; a name that is marked off ends by itself. */
export function byItself(reading: Reading, name: string, what: string): Commanded | undefined {
  const alone = isUnmarked(reading, name) ? name.replace(MORE, '') : name
  if (alone === name || alone === '') return undefined
  return askBack(
    reading,
    `These are two changes, and each is looked at by itself. Is “${alone}” the new name? The rest can follow.`,
    [`rename ${what} to ${alone}`],
  )
}

/** The rest of the message as a name, without what is said to be polite. */
function nameFrom(reading: Reading, from: number): string {
  const { tokens } = reading
  let end = from
  while (end < tokens.length && instead(reading, end) < 0 && !/^[,;?]$/.test(wordAt(reading, end))) end++
  const only = tokens[from]
  if (only?.kind === 'quoted') return unquoted(only.text)
  return said(reading, from, end)
    .replace(/\s*[.!?]+$/, '')
    .trim()
}

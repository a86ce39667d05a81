import { leavesOf } from '../../criteria/walk.ts'
import { type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import { asFilters, asScores } from '../../profiles/as-parameters.ts'
import { MOST_PARAMETERS, type Parameter, parameterWeight } from '../../profiles/parameter.ts'
import { askAbout, isSettled, type Read, unique } from '../conclude.ts'
import { type Assumed, assumedBy, saidOf } from '../grammar/assumed.ts'
import { readClauses, type Sentence } from '../grammar/clauses.ts'
import { type Marks, mark } from '../grammar/marks.ts'
import { question } from '../grammar/meaning.ts'
import { type Reading, said, wordAt } from '../grammar/reading.ts'
import { type Built, build } from '../grammar/tree.ts'
import type { Interpretation } from '../interpretation.ts'
import { holdsAccounts } from '../situation.ts'
import type { Message } from '../read-message.ts'
import { conventionsIn, markPhrases, receiptOf } from '../receipt.ts'
import { unit } from '../unit.ts'
import { type Opening, openingOf } from './opening.ts'
import { type Section, sectionsOf, trimmed } from './sections.ts'
import { isBought, unsayableAt } from './unsayable.ts'
import { nameOf } from './profile-name.ts'

interface Unsaid {
  readonly from: number
  readonly to: number
  readonly why: string
}

/** A description, read section by section as being about one kind of record. */
interface Described {
  readonly reading: Reading
  readonly opening: Opening
  /** Where the description begins behind a title, if there is one. */
  readonly title: number
  /** What no data can say. */
  readonly named: readonly Unsaid[]
  readonly parts: readonly {
    readonly section: Section
    readonly sentence: Sentence
    readonly built: Built
  }[]
}

/**
 * "Build an ICP for …, exclude …, prefer …": a profile with its parameters, each with the mode that was said. What no
 * data can say is named beside it; what is not understood is asked. Undefined where no profile is to be built, or where
 * nobody says in which ICP a persona should live: then its people are counted.
 */
export function builtProfile(message: Message, again: Read['again']): Interpretation | undefined {
  const opening = openingOf(message.reading)
  if (opening === undefined || (opening.kind === 'persona' && opening.icp === undefined)) return undefined
  const described = entitiesFor(opening, message.reading)
    .map((entity) => describedAs(message.reading.as(entity)))
    .filter((one) => one !== undefined)
    .toSorted((a, b) => costOf(a) - costOf(b))[0]
  if (described === undefined) return undefined
  const read: Message = { ...message, reading: described.reading }
  return concluded(read, described, again)
}

/** Whom it can be about, those first whom it is about where both can be meant. */
function entitiesFor({ icp }: Opening, { situation }: Reading): readonly Entity[] {
  if (icp !== undefined) return [icp.entity === 'company' ? 'person' : icp.entity]
  return holdsAccounts(situation) ? ['company', 'customer'] : ['customer']
}

function describedAs(reading: Reading): Described | undefined {
  const opening = openingOf(reading)
  if (opening === undefined) return undefined
  const named: Unsaid[] = []
  const title = titleEnd(reading, opening.end)
  const parts = sectionsOf(reading, title, reading.tokens.length)
    .flatMap((section) => around(reading, section, named))
    .map((section) => {
      const sentence = sentenceIn(reading, section)
      const built: Built = sentence.node === undefined ? { assumptions: [] } : build(sentence.node)
      return { section, sentence, built }
    })
  return { reading, opening, title, parts, named }
}

/** A stretch that is not read to its end because of what stands behind it may be read by itself. */
function sentenceIn(reading: Reading, { from, to }: Section): Sentence {
  const inPlace = readClauses(reading, unit, from, to)
  if (inPlace.leftovers.length === 0) return inPlace
  const alone = reading.over(reading.tokens.slice(from, to))
  const { node, leftovers, doubts, assumptions, headed } = readClauses(alone, unit, 0, to - from)
  const built = node === undefined ? undefined : build(node)
  if (built?.criteria === undefined || leftovers.length > 0 || doubts.length > 0) return inPlace
  const meaning = {
    criteria: built.criteria,
    assumptions: saidOf([...assumptions, ...built.assumptions]),
    doubts: [],
  }
  return {
    node: { kind: 'leaf', meaning, from, to },
    marks: [],
    leftovers: [],
    doubts: [],
    assumptions: [],
    headed,
  }
}

/** A section without what no data can say in it. */
function around(reading: Reading, section: Section, named: Unsaid[]): readonly Section[] {
  const pieces: Section[] = []
  let from = section.from
  for (let at = from; at < section.to; ) {
    const found = unsayableAt(reading, at)
    if (found === undefined || found.end > section.to) {
      at++
      continue
    }
    named.push({ from: at, to: found.end, why: found.value })
    pieces.push({ ...section, from, to: at })
    from = found.end
    at = from
  }
  return [...pieces, { ...section, from }].flatMap((piece) => trimmed(reading, piece))
}

/** Names longer than this are none. */
const LONGEST_TITLE = 6

/** The first token behind a title that says nothing of its own: "drop-ready buyers: …". */
function titleEnd(reading: Reading, from: number): number {
  for (let at = from + 1; at < Math.min(from + LONGEST_TITLE + 1, reading.tokens.length - 1); at++) {
    if (wordAt(reading, at) !== ':') continue
    const { leftovers, doubts } = readClauses(reading, unit, from, at)
    return leftovers.length + doubts.length > 0 ? at + 1 : from
  }
  return from
}

/** Words that nothing reads, or that would be asked about. */
const costOf = ({ parts }: Described): number =>
  parts.reduce(
    (sum, { sentence: { leftovers, doubts } }) =>
      sum +
      [...leftovers, ...doubts.map(({ from, to }) => [from, to] as const)].reduce(
        (n, [from, to]) => n + to - from,
        0,
      ),
    0,
  )

function concluded(message: Message, described: Described, again: Read['again']): Interpretation {
  const { reading, opening, parts } = described
  const { length } = reading.tokens
  const all = parts.flatMap(({ built }) => (built.criteria === undefined ? [] : [built.criteria]))
  const open = parts
    .flatMap(({ sentence }) => sentence.doubts)
    .filter((doubt) => !all.some((criteria) => isSettled(doubt, criteria)))
  const [asked] = open.filter(({ kind }) => kind === 'question')
  if (asked !== undefined) return askAbout(message, asked, again)

  const named: Unsaid[] = [
    ...described.named,
    ...open.map((doubt) => ({ from: doubt.from, to: doubt.to, why: doubt.says.replace(/[.]$/u, '') })),
  ]
  const unread: (readonly [number, number])[] = []
  for (const [from, to] of parts.flatMap(({ sentence }) => sentence.leftovers)) {
    // "Kids gear" is one thing, of which the data knows neither word.
    const before = named.find((one) => one.to === from)
    if (before === undefined && !isBought(reading, from)) unread.push([from, to])
    else if (before === undefined) named.push({ from, to, why: NOT_SOLD })
    else named.splice(named.indexOf(before), 1, { from: before.from, to, why: NOT_SOLD })
  }
  const [first] = unread
  if (first !== undefined) {
    const words = unread.map(([from, to]) => `“${said(reading, from, to)}”`).slice(0, 5)
    const says = `I can’t place ${words.join(' and ')}. Can you say it in another way, or leave it out?`
    return askAbout(message, question(first[0], first[1], says), again)
  }
  const odd = parts.find(
    ({ section: { weight } }) => weight !== null && !parameterWeight.safeParse(weight).success,
  )
  if (odd !== undefined) {
    const says = `A weight is a whole number from 1 to 1,000, and ${odd.section.weight} is none. Which weight is meant?`
    return askAbout(message, question(odd.section.from, odd.section.to, says), again)
  }

  const parameters = parametersOf(parts)
  if (parameters.length === 0 || parameters.length > MOST_PARAMETERS) {
    return askAbout(message, question(0, length, nothingLeft(opening, named.length > 0, reading)), again)
  }
  const assumed: Assumed[] = [
    ...message.mended,
    ...named.flatMap(({ from, to, why }) =>
      assumedBy([`“${said(reading, from, to)}” is not part of it: ${why}.`], from, to),
    ),
    ...parts.flatMap(({ sentence, built }) => [...sentence.assumptions, ...built.assumptions]),
    ...severalPreferred(reading, parts),
    ...(described.title === opening.end
      ? []
      : assumedBy(
          [
            `“${said(reading, opening.end, described.title - 1)}” is read as its name; what follows it counts.`,
          ],
          opening.end,
          described.title,
        )),
  ]
  const marks: Marks = []
  const what = opening.kind === 'icp' ? 'build an ICP' : `build a persona in “${opening.icp?.name ?? ''}”`
  mark(marks, 0, length, 'command', what)
  for (const { section, sentence } of parts) {
    const own = markPhrases(sentence, reading.situation)
    for (let at = section.from; at < section.to; at++) marks[at] = own[at]
  }
  markModes(marks, reading, opening, parts)
  const settled = parts.flatMap(({ sentence }) => sentence.doubts).filter((doubt) => !open.includes(doubt))
  for (const { from, to } of settled) mark(marks, from, to, 'ignored', 'said more exactly beside it')
  for (const { from, to, why } of named) mark(marks, from, to, 'not accounted for', why)
  const conventions = parts.flatMap(({ sentence }) => conventionsIn(sentence.node, reading))
  return {
    kind: 'command',
    command: {
      do: 'build_profile',
      name: message.naming?.name ?? opening.name ?? nameOf(reading, opening.end),
      ...(opening.icp === undefined ? {} : { icp: opening.icp.id }),
      parameters,
      assumptions: unique(saidOf(assumed)),
    },
    receipt: receiptOf(message, marks, [...assumed, ...conventions]),
  }
}

/** Filters first, then excludes, then what scores, as a count of whom it fits has them. */
function parametersOf(parts: Described['parts']): Parameter[] {
  const held = parts.flatMap(({ section, built }): readonly Parameter[] => {
    if (built.criteria === undefined) return []
    return section.mode === 'required'
      ? asFilters(built.criteria)
      : asScores(built.criteria, section.weight ?? 1)
  })
  const of = (mode: Parameter['mode']) => held.filter((parameter) => parameter.mode === mode)
  return [...of('filter'), ...of('exclude'), ...of('score')]
}

/** What stands between the sections says how the next one counts. */
function markModes(marks: Marks, reading: Reading, opening: Opening, parts: Described['parts']): void {
  let at = opening.end
  for (const { section } of parts) {
    if (section.mode === 'preferred' && at < section.from) {
      mark(marks, at, section.from, 'command', `preferred, with weight ${section.weight ?? 1}`)
    }
    at = section.to
  }
  if (at < reading.tokens.length) mark(marks, at, reading.tokens.length, 'command', 'how it counts')
}

const severalPreferred = (reading: Reading, parts: Described['parts']): readonly Assumed[] =>
  parts.flatMap(({ section, built }) =>
    section.mode === 'preferred' && built.criteria !== undefined && 'all' in built.criteria
      ? assumedBy(
          [
            `“${said(reading, section.from, section.to)}” are ${leavesOf(built.criteria).length} preferences, and each counts by itself.`,
          ],
          section.from,
          section.to,
        )
      : [],
  )

const NOT_SOLD = 'no product, category or brand is called so'

function nothingLeft({ kind, icp }: Opening, named: boolean, reading: Reading): string {
  const whom = ENTITY_WORDS[reading.entity].many
  if (named) return `No data can say any of that. Which ${whom} do you look for in other words?`
  return kind === 'icp'
    ? `Which ${whom} should the ICP look for? Say what must hold, what is excluded and what is preferred.`
    : `Which ${whom} in “${icp?.name ?? ''}” should the persona look for?`
}

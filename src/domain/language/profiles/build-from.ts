import { foldText, joinWords } from '#kernel/text.ts'
import { type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import { icpOfEverybody } from '../../profiles/icp-of-everybody.ts'
import { MOST_PARAMETERS, parameterWeight } from '../../profiles/parameter.ts'
import { askAbout, isSettled, type Read, SETTLED, unique } from '../conclude.ts'
import { type Assumed, assumedBy, saidOf } from '../grammar/assumed.ts'
import { type Marks, mark } from '../grammar/marks.ts'
import { NO_SUCH_VALUE, question } from '../grammar/meaning.ts'
import { type Reading, said } from '../grammar/reading.ts'
import type { Interpretation } from '../interpretation.ts'
import { holdsAccounts, type NamedProfile, type Situation } from '../situation.ts'
import type { Message } from '../read-message.ts'
import { conventionsIn, markPhrases, receiptOf } from '../receipt.ts'
import { costOf, type Described, describedAs, type Unsaid } from './described.ts'
import type { Opening } from './opening.ts'
import { behindSign, clashing, modeWords, parametersOf, severalOf } from './profile-parameters.ts'
import { namedAs } from '../unplaced.ts'
import { askLacking, askUnread } from './unread.ts'
import { headingAt } from './section-words.ts'
import { isBought } from './unsayable.ts'
import { nameOf } from './profile-name.ts'

/** What is built of a description, about those whom it can be said of. */
export function buildFrom(message: Message, opening: Opening, again: Read['again']): Interpretation {
  const [first, ...others] = entitiesFor(opening, message.reading)
  const described = describedAs(opening, message.reading.as(first))
  const other = others.map((entity) => describedAs(opening, message.reading.as(entity)))[0]
  const [cost, otherCost] = [costOf(described), other === undefined ? Infinity : costOf(other)]
  const meant = other !== undefined && otherCost < cost ? other : described
  return concluded({ ...message, reading: meant.reading }, meant, again, cost === otherCost)
}

/** Whom it can be about, those first whom it is about where both can be meant. */
function entitiesFor({ kind, icp, entity }: Opening, { situation }: Reading): readonly [Entity, ...Entity[]] {
  if (kind === 'persona' && icp === undefined)
    return holdsAccounts(situation) && entity !== 'customer' ? ['person', 'customer'] : ['customer']
  if (entity !== undefined) return [entity]
  if (icp !== undefined) return [icp.entity === 'company' ? 'person' : icp.entity]
  return holdsAccounts(situation) ? ['company', 'customer'] : ['customer']
}

function concluded(
  message: Message,
  described: Described,
  again: Read['again'],
  either: boolean,
): Interpretation {
  const { reading, opening, parts } = described
  const { length } = reading.tokens
  const all = parts.flatMap(({ built }) => (built.criteria === undefined ? [] : [built.criteria]))
  const open = parts
    .flatMap(({ sentence }) => sentence.doubts)
    .filter((doubt) => !all.some((criteria) => isSettled(doubt, criteria)))
  const [asked] = open.filter(({ kind }) => kind === 'question')
  const lost = parts.flatMap(({ sentence }) => sentence.leftovers)
  if (asked !== undefined) {
    const also = lost.length === 0 ? '' : ` I can’t place ${namedAs(message, lost)} either.`
    return askAbout(message, { ...asked, says: `${asked.says}${also}` }, again)
  }

  const named: Unsaid[] = [
    ...described.named,
    ...open.map((doubt) => ({ from: doubt.from, to: doubt.to, why: doubt.says.replace(/[.]$/u, '') })),
  ]
  const unread: (readonly [number, number])[] = []
  for (const [from, to] of lost) {
    // "Kids gear" is one thing, of which the data knows neither word.
    const before = named.find((one) => one.to === from)
    if (before === undefined && !isBought(reading, from)) unread.push([from, to])
    else if (before === undefined) named.push({ from, to, why: NOT_SOLD })
    else {
      const why = isBought(reading, before.from) ? NOT_SOLD : before.why
      named.splice(named.indexOf(before), 1, { from: before.from, to, why })
    }
  }
  if (unread.length > 0) {
    const nobody = all.length === 0 && opening.kind === 'persona' && holdsAccounts(reading.situation)
    const hint = nobody ? BY_JOB : ''
    return askUnread(message, unread, again, hint)
  }
  const lacking = parts.flatMap(({ section, sentence: { doubts } }) =>
    section.mode === 'required' && section.denied === undefined
      ? doubts.filter((doubt) => doubt.kind === 'missing' && doubt.missing === NO_SUCH_VALUE)
      : [],
  )
  if (lacking.length > 0) return askLacking(message, lacking, again)
  const odd = parts.find(
    ({ section: { weight } }) => weight !== null && !parameterWeight.safeParse(weight).success,
  )
  if (odd !== undefined) {
    const says = `A weight is a whole number from 1 to 1,000, and ${odd.section.weight} is none. Which weight is meant?`
    return askAbout(message, question(odd.section.from, odd.section.to, says), again)
  }

  const taken = takenName(opening, reading.situation)
  if (taken !== undefined) return askAbout(message, question(0, length, taken), again)
  const parameters = parametersOf(reading, parts)
  const clash = clashing(parts, parameters, reading)
  if (clash !== undefined) return askAbout(message, question(0, length, clash), again)
  if (parameters.length === 0 || parameters.length > MOST_PARAMETERS) {
    return askAbout(message, question(0, length, nothingLeft(opening, named.length > 0, reading)), again)
  }
  const assumed: Assumed[] = [
    ...message.mended.filter(({ from }) => opening.stretches.some(([a, b]) => from >= a && from < b)),
    ...named.flatMap(({ from, to, why }) =>
      assumedBy([`“${said(reading, from, to)}” is not part of it: ${why}.`], from, to),
    ),
    ...parts.flatMap(({ sentence, built }) => [...sentence.assumptions, ...built.assumptions]),
    ...severalOf(reading, parts),
    ...parts.flatMap(({ section: { assumed: says, from, to } }) =>
      says === undefined ? [] : assumedBy([says], from, to),
    ),
    ...spokenOf(described, either),
  ]
  const marks: Marks = []
  const around = opening.icp?.name ?? icpOfEverybody(reading.entity)
  const what = opening.kind === 'icp' ? 'build an ICP' : `build a persona in “${around}”`
  mark(marks, 0, length, 'command', what)
  for (const { section, sentence } of parts) {
    const own = markPhrases(sentence, reading.situation)
    for (let at = section.from; at < section.to; at++) marks[at] = own[at]
  }
  markModes(marks, opening, parts)
  const settled = parts.flatMap(({ sentence }) => sentence.doubts).filter((doubt) => !open.includes(doubt))
  for (const { from, to } of settled) mark(marks, from, to, 'ignored', SETTLED)
  for (const { from, to, why } of named) mark(marks, from, to, 'not accounted for', why)
  const conventions = parts.flatMap(({ sentence }) => conventionsIn(sentence.node, reading))
  return {
    kind: 'command',
    command: {
      do: 'build_profile',
      name: nameFor(described),
      ...(opening.kind === 'icp' ? {} : { icp: opening.icp?.id ?? null }),
      parameters,
      assumptions: unique(saidOf(assumed)),
    },
    receipt: receiptOf(message, marks, [...assumed, ...conventions]),
  }
}

const BY_JOB =
  'Say whom you mean by job title, level or function: “CFOs”, “VPs and up”, “directors in finance”.'

/** The name that was said, else the title, else the first words of the description, numbered where they are taken. */
function nameFor({ reading, opening, title, parts }: Described): string {
  const [[start] = [0]] = opening.stretches
  if (opening.name !== undefined) return opening.name
  const { profilesNamed } = reading.situation
  const [opened] = parts
  const moded = headingAt(reading, start) !== undefined || opened?.section.mode === 'preferred'
  const first = moded ? (opened?.section.from ?? start) : start
  const name = nameOf(reading, title?.[0] ?? first)
  for (let nth = 1; ; nth++) {
    const numbered = nth === 1 ? name : `${name} ${nth}`
    if (sameName(numbered, opening.kind, opening.icp?.id ?? null, profilesNamed) === undefined)
      return numbered
  }
}

/** What was read so of the words around the description. */
function spokenOf({ reading, opening, title }: Described, either: boolean): readonly Assumed[] {
  const { later, live, others, icp, name } = opening
  const { length } = reading.tokens
  const says: Assumed[] = []
  const titled = title && said(reading, title[0], behindSign(reading, title[1]))
  if (title !== undefined) {
    const as = name === undefined ? 'is read as its name' : 'says what it is for'
    says.push(...assumedBy([`“${titled}” ${as}; what follows it counts.`], ...title))
  }
  if (either) {
    const whom = ENTITY_WORDS[reading.entity].many
    says.push(
      ...assumedBy([`It is about ${whom}. “ICP over customers: …” would be about customers.`], 0, length),
    )
  }
  if (later !== undefined) {
    const then = `“${said(reading, ...later)}” is not part of it: once a human has confirmed the ICP, say “add a persona under ${name ?? 'it'}: …”.`
    says.push(...assumedBy([then], ...later))
  }
  if (live !== undefined) {
    const then = `“${said(reading, ...live)}” is a step of its own: it is drafted first, and once a human has confirmed it, “set ${name ?? 'it'} live” makes it live.`
    says.push(...assumedBy([then], ...live))
  }
  if (others.length > 0 && icp !== undefined) {
    const too = joinWords(
      others.map((one) => one.name),
      'and',
    )
    const then = `It is drafted in “${icp.name}” alone: once a human has confirmed it, “clone it into ${too}” copies it.`
    says.push(...assumedBy([then], 0, length))
  }
  return says
}

/** What stands between the sections says how the next one counts. */
function markModes(marks: Marks, { stretches }: Opening, parts: Described['parts']): void {
  for (const [from, to] of stretches) {
    let at = from
    for (const { section } of parts) {
      if (section.from < from || section.to > to) continue
      const words = modeWords(section)
      if (words !== undefined && at < section.from) mark(marks, at, section.from, 'command', words)
      at = section.to
    }
    if (at < to) mark(marks, at, to, 'command', 'how it counts')
  }
}

/** A name that was said, and that another draft beside it has; of one that is there the tool says so. */
function takenName({ kind, name, icp }: Opening, { profilesNamed }: Situation): string | undefined {
  const other = name === undefined ? undefined : sameName(name, kind, icp?.id ?? null, profilesNamed)
  if (other?.waits !== true) return undefined
  const what = kind === 'icp' ? 'An ICP' : 'A persona'
  return `${what} “${other.name}” is drafted already and waits to be confirmed. How should this one be called instead? To change that one, say what should be different in “${other.name}”.`
}

const sameName = (
  name: string,
  kind: NamedProfile['kind'],
  home: string | null,
  named: Situation['profilesNamed'],
): NamedProfile | undefined =>
  named?.(name).find(
    (one) => one.kind === kind && one.icpId === home && foldText(one.name) === foldText(name),
  )

const NOT_SOLD = 'no product, category or brand is called so'

function nothingLeft({ kind, icp }: Opening, named: boolean, reading: Reading): string {
  const whom = ENTITY_WORDS[reading.entity].many
  if (named) return `No data can say any of that. Which ${whom} do you look for in other words?`
  return kind === 'icp'
    ? `Which ${whom} should the ICP look for? Say what must hold, what is excluded and what is preferred.`
    : `Which ${whom} in “${icp?.name ?? ''}” should the persona look for?`
}

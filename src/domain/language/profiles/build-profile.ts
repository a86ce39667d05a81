import { joinWords } from '#kernel/text.ts'
import { type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import { MOST_PARAMETERS, parameterWeight } from '../../profiles/parameter.ts'
import { askAbout, isSettled, type Read, unique } from '../conclude.ts'
import { type Assumed, assumedBy, saidOf } from '../grammar/assumed.ts'
import { type Marks, mark } from '../grammar/marks.ts'
import { question } from '../grammar/meaning.ts'
import { type Reading, said } from '../grammar/reading.ts'
import { afterCourtesy } from '../intents/whole.ts'
import type { Interpretation } from '../interpretation.ts'
import { holdsAccounts } from '../situation.ts'
import { type Message, readMessage } from '../read-message.ts'
import { conventionsIn, markPhrases, receiptOf } from '../receipt.ts'
import { costOf, type Described, describedAs, type Unsaid } from './described.ts'
import { homeBehind } from './home-behind.ts'
import { type Opening, openingOf } from './opening.ts'
import { profileAt } from './profile-at.ts'
import { behindSign, clashing, modeWords, parametersOf, severalOf } from './profile-parameters.ts'
import { isBought } from './unsayable.ts'
import { nameOf } from './profile-name.ts'

/**
 * "Build an ICP for …, exclude …, prefer …": a profile with its parameters, each with the mode that was said. What no
 * data can say is named beside it; what is not understood is asked. Undefined where no profile is to be built, or where
 * nobody says in which ICP a persona should live: then its people are counted.
 */
export function builtProfile(message: Message, again: Read['again']): Interpretation | undefined {
  const start = afterCourtesy(message.reading)
  const called = message.naming !== undefined || PROFILED.test(message.text)
  if (!called && profileAt(message.reading, start, 'icp') === undefined) return undefined
  // A name may end elsewhere than a segment’s would: “an ICP called SMB SaaS for SaaS companies”.
  const whole = message.naming === undefined ? message : withNames(message)
  const opening = openingOf(whole.reading)
  if (opening?.doubt !== undefined) return askAbout(whole, opening.doubt, again)
  if (opening === undefined || (opening.kind === 'persona' && opening.icp === undefined))
    return livingBehind(message, whole, opening, again)
  const built = buildFrom(whole, opening, again)
  if (opening.bare === true && built.kind !== 'command' && message.text.includes('?')) return undefined
  return !opening.made && opening.kind === 'icp' && onlyCounts(built) ? undefined : built
}

/** A persona whose ICP is named behind its description; where ICPs are there and none is named, it is asked which. */
function livingBehind(
  message: Message,
  whole: Message,
  opening: Opening | undefined,
  again: Read['again'],
): Interpretation | undefined {
  const { naming } = message
  const home = homeBehind(whole.reading, opening !== undefined)
  const [icp, ...others] = home?.icps ?? []
  if (home !== undefined && icp !== undefined) {
    const named =
      naming === undefined ? home.rest : (homeBehind(message.reading, false, true)?.rest ?? home.rest)
    const rest = opening === undefined ? named : home.rest
    const inside = opening === undefined ? undefined : openingOf(rest)
    const described: Opening = inside ?? {
      kind: 'persona',
      others: [],
      made: true,
      stretches: [[afterCourtesy(rest), rest.tokens.length]],
      ...(naming === undefined ? {} : { name: naming.name }),
    }
    const built = buildFrom(
      { ...whole, reading: rest },
      { ...described, kind: 'persona', icp, others },
      again,
    )
    return opening === undefined && built.kind !== 'command' ? undefined : built
  }
  const { situation, tokens } = whole.reading
  const icps = (situation.profiles?.() ?? []).filter((one) => one.icp === null)
  if (opening === undefined || !opening.made || icps.length === 0) return undefined
  // “An audience of people with ICP and persona above 60” makes no persona.
  if (OTHERWISE.test(message.text)) return undefined
  const says = `In which ICP should the persona live: ${joinWords(
    icps.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`),
    'or',
  )}?`
  const text = message.text.trim().replace(/[.!?]$/u, '')
  const choices = icps
    .slice(0, MOST_NAMED)
    .map(({ name }) => [`in ${name}`, `${text}, under ${name}`] as const)
  return askAbout(whole, question(0, tokens.length, says, choices), again)
}

const OTHERWISE = /\b(?:audiences?|segments?|lists?|scores?)\b/iu

/** Whom it fits says all of it: nothing is preferred, and nothing is left out of it. */
const onlyCounts = (built: Interpretation): boolean =>
  built.kind === 'command' &&
  built.command.do === 'build_profile' &&
  built.command.parameters.every(({ mode }) => mode !== 'score') &&
  !built.receipt.some(({ as }) => as === 'not accounted for')

/** What is built of a description, about those whom it can be said of. */
export function buildFrom(message: Message, opening: Opening, again: Read['again']): Interpretation {
  const [first, ...others] = entitiesFor(opening, message.reading)
  const described = describedAs(opening, message.reading.as(first))
  const other = others.map((entity) => describedAs(opening, message.reading.as(entity)))[0]
  const [cost, otherCost] = [costOf(described), other === undefined ? Infinity : costOf(other)]
  const meant = other !== undefined && otherCost < cost ? other : described
  return concluded({ ...message, reading: meant.reading }, meant, again, cost === otherCost)
}

/** Nothing else is read twice. */
const PROFILED = /\b(?:icps?|personas?|profiles?|ideal|under|inside|into|within|in|to|for|needs)\b/iu

const withNames = (message: Message): Message =>
  readMessage(message.text, message.reading.situation, { names: false })

/** Whom it can be about, those first whom it is about where both can be meant. */
function entitiesFor({ icp, entity }: Opening, { situation }: Reading): readonly [Entity, ...Entity[]] {
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
    const also = lost.length === 0 ? '' : ` I can’t place ${namesOf(reading, lost)} either.`
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
  const [first] = unread
  if (first !== undefined) {
    const says = `I can’t place ${namesOf(reading, unread)}. Can you say it in another way, or leave it out?`
    return askAbout(message, question(first[0], first[1], says), again)
  }
  const odd = parts.find(
    ({ section: { weight } }) => weight !== null && !parameterWeight.safeParse(weight).success,
  )
  if (odd !== undefined) {
    const says = `A weight is a whole number from 1 to 1,000, and ${odd.section.weight} is none. Which weight is meant?`
    return askAbout(message, question(odd.section.from, odd.section.to, says), again)
  }

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
  const what = opening.kind === 'icp' ? 'build an ICP' : `build a persona in “${opening.icp?.name ?? ''}”`
  mark(marks, 0, length, 'command', what)
  for (const { section, sentence } of parts) {
    const own = markPhrases(sentence, reading.situation)
    for (let at = section.from; at < section.to; at++) marks[at] = own[at]
  }
  markModes(marks, opening, parts)
  const settled = parts.flatMap(({ sentence }) => sentence.doubts).filter((doubt) => !open.includes(doubt))
  for (const { from, to } of settled) mark(marks, from, to, 'ignored', 'said more exactly beside it')
  for (const { from, to, why } of named) mark(marks, from, to, 'not accounted for', why)
  const conventions = parts.flatMap(({ sentence }) => conventionsIn(sentence.node, reading))
  return {
    kind: 'command',
    command: {
      do: 'build_profile',
      name: nameFor(described),
      ...(opening.icp === undefined ? {} : { icp: opening.icp.id }),
      parameters,
      assumptions: unique(saidOf(assumed)),
    },
    receipt: receiptOf(message, marks, [...assumed, ...conventions]),
  }
}

const MOST_NAMED = 5
const namesOf = (reading: Reading, stretches: readonly (readonly [number, number])[]): string =>
  stretches
    .slice(0, MOST_NAMED)
    .map(([from, to]) => `“${said(reading, from, to)}”`)
    .join(' and ')

/** The name that was said, else the title, else the first words of the description. */
function nameFor({ reading, opening, title }: Described): string {
  const [[start] = [0]] = opening.stretches
  return opening.name ?? nameOf(reading, title?.[0] ?? start)
}

/** What was read so of the words around the description. */
function spokenOf({ reading, opening, title }: Described, either: boolean): readonly Assumed[] {
  const { later, others, icp, name } = opening
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

const NOT_SOLD = 'no product, category or brand is called so'

function nothingLeft({ kind, icp }: Opening, named: boolean, reading: Reading): string {
  const whom = ENTITY_WORDS[reading.entity].many
  if (named) return `No data can say any of that. Which ${whom} do you look for in other words?`
  return kind === 'icp'
    ? `Which ${whom} should the ICP look for? Say what must hold, what is excluded and what is preferred.`
    : `Which ${whom} in “${icp?.name ?? ''}” should the persona look for?`
}

import { entityOf } from '../criteria/entity.ts'
import type { Criteria } from '../criteria/schema.ts'
import { answered } from './answered.ts'
import { askedEntity } from './asked-entity.ts'
import { atOneMoment } from './at-one-moment.ts'
import { besideQuestion } from './beside-question.ts'
import { certainPart } from './certain-part.ts'
import { askAbout, conclude } from './conclude.ts'
import { edited } from './follow-up-answers.ts'
import { conjuncts } from './follow-ups/edit.ts'
import { peopleThere } from './follow-ups/people-there.ts'
import { newRequest } from './follow-ups/refinement.ts'
import { followUp, type Otherwise } from './follow-up.ts'
import { assumedBy } from './grammar/assumed.ts'
import { readClauses } from './grammar/clauses.ts'
import { mark, type Marks } from './grammar/marks.ts'
import { build } from './grammar/tree.ts'
import type { Commanded } from './intents/commanded.ts'
import { commandIn } from './intents/commands.ts'
import { FILE_OF_SAVED } from './intents/exporting.ts'
import { foreignLanguage, wordsOutsideNames } from './intents/foreign.ts'
import { framingOf } from './intents/framing.ts'
import { clones } from './intents/cloning.ts'
import { pastedSql } from './intents/pasted-sql.ts'
import { nearest } from './intents/nearest.ts'
import { notSaved } from './intents/not-saved.ts'
import { codeIn } from './intents/code-in-names.ts'
import { outOfScope, wouldWrite } from './intents/scope.ts'
import { namedInTitle, titleEnd } from './title-end.ts'
import { talkIn } from './intents/talk.ts'
import type { Interpretation } from './interpretation.ts'
import { unit } from './unit.ts'
import { type Message, readMessage } from './read-message.ts'
import { aboutProfiles } from './profiles/about-profiles.ts'
import { managedProfiles } from './profiles/profile-commands.ts'
import { keptAsProfile } from './profiles/kept-as-profile.ts'
import { unclearEdit } from './profiles/editing/unclear-edit.ts'
import { ofOthers } from './of-others.ts'
import { ofShown } from './of-shown.ts'
import { receiptOf } from './receipt.ts'
import { wholeReceipt } from './whole-receipt.ts'
import { withoutBackground } from './without-background.ts'
import { severalCounts } from './several-counts.ts'
import { severalSteps } from './several-steps.ts'
import type { Situation } from './situation.ts'
import { tokenize } from './tokens/tokenize.ts'
import { whileAsked } from './while-asked.ts'
import { wholeGroups } from './whole-groups.ts'

/** Longer messages are refused: nobody can check what a page of text was read as. */
const LONGEST_MESSAGE = 10_000
/** Signs count as words. Reading takes time that grows with the square of them. */
const MOST_WORDS = 1200
/** Of longer ones the options of a question are not read ahead: that takes as long again for each. */
const MOST_WORDS_OF_OPTIONS = 300

const TOO_LONG = `That message is longer than ${LONGEST_MESSAGE.toLocaleString('en-US')} characters or ${MOST_WORDS.toLocaleString('en-US')} words. Please say in a few sentences whom you are looking for; what you add in the next message narrows it further. Longer criteria can be pasted as SQL.`

/**
 * What a message means, given what stands before it: criteria, a question, a command, a refusal, or talk.
 * Pure and synchronous. Every content word is accounted for, or it is asked about; nothing is dropped.
 */
export function interpret(text: string, given: Situation): Interpretation {
  const situation = atOneMoment(given)
  const read: typeof interpret = (other, at) => interpretAt(other, at, 0)
  const answer = situation.asked && (answered(text, situation, read) ?? whileAsked(text, situation, read))
  const found = answer ?? ofShown(text, situation, read)
  if (found !== undefined) return found
  const alone = withoutBackground(read(text, situation), text, situation, (rest) => read(rest, situation))
  const steps = severalSteps(text, alone, (part) => read(part, situation))
  return steps ?? besideQuestion(alone, text, situation)
}

/** Options of a question are interpreted as well, one level deep, so that each can be counted. */
function interpretAt(text: string, situation: Situation, depth: number): Interpretation {
  const sql = pastedSql(text)
  if (sql !== undefined && !wouldWrite(sql)) return sqlCommand(text, sql)
  const words = text.length > LONGEST_MESSAGE ? Infinity : tokenize(text).length
  if (words > MOST_WORDS) return refused(TOO_LONG, [], [])
  const heard = readMessage(text, situation)
  const message = { ...heard, reading: heard.reading.as(askedEntity(heard.reading)) }
  const { criteria: _criteria, ...beside } = situation
  const readIn = (other: Situation) => (said: string) =>
    depth === 0 && words <= MOST_WORDS_OF_OPTIONS ? interpretAt(said, other, 1) : undefined
  const again = readIn(situation)
  const otherwise: Otherwise = {
    again,
    anew: readIn(beside),
    fresh: (from) => fresh(message, from, again),
  }
  const { reading } = message
  const silent = message.instructions.length > 0 && reading.tokens.every(({ kind }) => kind === 'sign')
  if ((silent || !reading.tokens.length) && !message.naming) return nothingAsked(message)
  // “perfect, save it as London Gold” asks for something.
  const topic = message.naming ? undefined : talkIn(reading)
  if (topic !== undefined) return { kind: 'talk', topic, receipt: wholeReceipt(message, 'ignored', topic) }
  const code = codeIn(text, again)
  if (code !== undefined)
    return { ...code, receipt: wholeReceipt(message, 'not accounted for', code.question) }
  const language = foreignLanguage(wordsOutsideNames(reading))
  if (language !== undefined) {
    return refused(
      `This looks like ${language}. Muster reads English for now: please ask in English.`,
      [`requests in ${language}`],
      wholeReceipt(message, 'not accounted for', `looks like ${language}`),
    )
  }
  const profiled = aboutProfiles(heard, again)
  if (profiled !== undefined) return profiled
  const scope = outOfScope(reading, text)
  // “Publish SMB SaaS” sends nothing.
  const managed = scope === undefined ? undefined : managedProfiles(heard.reading, message.naming?.name)
  const outside = managed?.kind === 'command' ? undefined : scope
  const command =
    outside === undefined
      ? // Segments, and what else a command names, are known where customers are asked for.
        commandIn(heard.reading, message.naming?.name, (from, to) => certainPart(message, from, to))
      : undefined
  if (outside !== undefined || command?.kind === 'refused') {
    const changed = changeOfAtHand(message, otherwise)
    if (changed !== undefined) return changed
  }
  if (outside !== undefined)
    return refused(outside, [], wholeReceipt(message, 'not accounted for', 'out of scope'))
  const people = wholeGroups(message)
  if (people !== undefined) return people
  if (command !== undefined) return commanded(message, command, again)
  const unclear = unclearEdit(heard, again)
  if (unclear !== undefined) return unclear
  const counts = severalCounts(message, again)
  if (counts !== undefined) return counts
  const { criteria } = situation
  const staff = criteria === undefined ? undefined : atThose(heard, criteria)
  if (staff !== undefined) return staff
  const others = ofOthers(message)
  if (others !== undefined)
    return refused(others, [text.slice(0, 200)], wholeReceipt(message, 'not accounted for', others))
  // What is at hand about others than are asked for is not changed by it.
  const read =
    criteria === undefined || entityOf(criteria) !== reading.entity
      ? otherwise.fresh(newRequest(reading))
      : followUp(message, criteria, otherwise)
  // "clone it for London", of people who are not saved yet: the copy is what is asked for.
  if (read.kind === 'criteria' && read.intent === 'refine' && clones(reading))
    return { ...read, intent: 'create' }
  const hint = read.kind === 'question' && read.options.length === 0 ? nearest(heard.reading) : undefined
  return read.kind === 'question' && hint !== undefined
    ? { ...read, question: `${read.question} ${hint}` }
    : read
}

/** "remove people who bought Tea", "set the amount to 300": of the criteria at hand, where there are any. */
function changeOfAtHand(message: Message, otherwise: Otherwise): Interpretation | undefined {
  const { criteria } = message.reading.situation
  if (criteria === undefined || entityOf(criteria) !== message.reading.entity) return undefined
  if (!/\b(?:remove|drop|set|change|push|add)\b/iu.test(message.text)) return undefined
  const read = followUp(message, criteria, otherwise)
  return read.kind === 'criteria' && read.intent === 'refine' ? read : undefined
}

/** "and their CFOs?" of companies at hand: the people there. */
function atThose(message: Message, company: Criteria): Interpretation | undefined {
  const said = peopleThere(message.reading, company)
  const reading = message.reading.as('person')
  const people = said && certainPart({ ...message, reading }, said.from, said.to)
  if (said === undefined || people === undefined) return undefined
  const put = conjuncts(people)
  const criteria: Criteria = { all: [...put, { type: 'works_at', company }] }
  const edit = { criteria, says: 'people at the companies at hand', put, taken: [] }
  return edited({ ...message, reading }, edit, said, assumedBy([PEOPLE_THERE], said.from, said.to))
}

const PEOPLE_THERE = 'These are people who work at the companies at hand.'

/** SQL is read by its own reader, and never run. */
const sqlCommand = (text: string, sql: string): Interpretation => ({
  kind: 'command',
  command: { do: 'explain_sql', sql },
  receipt: [
    { text: text.slice(0, 500), start: 0, end: text.length, as: 'command', meaning: 'explain this SQL' },
  ],
})

type Again = (text: string) => Interpretation | undefined

/** A request that stands by itself. */
function fresh(message: Message, from: number, again: Again): Interpretation {
  const { reading, naming } = message
  const framing = framingOf(reading, from, reading.tokens.length)
  const title = titleEnd(message, framing.start)
  const sentence = readClauses(reading, unit, title, reading.tokens.length)
  const marks: Marks = [...sentence.marks]
  mark(marks, 0, from, 'command', 'start anew')
  mark(marks, from, framing.start, 'command', framing.intent === 'create' ? 'create a segment' : 'find them')
  mark(marks, framing.start, title, 'ignored', 'a title')
  const titled =
    title > framing.start
      ? assumedBy(
          [`“${wordsIn(message, framing.start, title - 1)}” is read as a title; what follows it counts.`],
          framing.start,
          title,
        )
      : []
  const { criteria } = sentence.node === undefined ? {} : build(sentence.node)
  const asked = namedInTitle(message, framing.start, title, criteria)
  const doubts = asked === undefined ? sentence.doubts : [...sentence.doubts, asked]
  const create =
    naming !== undefined ||
    message.saves === true ||
    framing.intent === 'create' ||
    framing.profile !== undefined
  const saved = reading.entity === 'customer'
  return conclude({
    message,
    sentence: { ...sentence, marks, doubts },
    intent: create && saved ? 'create' : 'count',
    assumptions: [
      ...titled,
      ...((framing.file || AS_FILE.test(message.text)) && saved
        ? assumedBy([FILE_OF_SAVED], from, framing.start)
        : []),
      ...(create && !saved ? assumedBy([NOT_SAVED[reading.entity]], from, framing.start) : []),
    ],
    again,
  })
}

const AS_FILE = /\b(?:as|in|to)\s+(?:an?\s+)?(?:csv|excel|xlsx|spreadsheet)\b/iu
/** What a preview of them leaves out. */
const NOT_SAVED = {
  company: 'This counts the companies that meet all of it. “Build an ICP for …” drafts a profile of them.',
  person:
    'This counts the people who meet all of it. To keep a persona of them, say in which ICP: “build a persona in SMB SaaS: …”.',
} as const

const wordsIn = ({ text, reading }: Message, from: number, to: number): string =>
  text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end)

function commanded(message: Message, found: Commanded, again: Again): Interpretation {
  switch (found.kind) {
    case 'command': {
      const kept = found.command.do === 'save' ? keptAsProfile(message, found.command.name, again) : undefined
      if (kept !== undefined)
        return {
          ...kept,
          ...(kept.kind === 'command' && found.note !== undefined && { note: found.note }),
          receipt: wholeReceipt(message, 'command', 'a command'),
        }
      const unsaved = notSaved(message.reading, found.command)
      if (unsaved !== undefined)
        return refused(
          unsaved,
          ['saved companies and people'],
          wholeReceipt(message, 'not accounted for', unsaved),
        )
      return { ...found, receipt: wholeReceipt(message, 'command', 'a command') }
    }
    case 'people':
      return {
        kind: 'criteria',
        intent: 'create',
        criteria: found.criteria,
        assumptions: [found.assumption],
        receipt: wholeReceipt(message, 'command', found.assumption),
      }
    case 'doubt':
      return askAbout(message, found.doubt, again)
    case 'refused':
      return refused(found.reason, [found.missing], wholeReceipt(message, 'not accounted for', found.reason))
  }
}

function nothingAsked(message: Message): Interpretation {
  const receipt = receiptOf(message, [])
  const outside = outOfScope(message.reading, message.text, message.text)
  if (outside !== undefined) return refused(outside, [], receipt)
  if (message.instructions.length > 0) {
    return refused(
      'That changes nothing: Muster always shows what it would do, and a human confirms it. Say whom you are looking for.',
      [],
      receipt,
    )
  }
  return { kind: 'question', question: 'Whom are you looking for?', options: [], receipt }
}

const refused = (
  reason: string,
  missing: readonly string[],
  receipt: Interpretation['receipt'],
): Interpretation => ({
  kind: 'refused',
  reason,
  missing,
  receipt,
})

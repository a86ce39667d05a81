import { phrase } from '../grammar/phrase.ts'
import { deniedParts } from '../follow-ups/edit.ts'
import { leadsIn } from '../follow-ups/leads.ts'
import type { Command } from '../interpretation.ts'
import type { Reading } from '../grammar/reading.ts'
import { audiences } from './audience-commands.ts'
import { WHOLE } from './command-words.ts'
import { askedOfSegment } from './asked-of-segment.ts'
import { cloning } from './cloning.ts'
import { deleting, undoing } from './deleting.ts'
import { type Commanded, done, type ReadCriteria } from './commanded.ts'
import { earlierVersion } from './earlier-version.ts'
import { exporting } from './exporting.ts'
import { goesBack } from './going-back.ts'
import { figures } from './figures-of-a-time.ts'
import { comparingGroups } from './comparing-groups.ts'
import { shares } from './shares.ts'
import { comparing } from './comparing.ts'
import { historyOf, refreshing } from './group-commands.ts'
import { healthOf } from './health-commands.ts'
import { indicating } from './indicator-commands.ts'
import { listing } from './list-commands.ts'
import { pinning } from './pin-commands.ts'
import { membership } from './membership.ts'
import { notYet } from './not-yet.ts'
import { renaming } from './renaming.ts'
import { routingRule } from './routing-commands.ts'
import { scheduling } from './scheduling.ts'
import { editing } from './segment-edits.ts'
import { about, updating } from './segment-commands.ts'
import { splitting } from './splitting.ts'
import { managedProfiles } from '../profiles/profile-commands.ts'
import { whereIsOne } from './where-is-one.ts'
import { afterCourtesy, isWhole } from './whole.ts'

const quotedTerm = phrase(
  'no|wait|ok|hmm|hang|hold|on|,|please|what|how|do|does|is|are|you|exactly|by',
  'no wait',
  'what do you mean by',
)

const includes = phrase(
  'include|includes|mean|means|cover|covers|count|counts|contain|defined|calculated|counted',
  'stand for',
)

/** "what does 'spent' include?": the words of the criteria at hand answer it. */
function asksForTerm(reading: Reading): boolean {
  const { tokens, situation } = reading
  if (
    situation.criteria === undefined ||
    !tokens.some((token) => token.word === 'what' || token.word === 'how')
  )
    return false
  return (
    tokens.some((_, i) => includes(reading, i) >= 0) && quotedTerm(reading, 0) >= 0 && tokens.length <= 14
  )
}

/** Fields of companies, contacts or orders alone, where one of them was named. */
function fieldsAsked({ tokens }: Reading): Command {
  const search = FIELDS_OF.find(([words]) => tokens.some(({ word }) => words.test(word)))?.[1]
  return { do: 'list_fields', ...(search === undefined ? {} : { search }) }
}

const FIELDS_OF = [
  [/^(?:company|companies|accounts?)$/, 'company.'],
  [/^(?:contacts?|leads?)$/, 'person.'],
  [/^orders?$/, 'orders.'],
] as const

/** "what did we have before I added the coffee thing?" */
const beforeThat = phrase(
  'what did|have|had we|i have|had? before i|we|you added|put|changed|removed|dropped|limited|narrowed|did|said|excluded',
  'what was it|that|there before i|we|you added|put|changed|removed|dropped|limited|narrowed|did|said|excluded',
)

const KEEPS = 'save|keep|store|create|make|persist|turn|add|build'
const PUTS = 'save|keep|store|create|make|persist|turn|add|build|put|set|convert|get'
const SAVED = 'segment|audience|list|group'
const OUR_PEOPLE =
  'people|customers|ones|members|criteria|selection|result|results|search|query|segment|audience|list|group|lot'
const saveIt = phrase(
  'save',
  `${KEEPS} it|this|that|them|these|those up?`,
  `${KEEPS} the|this|that|these|those|my|our current? ${OUR_PEOPLE}`,
  `${PUTS} it|this|that|them|these|those up? as|into|in|to? a|an|the|my|our|one? new|saved? ${SAVED}`,
  `${PUTS} the|this|that|these|those|my|our ${OUR_PEOPLE} as|into|in|to a|an|the|my|our|one? new|saved? ${SAVED}`,
  `${KEEPS} a|the|my|our|this|that new|saved? ${SAVED}`,
  `${KEEPS} as a|an|the? new|saved? ${SAVED}`,
  `${KEEPS} a|an|the? new? ${SAVED} out? from|of|with|for it|this|that|these|those|them`,
  `${KEEPS} a|an|the? new? ${SAVED} out? from|of|with|for the|this|that|these|those ${OUR_PEOPLE}`,
  `as a|an|one new? ${SAVED}`,
  'segment it|this|that|them|these|those',
)

const THEM = /^(?:them|those|these)$/

const leavesOutPeople = ({ tokens, situation: { criteria } }: Reading): boolean =>
  criteria !== undefined && deniedParts(criteria).length > 0 && tokens.some(({ word }) => THEM.test(word))

/** What somebody may say beside a name: "yes, call it Gold", "count and save as Gold". */
const SAVES = new Set<Command['do']>(['confirm', 'save', 'explain_criteria'])

/** "good, call it Gold" */
const isOnlyNamed = (reading: Reading, start: number, name: string | undefined): boolean =>
  name !== undefined && Math.max(start, leadsIn(reading).from) >= reading.tokens.length

/** Reads a message as a command about things that exist; undefined when it asks for people. */
export function commandIn(
  reading: Reading,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const whole = WHOLE.find(([words]) => isWhole(reading, words))
  // "i want them back" of people who were just left out is no deleted segment.
  if (whole?.[1].do === 'restore' && leavesOutPeople(reading)) return undefined
  const { criteria, lastSegment } = reading.situation
  // Of a segment that was only looked at nothing was counted.
  const looked = criteria === undefined ? lastSegment : undefined
  if (whole !== undefined)
    return name !== undefined && SAVES.has(whole[1].do)
      ? done({ do: 'save', name })
      : done(whole[1].do === 'list_fields' ? fieldsAsked(reading) : whole[1])
  const start = afterCourtesy(reading)
  // "actually call it Best Customers", of one that was to be renamed.
  if (name !== undefined && looked !== undefined && start >= reading.tokens.length)
    return done({ do: 'rename_segment', segment: looked.id, name })
  if (isWhole(reading, saveIt) || isOnlyNamed(reading, start, name)) {
    return done({ do: 'save', ...(name === undefined ? {} : { name }) })
  }
  if (beforeThat(reading, start) >= 0) return done({ do: 'previous' })
  const steps = reading.situation.criteria === undefined ? undefined : goesBack(reading)
  if (steps !== undefined) return done({ do: 'back', ...(steps === 1 ? {} : { steps }) })
  if (asksForTerm(reading)) return done({ do: 'explain_criteria' })
  return (
    managedProfiles(reading, name) ??
    routingRule(reading, start, criteriaOf) ??
    audiences(reading, start, name, criteriaOf) ??
    indicating(reading, start, name, criteriaOf) ??
    healthOf(reading, start) ??
    pinning(reading, start) ??
    whereIsOne(reading) ??
    listing(reading, start) ??
    exporting(reading, start, criteriaOf) ??
    membership(reading, start) ??
    earlierVersion(reading, start) ??
    renaming(reading, start, name) ??
    splitting(reading, start, name, criteriaOf) ??
    cloning(reading, start, name, criteriaOf) ??
    deleting(reading, start, criteriaOf) ??
    scheduling(reading, start) ??
    updating(reading, start, criteriaOf) ??
    editing(reading, start, criteriaOf) ??
    undoing(reading, start) ??
    about(reading, start) ??
    comparing(reading, start) ??
    shares(reading, start, criteriaOf) ??
    comparingGroups(reading, start, criteriaOf) ??
    refreshing(reading, start) ??
    historyOf(reading, start) ??
    figures(reading, start, criteriaOf) ??
    askedOfSegment(reading) ??
    notYet(reading, start, criteriaOf)
  )
}

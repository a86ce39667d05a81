import { phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { NOT_YET, WHOLE } from './command-words.ts'
import { audiences } from './audience-commands.ts'
import { type Commanded, done, type ReadCriteria } from './commanded.ts'
import { figures } from './figures-commands.ts'
import { comparing, historyOf, refreshing } from './group-commands.ts'
import { indicating } from './indicator-commands.ts'
import { listing } from './list-commands.ts'
import { pinning } from './pin-commands.ts'
import { membership } from './membership.ts'
import { about, cloning, deleting, renaming, undoing, updating } from './segment-commands.ts'
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

const saveIt = phrase(
  'save|keep|store|create|make|persist|turn|add it|this|that|them|these|those',
  'save|create|make a|the|this|that|new? segment|audience|group|list',
  'save',
  'turn|make|convert|save it|this|that|them into|a|as|to? a|new? segment|audience|list',
  'create|make a? segment from|of|with|out it|this|that|these|them|of',
  'save|keep this|these|that|the audience|segment|criteria|selection|result|search|people',
  'yes , ? save|create it|this|that',
  'save|create|make it|this|that as a|new? segment',
)

/** Reads a message as a command about things that exist; undefined when it asks for people. */
export function commandIn(
  reading: Reading,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const whole = WHOLE.find(([words]) => isWhole(reading, words))
  if (whole !== undefined)
    return name !== undefined && whole[1].do === 'confirm' ? done({ do: 'save', name }) : done(whole[1])
  const start = afterCourtesy(reading)
  if (isWhole(reading, saveIt) || (name !== undefined && start >= reading.tokens.length)) {
    return done({ do: 'save', ...(name === undefined ? {} : { name }) })
  }
  if (asksForTerm(reading)) return done({ do: 'explain_criteria' })
  return (
    audiences(reading, start, name, criteriaOf) ??
    indicating(reading, start, name, criteriaOf) ??
    listing(reading, start) ??
    pinning(reading, start) ??
    membership(reading, start) ??
    renaming(reading, start, name) ??
    cloning(reading, start, name, criteriaOf) ??
    deleting(reading, start) ??
    updating(reading, start, criteriaOf) ??
    undoing(reading, start) ??
    about(reading, start) ??
    comparing(reading, start) ??
    refreshing(reading, start) ??
    historyOf(reading, start) ??
    figures(reading, start, criteriaOf) ??
    notYet(reading, start, criteriaOf)
  )
}

/** Words such as "total" also begin plain conditions: "total spend above 400". */
function notYet(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const found = NOT_YET.find(([words]) => words(reading, start) >= 0)
  // Reading the whole message again is for those few messages alone.
  if (found === undefined || criteriaOf(start, reading.tokens.length) !== undefined) return undefined
  return { kind: 'refused', missing: found[1], reason: found[2] }
}

import type { Parameter } from '../../../profiles/parameter.ts'
import { type Phrase, phrase, skip } from '../../grammar/phrase.ts'
import type { Reading } from '../../grammar/reading.ts'
import { withOthers } from './changed-parameters.ts'
import { endOf, made, points, type ReadEdit, startOf, UNWEIGHED, worth } from './edit.ts'
import { type Listed, listedIn } from './listed-parameters.ts'
import { modeNounAt } from './mode-words.ts'

const verb = phrase('add|include|insert|put|place|give it|them?', 'add|include|put in')
const idle = phrase(
  'a|an|the|its|their|some|any? couple|few|bunch of extra|new|more|additional|further|another?',
  'a|an|the|its|their|some|any extra|new|more|additional|further|another?',
  'extra|new|more|additional|further|another',
)
const onto = phrase('to|in|into|on|onto|under|among|amongst|with the|its|their|my|our?')
const as = phrase('as|being', 'to be')
const comma: Phrase = phrase(',|(|;')

/**
 * What is new beside what there is, where its mode is said by a noun: `add agencies and consultancies to the exclusions`,
 * `add to the exclusions: agencies`, `add Slack as a nice-to-have, weight 2`, `new preference: California or Florida 5`.
 */
export const added: ReadEdit = (edit, parameters) => {
  const start = startOf(edit)
  const end = endOf(edit)
  const opened = verb(edit, start)
  const found = leading(edit, start, opened, end) ?? (opened < 0 ? undefined : trailing(edit, opened, end))
  if (found === undefined || found.parameters.length === 0) return undefined
  const next = withOthers(parameters, found.parameters)
  return made(
    next.parameters,
    ...(found.unsaid ? [UNWEIGHED] : []),
    ...next.instead.map(
      ([held, one]) =>
        `“${edit.situation.describe(one.criteria)}” stands in the place of “${edit.situation.describe(held.criteria)}”.`,
    ),
  )
}

/** The mode first: `add to the exclusions: …`, `add a must: …`, `extra nice-to-haves: …`, `new preference …`. */
function leading(edit: Reading, start: number, opened: number, end: number): Listed | undefined {
  const verbal = opened < 0 ? start : opened
  const list = opened < 0 ? verbal : skip(edit, verbal, onto)
  const from = skip(edit, list, idle)
  if (opened < 0 && from === start) return undefined
  const mode = modeNounAt(edit, from)
  if (mode === undefined || mode.end >= end) return undefined
  const behind = skip(edit, mode.end, ofWhat)
  return listedIn(edit, behind, end, mode.value)
}
const ofWhat = phrase('for|of|on :?')

/** The mode behind: `add … as a must`, `put … on the exclude list`, `add … as a preference, weight 4`. */
function trailing(edit: Reading, from: number, end: number): Listed | undefined {
  for (let at = from + 1; at < end; at++) {
    const link = Math.max(as(edit, at), onto(edit, at))
    if (link < 0) continue
    const mode = modeNounAt(edit, skip(edit, link, idle))
    if (mode === undefined) continue
    const weight = weightAt(edit, mode.value, mode.end, end)
    if (weight === null) continue
    return listedIn(edit, from, at, mode.value, weight)
  }
  return undefined
}

/** The weight that is said behind, undefined where none is; null where something else stands there. */
function weightAt(
  edit: Reading,
  mode: Parameter['mode'],
  at: number,
  end: number,
): number | undefined | null {
  if (at >= end) return undefined
  const from = skip(edit, at, comma)
  const number = edit.tokens[skip(edit, from, worth)]?.number
  if (mode !== 'score' || number === undefined) return null
  const behind = skip(edit, skip(edit, from, worth) + 1, points)
  return skip(edit, behind, closing) >= end ? number : null
}
const closing = phrase(')')

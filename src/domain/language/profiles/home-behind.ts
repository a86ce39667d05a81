import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import type { NamedProfile } from '../situation.ts'
import { naming } from './header-words.ts'
import { homesAt } from './homes.ts'

const strictly = phrase('under|inside|within|beneath the|our|my? icp?')
const loosely = phrase('in|for|at|to the|our|my? icp?')
const whose = phrase('companies|accounts|icp')

/** ICPs that a description names behind it, and its tokens without them: “sales managers in the UK, under SMB SaaS”. */
export interface HomeBehind {
  readonly icps: readonly NamedProfile[]
  readonly rest: Reading
}

/** `persona`: it is said to be one, so that “CMOs in Enterprise” says where it should live; `named`: its name was said. */
export function homeBehind(reading: Reading, persona: boolean, named = false): HomeBehind | undefined {
  const { tokens } = reading
  for (let at = 1; at < tokens.length; at++) {
    const comma = wordAt(reading, at) === ','
    const from = comma ? at + 1 : at
    const strict = strictly(reading, from)
    const loose = persona ? loosely(reading, from) : -1
    const opened = strict >= 0 ? strict : loose >= 0 ? loose : comma ? from : -1
    const found = opened < 0 ? undefined : homesAt(reading, opened)
    if (found === undefined) continue
    const end = skip(reading, found.end, whose)
    // A name by itself is one where it is said how the persona is called.
    if (!named && strict < 0 && loose < 0 && naming(reading, skip(reading, end, sign)) < 0) continue
    if (end < tokens.length && !/^[.,;!?)]$/.test(wordAt(reading, end))) continue
    return { icps: found.value, rest: reading.over([...tokens.slice(0, at), ...tokens.slice(end)]) }
  }
  return undefined
}

const sign = phrase(',|.|;')

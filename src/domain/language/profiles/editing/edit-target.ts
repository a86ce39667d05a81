import { leavesOf } from '../../../criteria/walk.ts'
import type { ProfileParameters } from '../../../profiles/parameter.ts'
import { type Phrase, phrase, skip } from '../../grammar/phrase.ts'
import { type Reading, wordAt } from '../../grammar/reading.ts'
import { afterCourtesy } from '../../intents/whole.ts'
import type { NamedProfile } from '../../situation.ts'
import { profilesAt } from '../profile-at.ts'
import { weightBehind } from './listed-parameters.ts'
import { modeNounAt } from './mode-words.ts'
import { wholePart } from './parameter-meant.ts'

/** The profile that a message would change, and what it says of the change: its tokens without those that name it. */
export interface EditTarget {
  /** Several where a persona’s name is in several ICPs. */
  readonly profiles: readonly NamedProfile[]
  readonly parameters: ProfileParameters
  readonly edit: Reading
  /** The name stands in front, so that what follows may be no more than what changes. */
  readonly stricter: boolean
  /** Something is added, and nothing says how it should count. */
  readonly adds: boolean
  /** The message names it; else it is the one that the conversation is about. */
  readonly named: boolean
}

const before = phrase('in|on|for|from|with|within|of')
const place = phrase(
  'in|on|of|off|from|for',
  'out of|from',
  'to my|our|the icp|persona',
  'in|on|of|off|from|for|to my|our|the icp|persona?',
)
const change = phrase('change|update|edit|adjust|modify|tweak|tighten|make|revise')
const move = phrase('change|lower|raise|reduce|increase|widen|extend|broaden|open|drop|cut|expand')
const WIDENS = /^(?:widen|extend|broaden|open|expand)$/
const upTo = phrase('up|down? to')
const keep = phrase('keep|hold')
const give = phrase('give|grant|hand')
const add = phrase('add|put|include|insert')
const into = phrase('to|into|in|on|onto|under the|my|our? icp|persona?')
/** “SMB SaaS should …”: what follows is what changes. */
const should = phrase(
  'should|must|needs|need',
  'should|must|needs|need be|have|target|cover',
  'should|must|needs|need to be|have|target|cover',
  'has|have to be|have|target|cover',
  'should also? look for',
)
const mustUse = phrase('must|needs|need use|have')
const stricter = phrase(
  'a? bit|little|lot? stricter|tighter|narrower|pickier',
  'a? bit|little|lot? more strict|narrow|exact|selective',
  'so that it?',
)
const restrict = phrase('restrict|limit|narrow|confine')
const downTo = phrase('down? to')
const sign: Phrase = (reading, at) => (/^[:,–—-]$/.test(wordAt(reading, at)) ? at + 1 : -1)

/** Where a message names a profile that something is said of; undefined where it names none so. */
export function editTargetOf(reading: Reading): EditTarget | undefined {
  const { tokens } = reading
  const start = afterCourtesy(reading)
  const lead = profilesAt(reading, skip(reading, start, before), undefined)
  if (lead !== undefined && lead.end < tokens.length) {
    const behind = sign(reading, lead.end)
    const opened = skip(reading, start, before) > start
    if (behind >= 0 || opened)
      return targetOf(reading, lead.value, [[Math.max(behind, lead.end), tokens.length]])
    const modal = should(reading, lead.end)
    // “must use Slack” says what must be so.
    const from = mustUse(reading, lead.end) >= 0 ? lead.end : modal
    if (modal >= 0) return targetOf(reading, lead.value, [[from, tokens.length]], true)
  }
  const given = give(reading, start)
  const getting = given < 0 ? undefined : profilesAt(reading, given)
  if (getting !== undefined)
    return targetOf(reading, getting.value, [
      [start, given],
      [getting.end, tokens.length],
    ])
  const moved = move(reading, start)
  const moving = moved < 0 ? undefined : profilesAt(reading, moved)
  const bound = moving === undefined ? -1 : upTo(reading, moving.end)
  // “Extend SMB SaaS to the UK” takes more, and what was taken stays.
  const wider = WIDENS.test(wordAt(reading, start)) && reading.tokens[bound]?.number === undefined
  if (moving !== undefined && bound >= 0 && wider)
    return targetOf(
      reading,
      moving.value,
      [
        [start, moved],
        [bound, tokens.length],
      ],
      false,
      true,
    )
  if (moving !== undefined && bound >= 0)
    return targetOf(reading, moving.value, [[bound, tokens.length]], true)
  const addition = addedTo(reading, start)
  if (addition !== undefined) return addition
  const verb = change(reading, start)
  const own = verb < 0 ? undefined : profilesAt(reading, verb, undefined)
  if (own !== undefined) {
    const tight = stricter(reading, own.end)
    const from = sign(reading, tight < 0 ? own.end : tight)
    if (from >= 0) return targetOf(reading, own.value, [[from, tokens.length]], true)
  }
  const limit = restrict(reading, start)
  const limited = limit < 0 ? undefined : profilesAt(reading, limit, undefined)
  const only = limited === undefined ? -1 : downTo(reading, limited.end)
  if (limited !== undefined && only >= 0)
    return targetOf(reading, limited.value, [[only, tokens.length]], true)
  for (let at = start + 1; at < tokens.length; at++) {
    const opened = place(reading, at)
    const found = opened < 0 ? undefined : profilesAt(reading, opened, undefined)
    if (found === undefined) continue
    // “Keep French companies out of SMB SaaS”: “out” says that they are left out.
    const kept = wordAt(reading, at) === 'out' ? keep(reading, start) : -1
    const said = kept < 0 ? ([start, at] as const) : ([kept, at + 1] as const)
    return targetOf(reading, found.value, [said, [found.end, tokens.length]])
  }
  const { lastProfile, talksOfProfiles } = reading.situation
  return talksOfProfiles === true && lastProfile !== undefined
    ? spokenOf(reading, lastProfile, start)
    : undefined
}

function spokenOf(reading: Reading, profile: NamedProfile, start: number): EditTarget | undefined {
  const target = targetOf(reading, [profile], [[start, reading.tokens.length]])
  return target && { ...target, named: false }
}

/** “Add a must to Ops Lead: …”, “add Slack to SMB SaaS”, where what is added is no persona inside it. */
function addedTo(reading: Reading, start: number): EditTarget | undefined {
  const { tokens } = reading
  const opened = add(reading, start)
  if (opened < 0) return undefined
  for (let at = opened; at < tokens.length; at++) {
    const behind = into(reading, at)
    const found = behind < 0 ? undefined : profilesAt(reading, behind)
    const [profile] = found?.value ?? []
    if (found === undefined || profile === undefined) continue
    const from = sign(reading, found.end)
    if (at === opened)
      return from < 0 ? undefined : targetOf(reading, found.value, [[from, tokens.length]], true)
    const own = reading.as(profile.entity)
    const noun = own.tokens.slice(opened, at).some((_, i) => modeNounAt(own, opened + i) !== undefined)
    const rest: readonly [number, number] = [found.end, tokens.length]
    if (noun) return targetOf(reading, found.value, [[start, at], rest])
    if (weightBehind(own, opened, at) !== undefined)
      return targetOf(reading, found.value, [[opened, at], rest], true)
    const criteria = wholePart(own, opened, at)
    const simple =
      criteria !== undefined && leavesOf(criteria).every(({ condition }) => condition.type === profile.entity)
    const said = own.tokens.slice(found.end).some((_, i) => modeNounAt(own, found.end + i) !== undefined)
    return simple ? targetOf(reading, found.value, [[start, at], rest], false, !said) : undefined
  }
  return undefined
}

function targetOf(
  reading: Reading,
  profiles: readonly NamedProfile[],
  stretches: readonly (readonly [number, number])[],
  tight = false,
  adds = false,
): EditTarget | undefined {
  const [profile] = profiles
  const tokens = stretches.flatMap(([from, to]) => reading.tokens.slice(from, to))
  if (profile === undefined || tokens.length === 0) return undefined
  const edit = reading.as(profile.entity).over(tokens)
  return {
    profiles,
    parameters: profile.drafted ?? profile.parameters,
    edit,
    stricter: tight,
    adds,
    named: true,
  }
}

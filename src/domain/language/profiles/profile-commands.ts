import { joinWords } from '#kernel/text.ts'
import { question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Reading, said, wordAt } from '../grammar/reading.ts'
import { askBack, type Commanded, done, doubtOf } from '../intents/commanded.ts'
import { byItself } from '../intents/renaming.ts'
import { afterCourtesy, isOver } from '../intents/whole.ts'
import type { NamedProfile } from '../situation.ts'
import { askedOfProfiles } from './asking/asked-of-profiles.ts'
import { scoreAsked } from './asking/score-asked.ts'
import { groupsAsked } from './groups-asked.ts'
import { copies as clone } from './copying.ts'
import { profileAt, profilesAt } from './profile-at.ts'
import { profilesListed } from './profile-lists.ts'
import { nameAt } from './profile-name.ts'
import { waitingOf } from './waiting-of.ts'
import { statusOf, statusVerbs } from './profile-status.ts'
import { saidOf } from './said-of.ts'
import { questionAsked } from './question-commands.ts'
import { whichThereAre } from '../intents/which-there-are.ts'

const listAll = phrase(
  ...whichThereAre('icps|personas|profiles'),
  'list|show|see|view|get|give|display me|us? all? my|our|the? icps|personas|profiles and? icps|personas|profiles?',
  'list|show|see|view|get|give|display me|us? all? my|our|the? ideal customer profiles',
  'what|which icps|personas|profiles do we|i|you have',
  'what|which icps|personas|profiles are|exist there?',
  'my|our icps|personas',
  'all? my|our|the? icps|personas',
  'give|show me|us? a|an|the? list|overview of all? my|our|the? icps|personas',
  'a|an|the? list|overview of all? my|our|the? icps|personas',
  'what are all? my|our|the? icps|personas',
  'do we|i have|got any icps|personas',
  'let me|us see all? my|our|the? icps|personas',
  'how many icps|personas do we|i have',
)
const more = phrase(
  ',? with the|their|all? personas under|in|inside|of? each|them|it?',
  ',? and their? personas',
  ',? and? tell|show|say me|us? which|what ones? of? them? are|is live|drafts|draft|archived|active',
  ',? and? which|what ones? of? them|those? are|is live|drafts|draft|archived|active',
  ',? and|with their|the? status|state|scores|counts',
)
const show = phrase(
  'show|open|view|see|display|describe|explain|get me|us?',
  'what is|are in?',
  "what|whats 's? in?",
  'what does',
  'what do we|i look for in',
  'let me|us see',
  'tell|remind me|us about|of|what',
  'how is|are|does',
)
/** What is asked of one, behind its name. */
const asksOf = phrase(
  'look like|for',
  'defined|built|made|configured|calculated',
  'set up',
  'ask for',
  'is|mean|contain|score|work|consist of?',
)
const remove = phrase('delete|remove|drop|trash|erase|scrap|bin|kill|discard', 'get rid of', 'throw away|out')
const wants = phrase('i|we want|wanna|wish|would|like|need to', 'i|we would like to')
const withPersonas = phrase(
  'with|and|including all? of? its|the|their? personas',
  'together with its|the personas',
  'and everything|all in it',
)
const rename = phrase(
  'rename|retitle|relabel',
  'change|update|edit|set the name|title of',
  'the? new? name|title of',
  'from now on',
)
/** Behind these the name follows at once. */
const call = phrase('call|name|rename', 'give|assign')
const gives = (reading: Reading, at: number): boolean => /^(?:give|assign)$/.test(wordAt(reading, at))
const PRONOUN = /^(?:it|this|that|them)$/
const to = phrase('to|as|into|->|→|=>', "' s|s? new? name|title to|as|into|is|:|->|→")
const isCalled = phrase(
  'should|shall|will|must|can be|become|get called|named|titled|renamed|known? to|as?',
  'is|are now? called|named',
  'to be called|named',
  '-|:|, rename|renamed|call|name it? to|as|:?',
  "' s|s? new name|title is|:|=|should? be?",
  'new name|title is|:|=',
  'a|an|the new? name|title :|of|=|,?',
)
const into = phrase('over? into|to|in|under|inside|for both? the? icps?')
const joint = phrase(', and|&? into|in|to|under?', 'and|& into|in|to|under?')
/** Only profiles have such a state. */
const stateVerb = phrase('unarchive', 'un archive', 'activate', 'publish', 'go live with', 'set live')
const removeAll = phrase(
  'delete|remove|drop|trash|wipe|erase all|every|each of? my|our|the? icps|icp|personas|profiles',
)
const except = phrase('except|but for?', 'apart|aside from', 'other than', 'besides')
const move = phrase('move|shift|transfer')
const from = phrase('from|out of? the? icp?')
const over = phrase('over|across? to|into|under|inside the? icp?')
const noun = phrase('the|my|our? icp|persona')
const comma = phrase(',|;|.|-')

/** ICPs and personas by their names: list, show, rename, copy and delete them, and say whether they are live. */
export function managedProfiles(reading: Reading, name: string | undefined): Commanded | undefined {
  const start = skip(reading, afterCourtesy(reading), wants)
  const all = listAll(reading, start)
  if (all >= 0 && isOver(reading, skip(reading, skip(reading, all, more), more)))
    return done({ do: 'list_profiles', waiting: waitingOf(reading.situation) })
  return (
    profilesListed(reading) ??
    groupsAsked(reading) ??
    questionAsked(reading) ??
    saidOf(reading, start, one) ??
    statusOf(reading, start, one) ??
    cloned(reading, start, name) ??
    renamed(reading, start, name) ??
    deleted(reading, start) ??
    shown(reading, start) ??
    allDeleted(reading, start) ??
    moved(reading, start) ??
    scoreAsked(reading) ??
    askedOfProfiles(reading) ??
    unknown(reading, start)
  )
}

/** "Wipe all my ICPs apart from Enterprise": one at a time, each with its personas. */
function allDeleted(reading: Reading, start: number): Commanded | undefined {
  const opened = removeAll(reading, start)
  if (opened < 0) return undefined
  const spared = except(reading, opened)
  const kept = spared < 0 ? undefined : profilesAt(reading, spared)
  if (!isOver(reading, kept?.end ?? opened)) return undefined
  const ids = new Set(kept?.value.map(({ id }) => id))
  const left = (reading.situation.profiles?.() ?? []).filter(({ id, icp }) => icp === null && !ids.has(id))
  const choices = left.map(
    ({ name }) => [`the ICP ${name} with its personas`, `delete the ICP ${name} with its personas`] as const,
  )
  const says = `That would delete ${joinWords(
    left.map(({ name }) => `“${name}”`),
    'and',
  )}, each with its personas. One at a time, so that each can be looked at: which first?`
  return left.length === 0 ? undefined : doubtOf(question(0, reading.tokens.length, says, choices))
}

/** A persona stays where it is: it is copied, and the first one deleted. */
function moved(reading: Reading, start: number): Commanded | undefined {
  const opened = move(reading, start)
  const found = opened < 0 ? undefined : profilesAt(reading, opened, 'persona')
  const [persona] = found?.value ?? []
  if (found === undefined || persona === undefined) return undefined
  const source = from(reading, found.end)
  const home = source < 0 ? undefined : profileAt(reading, source, 'icp')
  const target = over(reading, home?.end ?? found.end)
  const icp = target < 0 ? undefined : profileAt(reading, target, 'icp')
  if (icp === undefined || !isOver(reading, icp.end)) return undefined
  const copy = `clone ${persona.name} into ${icp.value.name}`
  const gone = `delete the persona ${persona.name}${home === undefined ? '' : ` in ${home.value.name}`}`
  const says = `A persona stays in its ICP: “${persona.name}” is copied into “${icp.value.name}” first, and once a human has confirmed that, the first one is deleted. Shall I draft the copy?`
  return askBack(reading, says, [copy, gone])
}

function cloned(reading: Reading, start: number, name: string | undefined): Commanded | undefined {
  const opened = clone(reading, start)
  const found = opened < 0 ? undefined : profilesAt(reading, opened)
  const [first] = found?.value ?? []
  if (found === undefined || first === undefined) return undefined
  if (first.kind === 'icp') {
    const after = to(reading, skip(reading, found.end, withPersonas))
    const named = after < 0 ? undefined : nameAt(reading, after, reading.tokens.length)
    // What the copy should have otherwise is no part of its name.
    const called = name ?? named?.value ?? ''
    const end = named?.end ?? skip(reading, found.end, withPersonas)
    if (called !== '' && !isOver(reading, end)) {
      const { length } = reading.tokens
      const rest = said(reading, skip(reading, end, comma), length)
      const text = `clone ${first.name} as ${called}`
      const says = `“${rest}” comes second: the copy is made as “${first.name}” is, and once a human has confirmed it, it is changed. Shall I draft the copy “${called}”?`
      return doubtOf({ ...question(0, length, says, [[text, text]]) })
    }
    if (called !== '') return done({ do: 'clone_icp', icp: first.id, name: called })
    return isOver(reading, found.end)
      ? done({ do: 'clone_icp', icp: first.id, name: `${first.name} copy` })
      : undefined
  }
  const icps: NamedProfile[] = []
  // “Clone VP Sales in SMB SaaS and Enterprise” says no home of the first.
  const listed = joint(reading, found.end) >= 0 ? homesFrom(reading, opened, found.end) : -1
  let at = listed >= 0 ? listed : into(reading, found.end)
  while (at >= 0) {
    const icp = profileAt(reading, at, 'icp')
    if (icp === undefined) {
      const says = `There is no ICP “${said(reading, at, reading.tokens.length)}”. Into which ICPs should “${first.name}” be copied?`
      return doubtOf(question(at, reading.tokens.length, says))
    }
    icps.push(icp.value)
    at = joint(reading, icp.end)
    if (at < 0 && !isOver(reading, icp.end)) {
      const says = `What should “${said(reading, icp.end, reading.tokens.length)}” be in the copies? Copy the persona first, then change the copies.`
      return doubtOf(question(icp.end, reading.tokens.length, says))
    }
  }
  if (icps.length === 0) {
    const says = `Into which ICPs should “${first.name}” be copied?`
    return doubtOf(question(found.end, reading.tokens.length, says))
  }
  return one(reading, found, ({ id }) =>
    done({ do: 'clone_persona', persona: id, icps: icps.map((icp) => icp.id) }),
  )
}

const want = phrase('i|we want|need')
/** What stands before “called …”, whose name the message holds by itself; -1 where it is none of these. */
const toldAs = phrase('should|shall|will|must|can|to be|become|get', 'is|are now?', 'to be')

/** Where the ICPs of copies begin, inside what was heard as one persona there; -1 where nothing of the kind stands. */
function homesFrom(reading: Reading, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    const home = into(reading, at)
    if (home >= 0 && profileAt(reading, home, 'icp')?.end === to) return home
  }
  return -1
}

function renamed(reading: Reading, start: number, called: string | undefined): Commanded | undefined {
  const renames = rename(reading, start)
  const named = call(reading, start)
  const calls = PRONOUN.test(wordAt(reading, named)) ? -1 : named
  const wanted = want(reading, start)
  const opened = Math.max(renames, calls, wanted, start)
  const found = profilesAt(reading, opened)
  const linked =
    found === undefined
      ? -1
      : Math.max(renames < 0 ? -1 : to(reading, found.end), isCalled(reading, found.end))
  // “Call SMB SaaS Small SaaS”
  const after = linked < 0 && calls >= 0 && found !== undefined && !gives(reading, start) ? found.end : linked
  // What is called so is known by the message: “SMB SaaS should be called Small SaaS”.
  const told = called !== undefined && found !== undefined && isOver(reading, toldAs(reading, found.end))
  const name = told ? called : after < 0 ? '' : plain(reading, after)
  return found === undefined || name === ''
    ? undefined
    : (byItself(reading, name, said(reading, opened, found.end)) ??
        one(reading, found, ({ id }) => done({ do: 'rename_profile', profile: id, name })))
}

function deleted(reading: Reading, start: number): Commanded | undefined {
  const opened = remove(reading, start)
  const found = opened < 0 ? undefined : profilesAt(reading, opened)
  if (found === undefined) return undefined
  const both = withPersonas(reading, found.end)
  if (!isOver(reading, Math.max(both, found.end))) return undefined
  return one(reading, found, ({ id }) => done({ do: 'delete_profile', profile: id, withPersonas: both >= 0 }))
}

function shown(reading: Reading, start: number): Commanded | undefined {
  const opened = show(reading, start)
  const found = opened < 0 ? undefined : profilesAt(reading, opened)
  return found !== undefined && isOver(reading, skip(reading, found.end, asksOf))
    ? one(reading, found, ({ id }) => done({ do: 'show_profile', profile: id }))
    : undefined
}

/** "delete the ICP Foo": said to be one, and there is none. */
function unknown(reading: Reading, start: number): Commanded | undefined {
  const verbs = [remove, rename, clone, ...statusVerbs]
  const opened = verbs.map((words) => words(reading, start)).find((end) => end >= 0)
  const bare = stateVerb(reading, start)
  const from = bare >= 0 ? skip(reading, bare, noun) : opened === undefined ? -1 : noun(reading, opened)
  if (from < 0 || reading.situation.profilesNamed === undefined || from >= reading.tokens.length)
    return undefined
  const says = `There is no ICP or persona “${said(reading, from, reading.tokens.length)}”. Which one do you mean? “List the ICPs” shows them.`
  return doubtOf(question(from, reading.tokens.length, says))
}

/** What to do with the one profile that is meant; of several of one name it is asked which. */
function one(
  reading: Reading,
  { value, end }: Found<readonly NamedProfile[]>,
  then: (profile: NamedProfile) => Commanded,
): Commanded {
  const [only, another] = value
  if (only !== undefined && another === undefined) return then(only)
  const homes = value.map(({ icpId }) => reading.situation.profilesNamed?.(icpId ?? '')[0]?.name ?? '')
  const says = `“${only?.name ?? ''}” is in several ICPs: ${joinWords(homes, 'and')}. Which one do you mean? Say “${only?.name ?? ''} in ${homes[0] ?? ''}”.`
  return doubtOf(question(Math.max(end - 1, 0), end, says))
}

/** The words of a name, without quotes and the sentence’s end. */
const plain = (reading: Reading, from: number): string =>
  said(reading, from, reading.tokens.length)
    .replace(/\s*[.!?]$/u, '')
    .replace(/,?\s+(?:from now on|instead|please)$/iu, '')
    .replaceAll(/^["“”']|["“”']$/gu, '')
    .trim()

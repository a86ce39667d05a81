import type { Read } from '../conclude.ts'
import { askAbout } from '../conclude.ts'
import type { Command, Interpretation } from '../interpretation.ts'
import { type Message, readMessage } from '../read-message.ts'
import { profilesAt } from './profile-at.ts'
import { managedProfiles } from './profile-commands.ts'

/** What is said of a profile before what should be done with it, and asks for nothing. */
const REMARK =
  /\b(?:is|are)\s+(?:ready|done|finished|good|fine|complete|final|outdated|old|obsolete)\b|\b(?:do(?:es)?n['’]t|do(?:es)? not|no longer)\s+(?:need|want|use)\b/iu
/** “SMB SaaS can go to the archive” */
const PASSIVE: readonly (readonly [RegExp, string])[] = [
  [
    /^(?<name>.+?)\s+(?:can|should|may|must|needs? to)\s+(?:be archived|go to the archive|go into the archive)$/iu,
    'archive',
  ],
  [/^(?<name>.+?)\s+(?:can|should|may|must|needs? to)\s+(?:go|be(?: set)?) live$/iu, 'set live'],
  [/^(?<name>.+?)\s+(?:can|should|may|must|needs? to)\s+(?:be deleted|be removed|go)$/iu, 'delete'],
]
const IT = /\b(?:it|that|this one|that one)\b/iu

/**
 * Several things said of ICPs and personas in one message: “Enterprise is ready, set it live, and SMB SaaS can go to
 * the archive”. One of them is done, of several it is asked which first. Undefined where no profile is named, or
 * where a part of the message says something else.
 */
export function oneAfterAnother(message: Message, again: Read['again']): Interpretation | undefined {
  const { situation, tokens } = message.reading
  if (situation.profilesNamed === undefined || tokens.length > MOST_WORDS) return undefined
  const clauses = message.text
    .split(/\s*(?:[,;.!]+\s*(?:and\s+|then\s+)?|\s+and\s+(?:then\s+)?)/u)
    .filter(Boolean)
  if (clauses.length < 2) return undefined
  const found: { readonly text: string; readonly command: Command }[] = []
  let last: string | undefined
  for (const clause of clauses) {
    const named = nameIn(clause, message)
    const text = named === undefined && last !== undefined ? clause.replace(IT, last) : clause
    last = named ?? last
    if (last === undefined) return undefined
    const told = actively(text.trim())
    const read = readMessage(told, situation)
    const did = managedProfiles(read.reading, read.naming?.name)
    if (did?.kind === 'command') found.push({ text: told, command: did.command })
    else if (!REMARK.test(clause)) return undefined
  }
  const [first, ...others] = found
  if (first === undefined) return undefined
  if (others.length === 0) return { kind: 'command', command: first.command, receipt: [wholeOf(message)] }
  const says = `These are ${found.length} changes, and each is looked at by itself. Which first?`
  const choices = found.map(({ text }) => ({ label: text, instead: text }))
  return askAbout(message, { kind: 'question', says, choices, from: 0, to: tokens.length }, again)
}

const MOST_WORDS = 40

function actively(clause: string): string {
  for (const [pattern, verb] of PASSIVE) {
    const name = pattern.exec(clause)?.groups?.['name']
    if (name !== undefined) return verb === 'set live' ? `set ${name} live` : `${verb} ${name}`
  }
  return clause
}

/** The name of the profile that a clause names, as it is said. */
function nameIn(clause: string, { reading }: Message): string | undefined {
  const own = readMessage(clause, reading.situation).reading
  for (let at = 0; at < own.tokens.length; at++) {
    const found = profilesAt(own, at)
    const [profile] = found?.value ?? []
    if (profile !== undefined && /[\p{L}]/u.test(profile.name) && !IT.test(own.tokens[at]?.word ?? '')) {
      return `the ${profile.kind === 'icp' ? 'ICP' : 'persona'} ${profile.name}`
    }
  }
  return undefined
}

const wholeOf = ({ text }: Message): Interpretation['receipt'][number] => ({
  text: text.slice(0, 500),
  start: 0,
  end: text.length,
  as: 'command',
  meaning: 'a command',
})

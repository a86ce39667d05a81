import { type Doubt, question } from '../grammar/meaning.ts'
import { skip } from '../grammar/phrase.ts'
import { type Found, type Reading, said } from '../grammar/reading.ts'
import type { NamedProfile } from '../situation.ts'
import { both, joint, strictly } from './header-words.ts'
import { profileAt, profilesInTurn } from './profile-at.ts'
import { looksNamed, nameAt } from './profile-name.ts'

/** The ICPs that words name, one or several. */
export const homesAt = (reading: Reading, at: number): Found<readonly NamedProfile[]> | undefined =>
  profilesInTurn(reading, at < 0 ? -1 : skip(reading, at, both), joint, 'icp')

/** “under Manufacturing Giants”, “under VP Sales”: no ICP to live in. */
export function lostHomeAt(reading: Reading, at: number, to: number): Found<Doubt> | undefined {
  const opened = reading.situation.profilesNamed ? strictly(reading, at) : -1
  if (opened < 0 || opened >= to) return undefined
  const other = profileAt(reading, opened, 'persona')
  const found = other ?? nameAt(reading, opened, to)
  if (found === undefined || (other === undefined && !looksNamed(reading, opened, found.end)))
    return undefined
  const name = said(reading, opened, found.end)
  const value = question(
    at,
    found.end,
    other === undefined
      ? `There is no ICP “${name}”. In which ICP should the persona live? “List the ICPs” shows them, and “build an ICP called ${name}: …” drafts one.`
      : `“${name}” is a persona, and personas live inside ICPs. Say “add a persona under ${homeOf(reading, other.value)}: …” for another one beside it.`,
  )
  return { value, end: found.end }
}

const homeOf = (reading: Reading, { icpId }: NamedProfile): string =>
  reading.situation.profilesNamed?.(icpId ?? '')[0]?.name ?? 'an ICP'

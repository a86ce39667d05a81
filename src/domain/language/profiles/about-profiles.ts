import type { Read } from '../conclude.ts'
import type { Interpretation } from '../interpretation.ts'
import { type Message, readMessage } from '../read-message.ts'
import { asksForOnePer } from '../intents/splitting.ts'
import { editedAtHand } from './editing/edit-at-hand.ts'
import { editedProfile } from './editing/edited-profile.ts'
import { builtProfile } from './build-profile.ts'
import { clonedWith } from './cloned-with.ts'
import { profilesListed } from './profile-lists.ts'
import { saysStatus } from './profile-status.ts'
import { offeredProfile } from './offered-profile.ts'
import { askedOfOutcomes } from './suggestions-asked.ts'
import { oneAfterAnother } from './one-after-another.ts'

/** What a message asks of ICPs and personas beside one plain command; undefined where it is about something else. */
export const aboutProfiles = (message: Message, again: Read['again']): Interpretation | undefined =>
  saysStatus(message.reading) || asksForOnePer(message.reading)
    ? undefined
    : (askedByName(message) ??
      askedOfOutcomes(message, again) ??
      clonedWith(message, again) ??
      editedProfile(message, again) ??
      editedAtHand(message, again) ??
      (onlyNames(message) ? undefined : builtProfile(message, again)) ??
      offeredProfile(message, again) ??
      oneAfterAnother(message, again))

/** “save this persona as DACH Data Leads”, of people at hand: what is in a name says nothing of them. */
const onlyNames = ({ naming, reading: { tokens, situation } }: Message): boolean =>
  naming !== undefined && situation.criteria !== undefined && tokens.every(({ kind }) => kind === 'sign')

/** “Is there an ICP called Nordics?” names what is looked for, and nothing that is made. */
function askedByName({ naming, text, reading: { situation } }: Message): Interpretation | undefined {
  if (naming === undefined) return undefined
  const found = profilesListed(readMessage(text, situation, { names: false }).reading)
  return found?.kind === 'command'
    ? { kind: 'command', command: found.command, receipt: [wholeOf(text)] }
    : undefined
}

const wholeOf = (text: string): Interpretation['receipt'][number] => ({
  text: text.slice(0, 500),
  start: 0,
  end: text.length,
  as: 'command',
  meaning: 'a command',
})

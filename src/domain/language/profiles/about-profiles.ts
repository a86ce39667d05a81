import type { Read } from '../conclude.ts'
import type { Interpretation } from '../interpretation.ts'
import type { Message } from '../read-message.ts'
import { editedProfile } from './editing/edited-profile.ts'
import { builtProfile } from './build-profile.ts'
import { offeredProfile } from './offered-profile.ts'
import { askedOfOutcomes } from './suggestions-asked.ts'
import { oneAfterAnother } from './one-after-another.ts'

/** What a message asks of ICPs and personas beside one plain command; undefined where it is about something else. */
export const aboutProfiles = (message: Message, again: Read['again']): Interpretation | undefined =>
  askedOfOutcomes(message, again) ??
  editedProfile(message, again) ??
  builtProfile(message, again) ??
  offeredProfile(message, again) ??
  oneAfterAnother(message, again)

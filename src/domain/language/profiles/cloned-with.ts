import { askAbout, type Read } from '../conclude.ts'
import { question } from '../grammar/meaning.ts'
import { phrase } from '../grammar/phrase.ts'
import { said } from '../grammar/reading.ts'
import { afterCourtesy } from '../intents/whole.ts'
import type { Interpretation } from '../interpretation.ts'
import type { Message } from '../read-message.ts'
import { profileAt } from './profile-at.ts'
import { withAssumption } from './build-profile.ts'

const clone = phrase('clone|copy|duplicate|replicate|repeat|reuse', 'make|do a|another? copy|clone of')
const elsewhere = phrase(',? but|only? for|in')
/** "With Snowflake" may be beside what it uses already. */
const otherwise = phrase(',? but|only with|using|on|require|exclude|without')
const MOST_WORDS = 12

/**
 * "Clone it for Ireland": a profile like the one that is named, with other values in place of its own; the one that is
 * there stays as it is.
 */
export function clonedWith(message: Message, again: Read['again']): Interpretation | undefined {
  const { reading } = message
  const { length } = reading.tokens
  const opened = clone(reading, afterCourtesy(reading))
  const found = opened < 0 ? undefined : profileAt(reading, opened)
  const instead = found === undefined ? -1 : elsewhere(reading, found.end)
  const from = found === undefined || instead >= 0 ? instead : otherwise(reading, found.end)
  if (found === undefined || from < 0 || from >= length || length - from > MOST_WORDS) return undefined
  // “Clone VP Sales for Enterprise” says where the copy lives.
  if (profileAt(reading, from, 'icp') !== undefined) return undefined
  const rest = said(reading, instead >= 0 ? from : from - 1, length).replace(/[.!?]+$/u, '')
  const { value: before } = found
  const changed = again(`in ${before.name}, ${rest}${instead >= 0 ? ' instead' : ''}`)
  if (changed?.kind !== 'command' || changed.command.do !== 'revise_profile') {
    const text = `clone ${before.name} as ${before.name} copy`
    const says = `What should be different in the copy, “${rest}”, can’t be put in place of anything in “${before.name}”. Copy it first, then change the copy: shall I draft the copy?`
    return askAbout(message, question(0, length, says, [[text, text]]), again)
  }
  const { parameters, assumptions } = changed.command
  return withAssumption(
    {
      kind: 'command',
      command: {
        do: 'build_profile',
        name: message.naming?.name ?? `${before.name} (${rest})`,
        ...(before.kind === 'icp' ? {} : { icp: before.icpId }),
        parameters,
        assumptions,
      },
      receipt: changed.receipt,
    },
    `It is a copy of “${before.name}”, which stays as it is.`,
  )
}

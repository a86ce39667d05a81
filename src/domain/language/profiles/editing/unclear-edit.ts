import { askAbout, type Read } from '../../conclude.ts'
import { question } from '../../grammar/meaning.ts'
import { phrase } from '../../grammar/phrase.ts'
import { afterCourtesy } from '../../intents/whole.ts'
import type { Interpretation } from '../../interpretation.ts'
import type { Message } from '../../read-message.ts'
import { list, startOf, wordsIn } from './edit.ts'
import { editTargetOf } from './edit-target.ts'

const changes = phrase(
  'add|include|insert|exclude|require|prefer|replace|swap|switch|substitute|change|set|raise|lower|bump|increase',
  'decrease|reduce|double|halve|make|turn|weight|weigh|drop|remove|stop|restrict|limit|cap|widen|narrow|loosen',
  'no longer',
)

/** A change of a profile that is named, of which not every word is understood: it stays as it is, and that is said. */
export function unclearEdit(message: Message, again: Read['again']): Interpretation | undefined {
  const { reading } = message
  const target = editTargetOf(reading)
  const [profile] = target?.profiles ?? []
  if (target === undefined || profile === undefined || !target.named) return undefined
  const { edit, parameters } = target
  if (changes(reading, afterCourtesy(reading)) < 0 && changes(edit, startOf(edit)) < 0) return undefined
  const says = `I can’t tell what “${wordsIn(edit, 0, edit.tokens.length)}” should change in “${profile.name}”, so it stays as it is. It has: ${list(edit, parameters)}. What should be different?`
  return askAbout(message, question(0, reading.tokens.length, says), again)
}

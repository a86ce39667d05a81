import { askAbout, type Read } from '../conclude.ts'
import { type Doubt, question } from '../grammar/meaning.ts'
import type { Interpretation, Option } from '../interpretation.ts'
import type { Message } from '../read-message.ts'
import { textWithout } from '../text-without.ts'
import { namedAs, nearValues, type Stretch, unplacedQuestion } from '../unplaced.ts'

/** What a profile is to be built of and nothing reads: it is asked, with values like it, or to go on without it. */
export function askUnread(
  message: Message,
  unread: readonly Stretch[],
  again: Read['again'],
  hint = '',
): Interpretation {
  const [first = [0, 0], more] = unread
  const near = more === undefined ? nearValues(message, first) : []
  const choices = near.map(
    ({ label, field }) => [`${label} (${field.replace(/^\w+\./u, '')})`, label] as const,
  )
  const says = [unplacedQuestion(message, unread), hint].join(' ').trim()
  const asked = askAbout(message, question(...first, says, choices), again)
  const option = without(message, unread, again)
  return asked.kind !== 'question' || option === undefined
    ? asked
    : { ...asked, options: [...asked.options, option] }
}

/** A must that nobody can meet, since the data holds no such value: it is asked, and never left out in silence. */
export function askLacking(
  message: Message,
  lacking: readonly Doubt[],
  again: Read['again'],
): Interpretation {
  const [first] = lacking
  const stretches = lacking.map(({ from, to }): Stretch => [from, to])
  const says = `${[...new Set(lacking.map((one) => one.says))].join(' ')} Which do you mean instead, or shall I draft it without?`
  const asked = askAbout(message, question(first?.from ?? 0, first?.to ?? 0, says), again)
  const option = without(message, stretches, again)
  return asked.kind === 'question' && option !== undefined ? { ...asked, options: [option] } : asked
}

/** The same without what nothing reads, where that can be drafted. */
function without(message: Message, stretches: readonly Stretch[], again: Read['again']): Option | undefined {
  const told = textWithout(message, stretches, (before) => before.replace(JOINED, ''))
  return again(told)?.kind === 'command'
    ? { label: `without ${namedAs(message, stretches)}`, text: told }
    : undefined
}

/** What joins it to what stands before, and goes with it. */
const JOINED = /\s*(?:[,;–—-]\s*)?(?:\b(?:and|or|but|with|also|plus|ideally|prefer|no|not)\s+)*$/iu

import { assumedBy } from './grammar/assumed.ts'
import { mark, type Marks } from './grammar/marks.ts'
import type { Message } from './read-message.ts'
import { receiptOf } from './receipt.ts'

/** The account of a message that means one thing as a whole. */
export function wholeReceipt(
  message: Message,
  as: 'command' | 'ignored' | 'not accounted for',
  meaning: string,
  assumed: readonly string[] = [],
) {
  const marks: Marks = []
  const { length } = message.reading.tokens
  mark(marks, 0, length, as, meaning)
  return receiptOf(message, marks, assumedBy(assumed, 0, length))
}

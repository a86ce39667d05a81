import { asksForAll, EVERYBODY } from './intents/everybody.ts'
import { merging } from './intents/group-commands.ts'
import { afterCourtesy } from './intents/whole.ts'
import type { Interpretation } from './interpretation.ts'
import type { Message } from './read-message.ts'
import { wholeReceipt } from './whole-receipt.ts'

const UNITED = 'Merged are the people who are in any of them; the segments themselves stay as they are.'

/** People who are asked for as a whole rather than described: those of segments that are merged, or everybody. */
export function wholeGroups(message: Message): Interpretation | undefined {
  const { reading, naming } = message
  const united = merging(reading, afterCourtesy(reading))
  if (united !== undefined)
    return {
      kind: 'criteria',
      intent: naming === undefined && !united.makes ? 'count' : 'create',
      criteria: { any: united.ids.map((segment) => ({ type: 'segment', segment })) },
      assumptions: [UNITED],
      receipt: wholeReceipt(message, 'command', 'people in any of these segments', [UNITED]),
      ...(naming === undefined ? {} : { name: naming.name }),
    }
  if (naming !== undefined || !asksForAll(reading)) return undefined
  return {
    kind: 'criteria',
    intent: 'count',
    criteria: EVERYBODY,
    assumptions: [],
    receipt: wholeReceipt(message, 'command', 'everybody'),
  }
}

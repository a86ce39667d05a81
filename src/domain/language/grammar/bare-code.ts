import { foldText } from '#kernel/text.ts'
import type { BuySlots } from './buying.ts'
import { type Slot, slot } from './slots.ts'

/** "used VIP15 but not WELCOME10", "WELCOME10 more often than SUMMER20": a code by itself, where codes are spoken of. */
export const bareCode: Slot<BuySlots> = slot(
  (reading, at) => {
    const word = reading.tokens[at]?.word ?? ''
    const held = reading.situation.vocabulary.values('discount_code')
    const found = held.find((info) => foldText(info.value) === word)
    return found && { value: found.value, end: at + 1 }
  },
  (slots) => slots.where.code !== undefined,
  (slots, value) => {
    slots.where.code = [value]
  },
)

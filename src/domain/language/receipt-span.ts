import { z } from 'zod'

/** How one stretch of the human's message was read. */
export const receiptSpanSchema = z.object({
  text: z.string(),
  /** Character offsets in the message, end excluded. */
  start: z.int().min(0),
  end: z.int().min(0),
  as: z.enum(['condition', 'assumption', 'command', 'ignored', 'not accounted for']),
  /** The words of the condition, or the assumption. */
  meaning: z.string(),
  /** The places in the criteria of the conditions that it became. */
  parts: z.array(z.array(z.union([z.string(), z.number()]))).exactOptional(),
  /** How many are left after it, in the order of the sentence. */
  left: z.int().min(0).exactOptional(),
})
export type ReceiptSpan = z.infer<typeof receiptSpanSchema>

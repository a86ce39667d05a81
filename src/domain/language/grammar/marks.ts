import type { ReceiptSpan } from '../receipt-span.ts'

/** How each token was read. Stretches with the same mark become one span of the receipt. */
export interface Mark {
  readonly as: ReceiptSpan['as']
  readonly meaning: string
  /** Tells neighbouring conditions with equal words apart. */
  readonly part: number
}

export type Marks = (Mark | undefined)[]

export function mark(marks: Marks, from: number, to: number, as: Mark['as'], meaning: string): void {
  for (let i = from; i < to; i++) marks[i] = { as, meaning, part: from }
}

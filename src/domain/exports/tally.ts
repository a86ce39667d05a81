import type { RowSink } from './rows.ts'

/** How many rows an export has, and who is in none of them. */
export interface Checked {
  readonly rows: number
  readonly leftOut: readonly { readonly why: string; readonly customers: number }[]
  /** Phones whose country code was added. */
  readonly mendedPhones: number
}

/** Counts rows without keeping them. */
export function tally(): RowSink & { checked(): Checked } {
  const leftOut = new Map<string, number>()
  let [rows, mendedPhones] = [0, 0]
  return {
    row(_id, { mended }) {
      rows++
      if (mended === 'phone') mendedPhones++
    },
    leaveOut: (_id, why) => void leftOut.set(why, (leftOut.get(why) ?? 0) + 1),
    checked: () => ({
      rows,
      mendedPhones,
      leftOut: [...leftOut].map(([why, customers]) => ({ why, customers })),
    }),
  }
}

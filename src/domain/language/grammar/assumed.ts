/** Something assumed, and the tokens [from, to) of the words that it rests on. */
export interface Assumed {
  readonly says: string
  readonly from: number
  readonly to: number
}

/** What a phrase assumes rests on its words. */
export const assumedBy = (says: readonly string[], from: number, to: number): readonly Assumed[] =>
  says.map((one) => ({ says: one, from, to }))

export const saidOf = (assumed: readonly Assumed[]): readonly string[] => assumed.map(({ says }) => says)

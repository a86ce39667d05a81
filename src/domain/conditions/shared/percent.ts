/** A fraction as a percentage: `0.3` → `30%`. Twelve digits, so that no error of halves shows. */
export const percentWords = (fraction: number): string =>
  `${Number((fraction * 100).toPrecision(12)).toLocaleString('en-US', { maximumFractionDigits: 12 })}%`

/** What `percentWords` says, back: `30` → `0.3`. */
export const fractionOf = (percent: number): number => Number((percent / 100).toPrecision(12))

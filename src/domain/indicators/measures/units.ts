/** What a number is: money in currency units, percent from 0 to 100, scores from 1 (best) to 5. */
export const MEASURE_UNITS = ['count', 'money', 'days', 'percent', 'score'] as const
export type MeasureUnit = (typeof MEASURE_UNITS)[number]

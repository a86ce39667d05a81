import { foldText } from '#kernel/text.ts'

/** Is a text one of these, ignoring case? Without a list everything passes. */
export const isAmong = (text: string | null, values: readonly string[] | undefined): boolean =>
  values === undefined || (text !== null && values.some((value) => foldText(value) === foldText(text)))

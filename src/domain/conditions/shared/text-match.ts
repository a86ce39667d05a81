import { foldText } from '#kernel/text.ts'

/** Is a text one of these, ignoring case? Without a list everything passes. */
export const isAmong = (text: string | null, values: readonly string[] | undefined): boolean =>
  values === undefined || (text !== null && values.some((value) => foldText(value) === foldText(text)))

/** Texts that are equal ignoring case once, in the first spelling. */
export function distinct(texts: readonly string[]): string[] {
  const keys = texts.map(foldText)
  return texts.filter((_, i) => keys.indexOf(keys[i] ?? '') === i)
}

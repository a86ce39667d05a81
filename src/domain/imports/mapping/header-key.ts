import { foldText } from '#kernel/text.ts'
import type { CsvFile } from '../csv/header.ts'

/** A header's name as it is compared: `Created at`, `created_at` and `CreatedAt` are one. */
export const headerKey = (name: string): string => foldText(name).replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Whether at least `count` of these names stand in a file's header. */
export const hasHeaders = (file: CsvFile, names: readonly string[], count = 1): boolean =>
  countHeaders(file, names) >= count

/** Which share of these names stands in a file's header. */
export const shareOfHeaders = (file: CsvFile, names: readonly string[]): number =>
  countHeaders(file, names) / names.length

/** How many of these names stand in a file's header. */
export function countHeaders({ header }: CsvFile, names: readonly string[]): number {
  const keys = new Set(header.map(headerKey))
  return names.filter((name) => keys.has(headerKey(name))).length
}

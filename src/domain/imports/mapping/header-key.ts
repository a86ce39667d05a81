import { foldText } from '#kernel/text.ts'
import type { CsvFile } from '../csv/header.ts'

/** A header's name as it is compared: `Created at`, `created_at` and `CreatedAt` are one. */
export const headerKey = (name: string): string => foldText(name).replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Whether at least `count` of these names stand in a file's header. */
export function hasHeaders(file: CsvFile, names: readonly string[], count: number): boolean {
  return countHeaders(file, names) >= count
}

/** How many of these names stand in a file's header. */
export function countHeaders({ header }: CsvFile, names: readonly string[]): number {
  const keys = new Set(header.map(headerKey))
  return names.filter((name) => keys.has(headerKey(name))).length
}

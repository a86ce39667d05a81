/** The folded text of a staged column, which conditions compare; null where nothing is left of it. */
export const folded = (column: string): string => `nullif(fold_text(s.${column}), '')`

/** The columns that a file's columns fill: each itself, and its key where conditions compare one. */
export const withKeys = (columns: readonly string[], keyed: ReadonlySet<string>): readonly string[] =>
  columns.flatMap((column) => (keyed.has(column) ? [column, `${column}_key`] : [column]))

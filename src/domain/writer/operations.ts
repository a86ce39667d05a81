/** The closed list of writes. A name says noun and verb; each operation lives in its noun's folder. */
export const operations = {}

export type Operations = typeof operations

const LINES = 2 ** 32

/** Where a row stands: its file and line as one number, which also is its key while it is staged. */
export const placeOf = (file: number, line: number): number => file * LINES + line

export const fileAt = (place: number): number => Math.floor(place / LINES)

export const lineAt = (place: number): number => place % LINES

/** The line within SQL. */
export const LINE_SQL = (place: string): string => `(${place} % ${LINES})`

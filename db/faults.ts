import { ConfigError, ConflictError, type ErrorDetail, LimitError, type MusterError } from '#kernel/errors.ts'

/** What a failing database tells people: what is wrong with which file, and what they can do about it. */
const FAULTS: readonly [
  codes: RegExp,
  Fault: new (message: string, detail: ErrorDetail) => MusterError,
  says: (path: string) => string,
  next: string,
][] = [
  [
    /^SQLITE_CANTOPEN/,
    ConfigError,
    (path) => `The database ${path} can’t be opened`,
    'Point DATABASE_URL at a file (not a folder) that your user may read and write, in a folder it may write to.',
  ],
  [
    /^SQLITE_READONLY/,
    ConfigError,
    (path) => `The database ${path} can’t be written to; nothing was changed`,
    'Let your user write to the file and its folder, or point DATABASE_URL at another file.',
  ],
  [
    /^SQLITE_NOTADB/,
    ConfigError,
    (path) => `${path} is no database`,
    'Point DATABASE_URL at another file; a new one is made where none is.',
  ],
  [
    /^SQLITE_CORRUPT/,
    ConfigError,
    (path) => `The database ${path} is damaged`,
    'Put a copy of it back, or point DATABASE_URL at a new file and import again.',
  ],
  [
    /^SQLITE_FULL/,
    LimitError,
    (path) => `There is no room left for the database ${path}; nothing was changed`,
    'Free some room on its disk and on that of temporary files, and do it again.',
  ],
  [
    /^SQLITE_IOERR/,
    LimitError,
    (path) => `The disk of the database ${path} does not read or write; nothing was changed`,
    'Look whether the disk is full or failing, and do it again.',
  ],
  [
    /^SQLITE_(?:BUSY|LOCKED)/,
    ConflictError,
    () => 'Another program is writing to the database; nothing was changed',
    'Do it again when that has ended; an import can take some minutes.',
  ],
]

/** The error behind what SQLite threw where an operator can mend it; anything else comes back as it is. */
export function faultOf(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code !== 'string') return error
  const found = FAULTS.find(([codes]) => codes.test(code))
  if (found === undefined) return error
  const [, Fault, says, next] = found
  return new Fault(says(path), { next })
}

/** Runs work on a database; what goes wrong with its file is thrown as a fault. */
export function withFaults<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw faultOf(error, path)
  }
}

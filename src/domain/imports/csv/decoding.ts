import { InputError } from '#kernel/errors.ts'

/** In which encodings the lines of a text were. Lines in plain ASCII are in either, and count as neither. */
export interface SeenEncodings {
  mark: boolean
  utf8: boolean
  /** Lines that are no UTF-8, and were read as Windows-1252, the other encoding of spreadsheets. */
  windowsLines: number
  /** Begun as UTF-16, and read so to its end: what spreadsheets call “Unicode text”. */
  utf16: boolean
}

/** Nothing has been read yet. */
export const nothingSeen = (): SeenEncodings => ({ mark: false, utf8: false, windowsLines: 0, utf16: false })

/** Decodes a text piece by piece. */
export interface TextDecoding {
  /** The text of the bytes, up to their last line break; a copy of the rest waits for more. */
  decode(bytes: Uint8Array): string
  /** The text that is left. */
  end(): string
}

/** In bytes or letters: a longer line is no line of a table, and would have to be held in memory. */
export const MAX_LINE = 1 << 22

/** What is said of a file whose bytes are no letters. */
export const notText = (name: string): InputError =>
  new InputError(`${name} is not text in UTF-8, UTF-16 or Windows-1252`, {
    next: 'Save it as CSV in UTF-8 (spreadsheets offer that when saving), and import again.',
  })

/** What is said of a text that is no table. */
export const tooLong = (name: string): InputError =>
  new InputError(`${name} has a line of more than ${MAX_LINE >> 20} MB`, {
    next: 'Save it as CSV, one row a line, and import again.',
  })

import { InputError } from '#kernel/errors.ts'

/** One record of a CSV file, and the physical line that it starts on (the first line is 1). */
export type OnRecord = (cells: string[], line: number) => void

export interface CsvFormat {
  /** How errors name the file. */
  readonly file: string
  readonly delimiter: string
  /** The places of the cells that are read; what the others hold is not handed on. All by default. */
  readonly wanted?: ReadonlySet<number>
}

export interface RecordReader {
  /** Hands on every record that is complete by now. */
  push(text: string): void
  /** Hands on the last record, which no line break ends. */
  end(): void
}

/** A longer record means a quote that is never closed: the rest of the file would vanish in one cell. */
const MAX_RECORD = 1 << 20
const QUOTE = 34
const LF = 10
const CR = 13
/** Stands for a cell that nobody reads, so that a record is not taken for an empty line. */
const SKIPPED = '…'

/**
 * Reads RFC 4180 text piece by piece: quoted cells with line breaks, doubled quotes, LF or CRLF. Empty lines
 * are no records. It exists because imports report physical line numbers, and because it reads several times
 * faster than parsers that build objects; csv-parse is its oracle in the tests.
 */
export function recordReader(format: CsvFormat, onRecord: OnRecord): RecordReader {
  const delimiterCode = format.delimiter.charCodeAt(0)
  const skipped: boolean[] = []
  if (format.wanted !== undefined) {
    for (let at = Math.max(...format.wanted); at >= 0; at--) skipped[at] = !format.wanted.has(at)
  }
  /** Behind the last of the wanted cells. */
  const beyond = format.wanted !== undefined
  // To look at numbers in an array takes a third of what it takes to ask a text for each of its letters.
  const codesOf = codesInPlace()
  let rest = ''
  let line = 1
  let skipLF = false
  /** Most records are as wide as the one before, and most of their cells are empty: to copy such a one is cheapest. */
  let blank: string[] = []

  /** Reads one record from `start`; answers where the next one starts, or -1 when the text ends too early. */
  const readRecord = (text: string, codes: Uint16Array, start: number, last: boolean): number => {
    const cells = blank.slice()
    const { length } = text
    let width = 0
    let at = start
    let breaks = 0
    for (;;) {
      let code = codes[at]
      if (code === delimiterCode) {
        // An empty cell, as the blank record has it.
        width += 1
        at += 1
        continue
      }
      const unread = skipped[width] ?? beyond
      if (code === QUOTE) {
        let from = at + 1
        let begun = ''
        for (;;) {
          code = codes[++at]
          if (code === QUOTE) {
            // A quote at the very end of the text may be the first half of a doubled one.
            if (at + 1 === length && !last) return unfinished(text, start, last)
            if (codes[at + 1] !== QUOTE) break
            // The text goes on behind the second of the two.
            if (!unread) begun += text.slice(from, at + 1)
            at += 1
            from = at + 1
          } else if (code === LF) {
            if (at >= length) return unfinished(text, start, last)
            breaks += 1
          }
        }
        cells[width] = unread ? SKIPPED : begun + text.slice(from, at)
        at += 1
        code = codes[at]
        if (code !== delimiterCode && code !== LF && code !== CR) {
          throw new InputError(
            `Line ${line + breaks} of ${format.file} has text right after a closing quote`,
            {
              next: 'Double the quotes inside the cell ("") or leave them out, and import again.',
            },
          )
        }
      } else {
        const from = at
        while (code !== delimiterCode && code !== LF && code !== CR) code = codes[++at]
        if (at > from) cells[width] = unread ? SKIPPED : text.slice(from, at)
      }
      width += 1
      if (at >= length) {
        if (!last) return unfinished(text, start, last)
        break
      }
      at += 1
      if (code === delimiterCode) continue
      if (code === CR) {
        if (at === length) skipLF = true
        else if (codes[at] === LF) at += 1
      }
      break
    }
    if (width !== blank.length) {
      for (let more = blank.length; more < width; more++) cells[more] ??= ''
      cells.length = width
      blank = Array<string>(width).fill('')
    }
    if (width > 1 || cells[0] !== '') onRecord(cells, line)
    line += breaks + 1
    return at
  }

  const unfinished = (text: string, start: number, last: boolean): number => {
    if (last || text.length - start > MAX_RECORD) {
      throw new InputError(
        `The quote opened in the record on line ${line} of ${format.file} is never closed`,
        {
          next: 'Close or double that quote, and import again.',
        },
      )
    }
    return -1
  }

  const read = (text: string, last: boolean) => {
    let at = 0
    if (skipLF && text.length > 0) {
      if (text.charCodeAt(0) === LF) at = 1
      skipLF = false
    }
    const codes = codesOf(text)
    while (at < text.length) {
      const next = readRecord(text, codes, at, last)
      if (next === -1) break
      at = next
    }
    rest = text.slice(at)
  }

  return {
    push: (text) => read(rest + text, false),
    end: () => read(rest, true),
  }
}

/** Makes arrays of the codes of texts, each in the place of the one before. A line break ends them, so that none is run past. */
function codesInPlace(): (text: string) => Uint16Array {
  let codes = new Uint16Array(0)
  let bytes = Buffer.alloc(0)
  return (text) => {
    if (codes.length <= text.length) {
      codes = new Uint16Array(2 * text.length + 2)
      bytes = Buffer.from(codes.buffer)
    }
    bytes.write(text, 'utf16le')
    codes[text.length] = LF
    return codes
  }
}

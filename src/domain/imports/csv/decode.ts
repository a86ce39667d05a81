import { isAscii, isUtf8 } from 'node:buffer'
import { MAX_LINE, notText, type SeenEncodings, type TextDecoding, tooLong } from './decoding.ts'
import { utf16Decoding } from './utf16.ts'

const LF = 10

const windows1252 = new TextDecoder('windows-1252')

/**
 * Decodes a text piece by piece, in memory for a piece: UTF-16 where it begins with the mark of that, else line by
 * line. Throws InputError for what is no text.
 */
export function textDecoding(name: string, seen: SeenEncodings): TextDecoding {
  let begun: TextDecoding | undefined
  let first: Buffer = Buffer.alloc(0)
  const begin = (): TextDecoding => utf16Decoding(first, name, seen) ?? lineDecoding(name, seen)
  return {
    decode(bytes) {
      if (begun !== undefined) return begun.decode(bytes)
      first = Buffer.concat([first, bytes])
      // A mark of two bytes may be cut in two.
      if (first.length < 2) return ''
      begun = begin()
      return begun.decode(first)
    },
    end() {
      if (begun !== undefined) return begun.end()
      begun = begin()
      return begun.decode(first) + begun.end()
    },
  }
}

/**
 * Each line is UTF-8 where it can be, else Windows-1252: so exports of two programs that were put together into one
 * file are read as well, and a file that turns out not to be UTF-8 only after gigabytes.
 */
function lineDecoding(name: string, seen: SeenEncodings): TextDecoding {
  let waiting: Buffer = Buffer.alloc(0)
  let begun = false

  const text = (lines: Buffer): string => {
    let decoded = tryUtf8(lines)
    if (decoded === undefined) decoded = lineByLine(lines)
    else if (decoded.length !== lines.length) seen.utf8 = true
    if (decoded.includes('\0')) throw notText(name)
    if (begun || lines.length === 0) return decoded
    begun = true
    seen.mark = decoded.startsWith('\uFEFF')
    return seen.mark ? decoded.slice(1) : decoded
  }

  const lineByLine = (lines: Buffer): string => {
    let decoded = ''
    for (let at = 0; at < lines.length; ) {
      const end = lines.indexOf(LF, at)
      const line = lines.subarray(at, end === -1 ? lines.length : end + 1)
      const fine = tryUtf8(line)
      if (fine !== undefined && fine.length !== line.length) seen.utf8 = true
      if (fine === undefined) seen.windowsLines += 1
      decoded += fine ?? fromWindows(line, name)
      at += line.length
    }
    return decoded
  }

  return {
    decode(bytes) {
      const all = waiting.length === 0 ? viewOf(bytes) : Buffer.concat([waiting, bytes])
      const end = all.lastIndexOf(LF) + 1
      waiting = Buffer.from(all.subarray(end))
      if (waiting.length > MAX_LINE) {
        // A NUL is what gives away most files that are no text.
        throw waiting.includes(0) ? notText(name) : tooLong(name)
      }
      return text(all.subarray(0, end))
    },
    end() {
      const rest = waiting
      waiting = Buffer.alloc(0)
      return text(rest)
    },
  }
}

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

/** The text of bytes that are UTF-8; most are ASCII, whose letters are bytes. */
function tryUtf8(bytes: Buffer): string | undefined {
  if (isAscii(bytes)) return bytes.toString('latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined
}

function fromWindows(line: Uint8Array, name: string): string {
  const text = windows1252.decode(line)
  // Five bytes mean nothing in Windows-1252; where they stand, it is something else.
  if (/[\u0080-\u009f]/.test(text)) throw notText(name)
  return text
}

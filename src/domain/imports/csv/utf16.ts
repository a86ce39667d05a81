import { MAX_LINE, notText, type SeenEncodings, type TextDecoding, tooLong } from './decoding.ts'

/**
 * Decodes what begins with the mark of UTF-16, little-endian (as spreadsheets save “Unicode text”) or big-endian;
 * undefined for anything else. Without the mark nothing is guessed: as a text it would hold NULs, which is refused.
 */
export function utf16Decoding(first: Buffer, name: string, seen: SeenEncodings): TextDecoding | undefined {
  const encoding = encodingOf(first)
  if (encoding === undefined) return undefined
  seen.utf16 = true
  seen.mark = true
  const decoder = new TextDecoder(encoding, { fatal: true })
  let waiting = ''

  const text = (bytes?: Uint8Array): string => {
    try {
      const decoded = decoder.decode(bytes, { stream: bytes !== undefined })
      if (!decoded.includes('\0')) return decoded
    } catch {
      // A letter that is cut in two, or half of a pair.
    }
    throw notText(name)
  }

  return {
    decode(bytes) {
      const all = waiting + text(bytes)
      const end = all.lastIndexOf('\n') + 1
      waiting = all.slice(end)
      if (waiting.length > MAX_LINE) throw tooLong(name)
      return all.slice(0, end)
    },
    end() {
      const rest = waiting + text()
      waiting = ''
      return rest
    },
  }
}

function encodingOf(first: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : undefined
}

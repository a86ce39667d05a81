import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '#kernel/errors.ts'
import { textDecoding } from './decode.ts'
import { nothingSeen, type SeenEncodings } from './decoding.ts'

function decode(pieces: readonly Uint8Array[]): { text: string; seen: SeenEncodings } {
  const seen = nothingSeen()
  const decoding = textDecoding('test.csv', seen)
  return { text: pieces.map((piece) => decoding.decode(piece)).join('') + decoding.end(), seen }
}

const windows = (text: string) => Buffer.from(text, 'latin1')

test('lines in UTF-8 and lines in Windows-1252 are told apart, however the file is cut into pieces', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'é', 'ß', ' ', ',', '\r'), maxLength: 8 })
  const lines = fc.array(fc.tuple(word, fc.boolean()), { maxLength: 8 })
  fc.assert(
    fc.property(lines, fc.array(fc.nat(), { maxLength: 5 }), (table, cuts) => {
      const text = table.map(([line]) => `${line}\n`).join('')
      const bytes = Buffer.concat(
        table.map(([line, isWindows]) => (isWindows ? windows(`${line}\n`) : Buffer.from(`${line}\n`))),
      )
      const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
      const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end))
      const { text: read, seen } = decode(pieces)
      expect(read).toBe(text)
      expect(seen.windowsLines).toBe(table.filter(([line, is]) => is && /[éß]/.test(line)).length)
    }),
    { numRuns: 300 },
  )
})

const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

test('UTF-16 is known by its mark, and read however the file is cut into pieces', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'é', '\u0a0d', '漢', '😀', '\t', '\r', '\n') })
  fc.assert(
    fc.property(word, fc.boolean(), fc.array(fc.nat(), { maxLength: 5 }), (text, bigEndian, cuts) => {
      const bytes = utf16(text, bigEndian)
      const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
      const { text: read, seen } = decode(at.slice(1).map((end, index) => bytes.subarray(at[index], end)))
      expect(read).toBe(text)
      expect(seen).toEqual({ mark: true, utf8: false, windowsLines: 0, utf16: true })
    }),
    { numRuns: 300 },
  )
})

test('UTF-16 that breaks off within a letter, holds half a pair or has no mark is refused', () => {
  const whole = utf16('id\n😀\n', false)
  expect(() => decode([whole.subarray(0, -1)])).toThrow(/not text/)
  expect(() => decode([utf16('\ud83d\n', false)])).toThrow(/not text/)
  expect(() => decode([whole.subarray(2)])).toThrow(/not text/)
  expect(() => decode([utf16('x'.repeat(5 << 20), false)])).toThrow(/more than 4 MB/)
})

test('a byte order mark is no part of the text', () => {
  expect(decode([Buffer.from('\uFEFFid\n'), Buffer.from('\uFEFF')])).toMatchObject({
    text: 'id\n\uFEFF',
    seen: { mark: true },
  })
})

test('the signs that Windows-1252 has and Latin-1 has not are read', () => {
  expect(decode([windows('5 \u0080 \u0093a\u0094\n')]).text).toBe('5 € “a”\n')
})

test('what is no text is refused, and so is a line without an end', () => {
  expect(() => decode([Buffer.from('id\0\n')])).toThrow(InputError)
  expect(() => decode([Buffer.from([0xff, 0x81, 0x0a])])).toThrow(/not text/)
  const piece = Buffer.alloc(1 << 20, 'x')
  expect(() => decode([piece, piece, piece, piece, piece])).toThrow(/more than 4 MB/)
})

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '#kernel/errors.ts'
import { recordReader } from './records.ts'

interface Read {
  readonly cells: string[]
  readonly line: number
}

function readAll(pieces: readonly string[], delimiter = ','): Read[] {
  const found: Read[] = []
  const reader = recordReader({ file: 'test.csv', delimiter }, (cells, line) => {
    found.push({ cells, line })
  })
  for (const piece of pieces) reader.push(piece)
  reader.end()
  return found
}

const cellsOf = (pieces: readonly string[], delimiter?: string) =>
  readAll(pieces, delimiter).map(({ cells }) => cells)

/** Cuts a text into pieces at these places. */
function cut(text: string, at: readonly number[]): string[] {
  const places = [0, ...at.map((n) => n % (text.length + 1)).toSorted((a, b) => a - b), text.length]
  return places.slice(1).map((end, index) => text.slice(places[index], end))
}

test('whatever is written is read, however it is cut into pieces, as csv-parse reads it', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', '"', '\n', '\r\n', '7'), maxLength: 6 })
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.array(fc.nat(), { maxLength: 5 }),
      (table, lineEnd, ended, cuts) => {
        const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
        const text = table.map((row) => row.map(quoted).join(',')).join(lineEnd) + (ended ? lineEnd : '')
        const read = cellsOf(cut(text, cuts))
        expect(read).toEqual(table)
        expect(read).toEqual(parse(text, { relax_column_count: true, record_delimiter: ['\n', '\r\n'] }))
      },
    ),
  )
})

test('lines are physical: breaks in cells and empty lines count, and the header is line 1', () => {
  const text = 'id,note\n1,"two\nlines"\n\n2,plain\r\n3,"x\r\ny"\n4,end'
  expect(readAll([text]).map(({ cells, line }) => [cells[0], line])).toEqual([
    ['id', 1],
    ['1', 2],
    ['2', 5],
    ['3', 6],
    ['4', 8],
  ])
})

test('a CRLF that is cut in two ends one line, and a lone CR ends a line, too', () => {
  expect(readAll(['a,b\r', '\nc,d'])).toEqual([
    { cells: ['a', 'b'], line: 1 },
    { cells: ['c', 'd'], line: 2 },
  ])
  expect(cellsOf(['a,b\rc,d\r'])).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('quotes inside a cell that does not begin with one are text', () => {
  expect(cellsOf(['a,6" pipe\n'])).toEqual([['a', '6" pipe']])
})

test('a quote that is never closed does not swallow the rest of the file', () => {
  const text = `a,b\n1,"open\n${'2,x\n'.repeat(400_000)}`
  expect(() => readAll([text])).toThrow(/quote opened in the record on line 2 of test.csv/)
  expect(() => readAll(['a,"b'])).toThrow(InputError)
})

test('text behind a closing quote is an error that names the line', () => {
  expect(() => readAll(['a,b\n"x"y,2\n'])).toThrow(/Line 2 of test.csv/)
})

test('what nobody reads is not handed on, and everything else is as before', () => {
  const found: string[][] = []
  const format = { file: 'test.csv', delimiter: ',', wanted: new Set([0, 2]) }
  const reader = recordReader(format, (cells) => {
    found.push(cells)
  })
  reader.push('a,secret,"c,1",more\n,,,\nx,,z\nb,"a ""secret""",c,"a\nsecret"\n')
  reader.end()
  expect(found.map((cells) => [cells.length, cells[0], cells[2]])).toEqual([
    [4, 'a', 'c,1'],
    [4, '', ''],
    [3, 'x', 'z'],
    [4, 'b', 'c'],
  ])
  expect(found.flat().join()).not.toContain('secret')
})

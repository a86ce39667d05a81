import { constants, createReadStream } from 'node:fs'
import { access, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { InputError } from '#kernel/errors.ts'
import { textDecoding } from './decode.ts'
import { nothingSeen, type SeenEncodings } from './decoding.ts'

/** Longer texts are no longer kept with the young ones, each in memory of its own: ten times as dear to make. */
const PIECE = 3 << 14

/** A file's text, piece by piece. */
export interface TextFile {
  readonly name: string
  readonly path: string
  /** As it lies on disk, so possibly compressed. */
  readonly bytes: number
  readonly compressed: boolean
  /** In which encodings the lines were that have been read so far. */
  readonly seen: Readonly<SeenEncodings>
  /** Reads from the start; `onBytes` is told how much of `bytes` has been read so far. */
  read(onBytes?: (done: number) => void): AsyncIterable<string>
}

/** Opens a text file in UTF-8, UTF-16 or Windows-1252, plain or gzip (known by its first bytes, whatever its name). */
export async function openText(path: string): Promise<TextFile> {
  const name = basename(path)
  const info = await stat(path).catch(() => undefined)
  if (info === undefined) {
    throw new InputError(`There is no file ${path}`, { next: 'Check the path and import again.' })
  }
  if (info.isDirectory()) {
    throw new InputError(`${name} is a folder, not a file`, { next: 'Import the files in it.' })
  }
  const readable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!readable) {
    throw new InputError(`${name} can't be read`, { next: 'Give your user permission to read the file.' })
  }
  if (info.size === 0) {
    throw new InputError(`${name} is empty`, { next: 'Import a CSV file with a header line.' })
  }
  const begins = await beginningOf(path)
  refuseNoText(name, begins)
  const compressed = begins.startsWith(GZIP)
  const seen = nothingSeen()
  return {
    name,
    path,
    bytes: info.size,
    compressed,
    seen,
    async *read(onBytes) {
      Object.assign(seen, nothingSeen())
      const decoding = textDecoding(name, seen)
      try {
        for await (const { bytes, done } of compressed ? unzippedPieces(path) : pieces(path)) {
          onBytes?.(done)
          yield decoding.decode(bytes)
        }
      } catch (error) {
        throw readingError(error, name)
      }
      yield decoding.end()
    },
  }
}

interface Piece {
  /** Those of the next piece may come in their place. */
  readonly bytes: Uint8Array
  /** How far the file has been read. */
  readonly done: number
}

/** So much is read at once, and the next of it while the pieces of this are taken. */
const BLOCK = 16 * PIECE

async function* pieces(path: string): AsyncIterable<Piece> {
  const file = await open(path)
  let [block, other] = [Buffer.allocUnsafeSlow(BLOCK), Buffer.allocUnsafeSlow(BLOCK)]
  // What fails while pieces are taken is told when it is waited for, and is nothing that nobody handles until then.
  const readInto = (into: Buffer) => {
    const read = file.read(into, 0, BLOCK)
    read.catch(() => {})
    return read
  }
  let reading = readInto(block)
  try {
    for (let done = 0; ; ) {
      const { bytesRead } = await reading
      if (bytesRead === 0) return
      reading = readInto(other)
      for (let at = 0; at < bytesRead; at += PIECE) {
        const bytes = block.subarray(at, Math.min(at + PIECE, bytesRead))
        done += bytes.length
        yield { bytes, done }
      }
      ;[block, other] = [other, block]
    }
  } finally {
    // Whoever takes no more pieces leaves a reading behind, which has to be over before its file is closed.
    await reading.catch(() => {})
    await file.close()
  }
}

async function* unzippedPieces(path: string): AsyncIterable<Piece> {
  const file = createReadStream(path)
  const gunzip = createGunzip({ chunkSize: PIECE })
  // An error destroys the gunzip stream, whose reader then throws it.
  pipeline(file, gunzip, () => {})
  for await (const bytes of gunzip) yield { bytes, done: file.bytesRead }
}

/** The first bytes of files of some kinds, in hexadecimal. */
const GZIP = '1f8b'
const ZIP = '504b0304'
const OLD_EXCEL = 'd0cf11e0'
const PDF = '25504446'

async function beginningOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('hex', 0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Says what a file is that people take for a table, and how it becomes one. */
function refuseNoText(name: string, begins: string): void {
  if (begins === ZIP && !/\.(?:xls[xmb]|ods|numbers)$/i.test(name)) {
    throw new InputError(`${name} is a ZIP archive or a spreadsheet, not CSV`, {
      next: 'Unpack it and import the CSV files in it; save a spreadsheet as CSV in UTF-8.',
    })
  }
  if (begins === ZIP || begins === OLD_EXCEL) {
    throw new InputError(`${name} is a spreadsheet, not CSV`, {
      next: 'Open it, save each sheet as CSV in UTF-8, and import that.',
    })
  }
  if (begins === PDF) {
    throw new InputError(`${name} is a PDF, not CSV`, {
      next: 'Export the data as CSV where it comes from.',
    })
  }
}

function readingError(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return new InputError(`${name} is a damaged or truncated gzip file`, {
      next: 'Copy or compress the file again, and import again.',
    })
  }
  return error
}

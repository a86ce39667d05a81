import { InputError } from '#kernel/errors.ts'
import { isSign, isWord, type SqlToken } from './tokens.ts'

/**
 * A statement in pieces that the grammar reads one by one. What AND, OR and NOT join is taken apart here: the
 * parser takes AND and OR for equally tight, from left to right (node-sql-parser 5.4), so that `a OR b AND c`
 * would come out as `(a OR b) AND c`; and what stands in parentheses within parentheses it tries again and again,
 * so that each would double the time. Pieces are short and alike, and those that were read before are known.
 */
export type Chunk =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Chunk[] }
  | { readonly kind: 'not'; readonly of: Chunk }
  | { readonly kind: 'test' | 'query'; readonly parts: readonly ChunkPart[] }

/** A token, or the place of a part that is read by itself. */
export type ChunkPart = SqlToken | Hole
export interface Hole {
  readonly hole: Chunk
  readonly at: number
}

/** A token, or what stands in parentheses or between CASE and END. */
type Piece = SqlToken | Group
interface Group {
  readonly inside: readonly Piece[]
  readonly open: SqlToken
  readonly close: SqlToken
}

const isToken = (piece: Piece): piece is SqlToken => 'kind' in piece

/** A whole statement. No parenthesis is closed that was not opened: sqlTokens saw to it. */
export const chunkOf = (tokens: readonly SqlToken[]): Chunk => queryChunk(piecesIn(tokens, 0, false).pieces)

const queryChunk = (pieces: readonly Piece[]): Chunk => ({
  kind: 'query',
  parts: checked(partsOf(pieces, false)),
})

function piecesIn(
  tokens: readonly SqlToken[],
  from: number,
  inCase: boolean,
): { pieces: readonly Piece[]; end: number } {
  const pieces: Piece[] = []
  let at = from
  for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
    if (inCase ? isWord(token, 'end') : isSign(token, ')')) break
    const opensCase = isWord(token, 'case')
    if (!opensCase && !isSign(token, '(')) {
      pieces.push(token)
      at++
      continue
    }
    const inner = piecesIn(tokens, at + 1, opensCase)
    const close = tokens[inner.end]
    if (close === undefined) {
      pieces.push(token, ...inner.pieces)
      return { pieces, end: inner.end }
    }
    pieces.push({ inside: inner.pieces, open: token, close })
    at = inner.end + 1
  }
  return { pieces, end: at }
}

/** Between these, AND and OR join what stands side by side. */
const SEPARATORS = new Set(
  (
    'select distinct from where group by having order limit offset on using union intersect except all with as ' +
    'when then else join left right inner outer cross natural full asc desc partition'
  ).split(' '),
)

const separates = (piece: Piece): piece is SqlToken =>
  isToken(piece) && (isSign(piece, ',', ';', ')') || (piece.kind === 'word' && SEPARATORS.has(piece.value)))

/** What stands side by side; within parentheses, what holds more of them is read by itself. */
function partsOf(pieces: readonly Piece[], within: boolean): ChunkPart[] {
  const out: ChunkPart[] = []
  let region: Piece[] = []
  const close = () => {
    const first = region[0]
    if (first === undefined) return
    const holds = within && region.some((piece) => !isToken(piece)) && !isInner(region)
    if (holds || isJoined(region)) out.push({ hole: either(region), at: placeOf(first) })
    else out.push(...flat(region))
    region = []
  }
  for (const [i, piece] of pieces.entries()) {
    // A set of a UNION in parentheses of its own is no test.
    const set = region.length === 0 && isSet(piece) && (isSetWord(pieces[i - 1]) || isSetWord(pieces[i + 1]))
    if (!separates(piece) && !set) {
      region.push(piece)
      continue
    }
    close()
    if (isToken(piece)) out.push(piece)
    else out.push(piece.open, ...partsOf(piece.inside, false), piece.close)
  }
  close()
  return out
}

const placeOf = (piece: Piece): number => (isToken(piece) ? piece.at : piece.open.at)
const isSetWord = (piece: Piece | undefined): boolean =>
  piece !== undefined && isToken(piece) && isWord(piece, 'union', 'intersect', 'except', 'all')

const isSet = (piece: Piece | undefined): boolean =>
  piece !== undefined && !isToken(piece) && (isSelect(piece) || isSet(piece.inside[0]))

/** `IN ((SELECT …))`: nothing but an inner SELECT. */
const isInner = (region: readonly Piece[]): boolean => {
  const [first] = region
  return region.length === 1 && first !== undefined && !isToken(first) && isSelect(first)
}

const isSelect = ({ inside: [first] }: Group): boolean =>
  first !== undefined && isToken(first) && isWord(first, 'select', 'with')

const isJoined = (region: readonly Piece[]): boolean =>
  splitAt(region, 'or').length > 1 || splitAt(region, 'and').length > 1 || isDenied(region)

/** The pieces of one test, with an inner SELECT as a hole of its own. */
const flat = (pieces: readonly Piece[]): ChunkPart[] =>
  pieces.flatMap((piece): ChunkPart[] => {
    if (isToken(piece)) return [piece]
    const { open, inside, close } = piece
    if (!isSelect(piece)) return [open, ...partsOf(inside, true), close]
    return [open, { hole: queryChunk(inside), at: open.at }, close]
  })

function either(region: readonly Piece[]): Chunk {
  const of = splitAt(region, 'or').map(both)
  const [only] = of
  return only !== undefined && of.length === 1 ? only : { kind: 'or', of }
}

function both(pieces: readonly Piece[]): Chunk {
  const of = splitAt(pieces, 'and').map(denied)
  const [only] = of
  return only !== undefined && of.length === 1 ? only : { kind: 'and', of }
}

const isDenied = ([first]: readonly Piece[]): boolean =>
  first !== undefined && isToken(first) && isWord(first, 'not')

/** NOT reaches to the end of what AND and OR join. */
function denied(pieces: readonly Piece[]): Chunk {
  if (isDenied(pieces)) return { kind: 'not', of: denied(pieces.slice(1)) }
  return { kind: 'test', parts: checked(flat(pieces)) }
}

/** Splits at a joining word; the AND of BETWEEN joins nothing. */
function splitAt(pieces: readonly Piece[], word: 'and' | 'or'): Piece[][] {
  const parts: Piece[][] = [[]]
  let between = 0
  for (const piece of pieces) {
    if (isToken(piece) && isWord(piece, 'between')) between++
    if (isToken(piece) && isWord(piece, word)) {
      if (word === 'or' || between === 0) {
        parts.push([])
        continue
      }
      between--
    }
    parts.at(-1)?.push(piece)
  }
  return parts
}

const MOST_SIGNS = 200

/** A chain of arithmetic is a tree as deep as it is long. */
function checked(parts: readonly ChunkPart[]): readonly ChunkPart[] {
  const signs = parts.filter((part) => !('hole' in part) && isSign(part, '+', '-', '*', '/', '%', '||', '::'))
  if (signs.length <= MOST_SIGNS) return parts
  throw new InputError(`This SQL has more than ${MOST_SIGNS} signs of arithmetic in one place`, {
    next: 'Ask for a part of it at a time.',
  })
}

import { isSign, isWord, type SqlToken } from './tokens.ts'

/** A token, or what stands in parentheses or between CASE and END. */
type Piece =
  | SqlToken
  | { readonly inside: readonly Piece[]; readonly open: SqlToken; readonly close: SqlToken }

/**
 * A statement with parentheses around all that AND, OR and NOT join: the parser takes AND and OR for equally
 * tight, from left to right (node-sql-parser 5.4), so that `a OR b AND c` would come out as `(a OR b) AND c`.
 * No parenthesis is closed that was not opened: sqlTokens saw to it.
 */
export function explicit(tokens: readonly SqlToken[]): readonly SqlToken[] {
  return joined(piecesIn(tokens, 0, false).pieces)
}

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
    'when then else join left right inner outer cross natural full asc desc over partition filter'
  ).split(' '),
)

const separates = (piece: Piece): boolean =>
  'kind' in piece && (isSign(piece, ',', ';', ')') || (piece.kind === 'word' && SEPARATORS.has(piece.value)))

function joined(pieces: readonly Piece[]): SqlToken[] {
  const out: SqlToken[] = []
  let region: Piece[] = []
  const close = () => {
    out.push(...either(region))
    region = []
  }
  for (const piece of pieces) {
    if (!separates(piece)) {
      region.push(piece)
      continue
    }
    close()
    out.push(...flat(piece))
  }
  close()
  return out
}

const flat = (piece: Piece): SqlToken[] =>
  'kind' in piece ? [piece] : [piece.open, ...joined(piece.inside), piece.close]

const isJoint = (piece: Piece, word: 'and' | 'or'): boolean => 'kind' in piece && isWord(piece, word)

/** What stands between ORs, each in parentheses where it is made of several. */
function either(region: readonly Piece[]): SqlToken[] {
  const parts = splitAt(region, 'or')
  const tests = parts.map((part) => both(part.pieces))
  return parts.flatMap(({ joint }, i) => {
    const { tokens = [], several = false } = tests[i] ?? {}
    return [
      ...(joint === undefined ? [] : [joint]),
      ...(several && parts.length > 1 ? within(tokens) : tokens),
    ]
  })
}

function both(pieces: readonly Piece[]): { tokens: SqlToken[]; several: boolean } {
  const parts = splitAt(pieces, 'and')
  const tokens = parts.flatMap(({ joint, pieces: part }) => [
    ...(joint === undefined ? [] : [joint]),
    ...denied(part),
  ])
  return { tokens, several: parts.length > 1 }
}

/** NOT reaches to the end of what AND and OR join. */
function denied(pieces: readonly Piece[]): SqlToken[] {
  const [first, ...others] = pieces
  if (first === undefined || !('kind' in first) || !isWord(first, 'not')) return pieces.flatMap(flat)
  return [first, ...within(denied(others), first)]
}

function within(tokens: readonly SqlToken[], place = tokens[0]): SqlToken[] {
  const at = place?.at ?? 0
  return [{ kind: 'sign', value: '(', at }, ...tokens, { kind: 'sign', value: ')', at }]
}

/** Splits at a joining word; the AND of BETWEEN joins nothing. */
function splitAt(pieces: readonly Piece[], word: 'and' | 'or'): { joint?: SqlToken; pieces: Piece[] }[] {
  const parts: { joint?: SqlToken; pieces: Piece[] }[] = [{ pieces: [] }]
  let between = 0
  for (const piece of pieces) {
    if ('kind' in piece && isWord(piece, 'between')) between++
    if (isJoint(piece, word) && 'kind' in piece) {
      if (word === 'or' || between === 0) {
        parts.push({ joint: piece, pieces: [] })
        continue
      }
      between--
    }
    parts.at(-1)?.pieces.push(piece)
  }
  return parts
}

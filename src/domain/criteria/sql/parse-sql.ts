import { InputError } from '#kernel/errors.ts'
import { type Chunk, chunkOf, type ChunkPart } from './chunks.ts'
import type { Names, Read } from './converting.ts'
import { convertStatement } from './convert-query.ts'
import type { Query } from './expression.ts'
import { isNode, type Node, nodeIn, onlyHas } from './node.ts'
import { wholeStatement } from './whole-statement.ts'
import { isSign, isWord, placeOf, type SqlToken, sqlTokens, tooLong } from './tokens.ts'

/** Reads a statement, or a bare condition as one over the customers. Throws InputError for everything else. */
export type ParseSql = (sql: string) => Query

/** The parser weighs 300 kB: it is loaded when SQL is first read. */
export async function loadParser(): Promise<ParseSql> {
  // PostgreSQL's grammar: SQLite's has no INTERSECT, no EXCEPT and no window that is ordered alone.
  const { default: parser } = await import('node-sql-parser/build/postgresql.js')
  const sqlParser = new parser.Parser()
  const astify = remembering((text) => sqlParser.astify(text, { database: 'postgresql' }))
  return (sql) => {
    const chunk = chunkOf(wholeStatement(withDates(statementIn(sql)), sql))
    return convertStatement(reading(astify, sql)(chunk))
  }
}

/** Pieces of the statements that people paste, and of those that are printed, are alike. */
const MOST_KNOWN = 5000

type Astify = (text: string, ifNew: () => void) => unknown

function remembering(astify: (text: string) => unknown): Astify {
  const known = new Map<string, unknown>()
  return (text, ifNew) => {
    if (known.has(text)) return known.get(text)
    ifNew()
    const ast = astify(text)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, ast)
    return ast
  }
}

/** What the grammar reads in less than a second. */
const MOST_NEW = 8000
const BEFORE_TEST = 'SELECT 1 FROM zq WHERE '

/** Reads the pieces of one statement. */
function reading(astify: Astify, sql: string): (chunk: Chunk) => Read {
  let unlike = 0
  const parsed = (parts: readonly ChunkPart[], before: string): { node: Node; names: Names } => {
    const { text, places, names } = plain(parts, read)
    const found = attempt(
      () =>
        astify(before + text, () => {
          unlike += parts.length
          if (unlike > MOST_NEW)
            throw tooLong(`${MOST_NEW.toLocaleString('en-US')} words and signs, unlike each other`)
        }),
      (offset) =>
        placeOf(sql, places.findLast(([from]) => from + before.length <= offset)?.[1] ?? places[0]?.[1] ?? 0),
    )
    const [statement, another]: readonly unknown[] = Array.isArray(found) ? found : [found]
    if (another !== undefined) throw several()
    if (!isNode(statement)) throw empty()
    return { node: statement, names }
  }
  const read = (chunk: Chunk): Read => {
    switch (chunk.kind) {
      case 'and':
      case 'or':
        return { kind: chunk.kind, of: chunk.of.map(read) }
      case 'not':
        return { kind: 'not', of: read(chunk.of) }
      case 'query':
        return { kind: 'query', ...parsed(chunk.parts, '') }
      case 'test': {
        const { node, names } = parsed(chunk.parts, BEFORE_TEST)
        onlyHas(node, 'columns', 'from', 'where')
        return { kind: 'test', node: nodeIn(node, 'where') ?? {}, names }
      }
    }
  }
  return read
}

const WRITES = new Set(
  (
    'insert update delete replace create drop alter truncate merge grant revoke vacuum reindex analyze begin commit ' +
    'rollback savepoint release pragma attach detach explain set copy call execute load use show describe'
  ).split(' '),
)

/** The tokens of the one statement that there must be. */
function statementIn(sql: string): readonly SqlToken[] {
  const tokens = sqlTokens(sql)
  const end = tokens.findIndex((token) => isSign(token, ';'))
  const statement = end < 0 ? tokens : tokens.slice(0, end)
  if (end >= 0 && tokens.slice(end).some((token) => !isSign(token, ';'))) throw several()
  const [first, second] = statement
  if (first === undefined) throw empty()
  // A function may have such a name: replace(city, …) = 'x'.
  if (first.kind === 'word' && WRITES.has(first.value) && !isSign(second, '(') && second?.kind !== 'sign') {
    throw new InputError(
      `This SQL would ${first.value.toUpperCase()}: Muster reads SQL to understand who is meant, and runs none of it`,
      { next: 'Give a SELECT over the documented views, or a condition.' },
    )
  }
  return statement
}

/** Words that the grammar must see as they are; all others are names, which it may not take for its own words. */
const KEYWORDS = new Set(
  (
    'select distinct from where and or not in is null true false between like ilike escape exists group by having ' +
    'order asc desc limit offset as on using join left right inner outer cross full natural union all intersect ' +
    'except with case when then else end cast over partition interval collate nocase binary current_date ' +
    'current_timestamp extract count sum avg min max row_number rank dense_rank lag lead first_value last_value ' +
    'ntile integer int bigint real numeric float double text varchar date timestamp rows range unbounded preceding ' +
    'following current row filter recursive glob regexp similar any some'
  ).split(' '),
)
/** Of those, the ones that are names unless something follows that makes them more. */
const OFTEN_NAMES = new Set(
  'date text timestamp rank range row rows current filter left right any some nocase binary double'.split(
    ' ',
  ),
)
const CALLED = new Set(
  'count sum avg min max row_number rank dense_rank lag lead cast extract ntile'.split(' '),
)

interface Plain {
  readonly text: string
  /** Where each token stands in the text and in the statement. */
  readonly places: readonly (readonly [number, number])[]
  readonly names: Names
}

/** A piece with placeholders for texts, numbers, names and holes: pieces that differ in them alone read alike. */
function plain(parts: readonly ChunkPart[], read: (chunk: Chunk) => Read): Plain {
  const names = new Map<string, { value: string; quoted: boolean }>()
  const holes = new Map<string, Chunk>()
  const texts: string[] = []
  const numbers: number[] = []
  const places: [number, number][] = []
  const tokens = parts.map((part) => ('hole' in part ? undefined : part))
  let text = ''
  const written = (part: ChunkPart, i: number): string => {
    if ('hole' in part) {
      const name = part.hole.kind === 'query' ? `h${holes.size}` : `zqh${holes.size}zq`
      holes.set(name, part.hole)
      return part.hole.kind === 'query' ? `SELECT '${name}'` : name
    }
    if (part.kind === 'text') return `'t${texts.push(part.value) - 1}'`
    // Not 0: its sign would be lost.
    if (part.kind === 'number') return String(numbers.push(Number(part.value)))
    if (part.kind === 'sign') return part.value
    if (part.kind === 'word' && isKeyword(tokens, i)) return part.value.toUpperCase()
    const name = `zq${names.size}zq`
    names.set(name, { value: part.value, quoted: part.kind === 'name' })
    return name
  }
  for (const [i, part] of parts.entries()) {
    places.push([text.length, part.at])
    text += `${written(part, i)} `
  }
  return {
    text,
    places,
    names: {
      text: (placeholder) => texts[Number(placeholder.slice(1))] ?? '',
      number: (placeholder) => Math.sign(placeholder) * (numbers[Math.abs(placeholder) - 1] ?? Number.NaN),
      name: (placeholder) => names.get(placeholder) ?? { value: placeholder, quoted: false },
      hole(placeholder) {
        const chunk = holes.get(placeholder)
        return chunk && read(chunk)
      },
    },
  }
}

function isKeyword(tokens: readonly (SqlToken | undefined)[], i: number): boolean {
  const token = tokens[i]
  if (isSign(tokens[i - 1], '(') && isWord(tokens[i - 2], 'extract')) return true
  if (token === undefined || !KEYWORDS.has(token.value)) return false
  const called = isSign(tokens[i + 1], '(')
  if (CALLED.has(token.value)) return called
  if (!OFTEN_NAMES.has(token.value)) return true
  if (token.value === 'left' || token.value === 'right') return isWord(tokens[i + 1], 'join', 'outer')
  // CAST(x AS text), x::date, COLLATE NOCASE
  return isWord(tokens[i - 1], 'as', 'collate') || isSign(tokens[i - 1], '::') || isSign(tokens[i - 2], '::')
}

/** `(SELECT "90 days ago" FROM dates)`, as sqlView writes dates, is a column of that part; other ways of writing dates are one. */
function withDates(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const out: SqlToken[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [open, select, name, from, table, close] = tokens.slice(i, i + 6)
    const isDate =
      isSign(open, '(') &&
      isWord(select, 'select') &&
      (name?.kind === 'name' || name?.kind === 'word') &&
      isWord(from, 'from') &&
      isWord(table, 'dates') &&
      isSign(close, ')')
    if (open === undefined) break
    // DATE '2025-01-31' is that text; INTERVAL 30 DAY is INTERVAL '30 DAY'.
    if (isWord(open, 'date', 'timestamp') && select?.kind === 'text') continue
    if (isWord(open, 'interval') && select?.kind === 'number' && name?.kind === 'word') {
      out.push(open, { ...select, kind: 'text', value: `${select.value} ${name.value}` })
      i += 2
      continue
    }
    if (!isDate || name === undefined || table === undefined) {
      out.push(open)
      continue
    }
    out.push({ ...table, kind: 'name' }, { kind: 'sign', value: '.', at: name.at }, { ...name, kind: 'name' })
    i += 5
  }
  return out
}

function attempt(parse: () => unknown, place: (offset: number) => string): unknown {
  try {
    return parse()
  } catch (error) {
    if (error instanceof InputError) throw error
    const offset = offsetOf(error)
    throw new InputError(`This SQL can’t be read ${offset === undefined ? '' : place(offset)}`.trim(), {
      next: 'Check it there: a quote, a parenthesis or a word may be missing or one too many.',
    })
  }
}

/** Where the grammar gave up; undefined for what is no syntax error, such as nesting that exhausts the stack. */
function offsetOf(error: unknown): number | undefined {
  const location: unknown = error instanceof Error ? Reflect.get(error, 'location') : undefined
  const start: unknown = isNode(location) ? location['start'] : undefined
  const offset = isNode(start) ? start['offset'] : undefined
  return typeof offset === 'number' ? offset : undefined
}

const empty = (): InputError =>
  new InputError('There is no SQL in this', {
    next: 'Give a SELECT over the documented views, or a condition.',
  })

const several = (): InputError =>
  new InputError('This is more than one SQL statement', { next: 'Give one SELECT, or one condition.' })

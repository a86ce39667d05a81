import { InputError } from '#kernel/errors.ts'
import { convertStatement } from './convert-query.ts'
import { explicit } from './explicit.ts'
import type { Query } from './expression.ts'
import { isNode } from './node.ts'
import { isSign, isWord, placeOf, type SqlToken, sqlTokens } from './tokens.ts'

/** Reads a statement, or a bare condition as one over the customers. Throws InputError for everything else. */
export type ParseSql = (sql: string) => Query

/** The parser weighs 300 kB: it is loaded when SQL is first read. */
export async function loadParser(): Promise<ParseSql> {
  // PostgreSQL's grammar: SQLite's has no INTERSECT, no EXCEPT and no window that is ordered alone.
  const { default: parser } = await import('node-sql-parser/build/postgresql.js')
  const sqlParser = new parser.Parser()
  return (sql) => parseWith((text) => sqlParser.astify(text, { database: 'postgresql' }), sql)
}

function parseWith(astify: (text: string) => unknown, sql: string): Query {
  const tokens = whole(explicit(statementIn(sql)), sql)
  const { text, places, names, texts } = plain(tokens)
  const parsed = attempt(() => astify(text), sql, places)
  const statements: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed]
  const [statement, another] = statements
  if (another !== undefined) throw several()
  if (!isNode(statement)) throw empty()
  return convertStatement(statement, {
    text: (placeholder) => texts[Number(placeholder.slice(1))] ?? '',
    name: (placeholder) => names.get(placeholder) ?? { value: placeholder, quoted: false },
  })
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

/** A bare condition is put where it would stand. */
function whole(tokens: readonly SqlToken[], sql: string): readonly SqlToken[] {
  const [first] = tokens
  if (isWord(first, 'select', 'with') || isInParentheses(tokens)) return tokens
  const condition = isWord(first, 'where') ? tokens.slice(1) : tokens
  const stray =
    condition.find((token) => isWord(token, 'select')) === undefined ? strayFrom(condition) : undefined
  if (stray !== undefined) {
    throw new InputError(`This SQL can’t be read ${placeOf(sql, stray.at)}`, {
      next: 'Give a whole SELECT over the documented views, or a condition alone.',
    })
  }
  const word = (value: string): SqlToken => ({ kind: 'word', value, at: 0 })
  const head = ['select', 'id', 'from', 'v_customers', 'as', 'customer', 'where'].map(word)
  return [...head, ...condition]
}

/** `(SELECT …)`, also before UNION; `(SELECT COUNT(*) …) > 3` is a condition. */
function isInParentheses(tokens: readonly SqlToken[]): boolean {
  let depth = 0
  for (const [i, token] of tokens.entries()) {
    if (isSign(token, '(')) depth++
    if (isSign(token, ')')) depth--
    if (depth > 0) continue
    const after = tokens[i + 1]
    return (
      isWord(tokens[1], 'select', 'with') &&
      (after === undefined || isWord(after, 'union', 'intersect', 'except', 'order', 'limit'))
    )
  }
  return false
}

const strayFrom = (tokens: readonly SqlToken[]): SqlToken | undefined =>
  tokens.find((token) => isWord(token, 'from') && !tokens.some((one) => isWord(one, 'extract')))

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
  readonly names: ReadonlyMap<string, { readonly value: string; readonly quoted: boolean }>
  readonly texts: readonly string[]
}

/** The statement with placeholders for texts and names, whose signs and spellings the grammar can trip over. */
function plain(tokens: readonly SqlToken[]): Plain {
  const names = new Map<string, { value: string; quoted: boolean }>()
  const texts: string[] = []
  const places: [number, number][] = []
  let text = ''
  const written = (token: SqlToken, i: number): string => {
    if (token.kind === 'text') return `'t${texts.push(token.value) - 1}'`
    if (token.kind === 'number' || token.kind === 'sign') return token.value
    if (token.kind === 'word' && isKeyword(tokens, i)) return token.value.toUpperCase()
    const name = `zq${names.size}zq`
    names.set(name, { value: token.value, quoted: token.kind === 'name' })
    return name
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    places.push([text.length, token.at])
    const date = dateAt(tokens, i)
    if (date === undefined) {
      text += `${written(token, i)} `
      continue
    }
    // (SELECT "90 days ago" FROM dates): one name instead of seven tokens.
    text += `${written(date.table, -1)}.${written(date.name, -1)} `
    i = date.end
  }
  return { text, places, names, texts }
}

function isKeyword(tokens: readonly SqlToken[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined || !KEYWORDS.has(token.value)) return false
  const called = isSign(tokens[i + 1], '(')
  if (CALLED.has(token.value)) return called
  if (!OFTEN_NAMES.has(token.value)) return true
  if (token.value === 'left' || token.value === 'right') return isWord(tokens[i + 1], 'join', 'outer')
  // CAST(x AS text), x::date, COLLATE NOCASE
  return isWord(tokens[i - 1], 'as', 'collate') || isSign(tokens[i - 1], '::') || isSign(tokens[i - 2], '::')
}

function dateAt(
  tokens: readonly SqlToken[],
  i: number,
): { name: SqlToken; table: SqlToken; end: number } | undefined {
  const [open, select, name, from, table, close] = tokens.slice(i, i + 6)
  if (!isSign(open, '(') || !isWord(select, 'select') || !isWord(from, 'from') || !isWord(table, 'dates'))
    return undefined
  if (!isSign(close, ')') || (name?.kind !== 'name' && name?.kind !== 'word') || table === undefined)
    return undefined
  return { name, table, end: i + 5 }
}

function attempt(parse: () => unknown, sql: string, places: Plain['places']): unknown {
  try {
    return parse()
  } catch (error) {
    const offset = offsetOf(error)
    const at = offset === undefined ? 0 : (places.findLast(([from]) => from <= offset)?.[1] ?? 0)
    throw new InputError(`This SQL can’t be read ${offset === undefined ? '' : placeOf(sql, at)}`.trim(), {
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

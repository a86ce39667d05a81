import { InputError } from '#kernel/errors.ts'

/** A sign, word, text or name of a statement, and where it stands. */
export interface SqlToken {
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'sign'
  /** Words in lower case; texts and quoted names without their quotes. */
  readonly value: string
  readonly at: number
}

/** What Muster prints for 200 conditions stays below; parsing as much takes less than a second. */
const LONGEST = 400_000
const MOST_TOKENS = 60_000
const DEEPEST = 60

const PATTERN = new RegExp(
  [
    /(?<blank>\s+|--[^\n]*|\/\*[\s\S]*?\*\/)/,
    /(?<text>'(?:[^']|'')*'|[‘’](?:[^‘’]*)[‘’])/,
    /(?<name>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[“”][^“”]*[“”])/,
    /(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_]))/u,
    /(?<word>[\p{L}_][\p{L}\p{M}\p{N}_]*)/u,
    /(?<sign><=|>=|<>|!=|==|\|\||::|[-+*/%=<>(),.;])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'uy',
)

/** Cuts a statement into tokens. Throws InputError for what is too long, too deep, or no SQL. */
export function sqlTokens(sql: string): readonly SqlToken[] {
  if (sql.length > LONGEST) throw tooLong(`${LONGEST.toLocaleString('en-US')} characters`)
  const tokens: SqlToken[] = []
  let depth = 0
  let cases = 0
  let prefixes = 0
  for (let at = 0; at < sql.length; ) {
    PATTERN.lastIndex = at
    const match = PATTERN.exec(sql)
    if (match === null) throw noSql(sql, at)
    const token = tokenOf(match, at)
    at += match[0].length
    if (token === undefined) continue
    tokens.push(token)
    if (tokens.length > MOST_TOKENS) throw tooLong(`${MOST_TOKENS.toLocaleString('en-US')} words and signs`)
    if (isSign(token, '(')) depth++
    if (isSign(token, ')')) depth--
    if (isWord(token, 'case')) cases++
    if (depth < 0) throw unopened(sql, token.at)
    prefixes = isWord(token, 'not') || isSign(token, '-', '+') ? prefixes + 1 : 0
    if (depth > DEEPEST || cases > DEEPEST || prefixes > DEEPEST) {
      throw new InputError(`This SQL is nested deeper than ${DEEPEST} parentheses`, {
        next: 'Flatten it, or ask for a part of it at a time.',
      })
    }
  }
  return tokens
}

export const isSign = (token: SqlToken | undefined, ...signs: string[]): boolean =>
  token?.kind === 'sign' && signs.includes(token.value)

export const isWord = (token: SqlToken | undefined, ...words: string[]): boolean =>
  token?.kind === 'word' && words.includes(token.value)

function tokenOf(match: RegExpExecArray, at: number): SqlToken | undefined {
  const { text, name, number, word, sign } = match.groups ?? {}
  if (text !== undefined) return { kind: 'text', value: unquoted(text), at }
  if (name !== undefined) return { kind: 'name', value: unquoted(name), at }
  if (number !== undefined) return { kind: 'number', value: number, at }
  if (word !== undefined) return { kind: 'word', value: word.toLowerCase(), at }
  if (sign === undefined) return undefined
  return { kind: 'sign', value: sign === '==' ? '=' : sign === '!=' ? '<>' : sign, at }
}

function unquoted(raw: string): string {
  const quote = raw.slice(-1)
  return raw.slice(1, -1).replaceAll(quote + quote, quote)
}

function noSql(sql: string, at: number): InputError {
  const sign = String.fromCodePoint(sql.codePointAt(at) ?? 0)
  if (`'"\`[`.includes(sign) || sql.startsWith('/*', at)) {
    return new InputError(`This SQL has a ${sign} that is never closed, ${placeOf(sql, at)}`, {
      next: 'Close it, and write a quote inside of a text twice.',
    })
  }
  if ('?:@$#'.includes(sign)) {
    return new InputError(`This SQL has a parameter (“${sign}”) without a value, ${placeOf(sql, at)}`, {
      next: 'Write the value itself in its place.',
    })
  }
  return new InputError(`“${sign}” is no part of SQL, ${placeOf(sql, at)}`, {
    next: 'Take it out, or put texts in single quotes.',
  })
}

/** `in line 2 near “FROM v_orders”` */
export function placeOf(sql: string, at: number): string {
  const line = sql.slice(0, at).split('\n').length
  const near = sql.slice(at).trim().replace(/\s+/g, ' ').slice(0, 40)
  return near === '' ? 'at its end' : `in line ${line} near “${near}”`
}

const unopened = (sql: string, at: number): InputError =>
  new InputError(`This SQL closes a parenthesis that was never opened, ${placeOf(sql, at)}`, {
    next: 'Take it out, or open it before.',
  })

export const tooLong = (limit: string): InputError =>
  new InputError(`This SQL is longer than ${limit}`, {
    next: 'Ask for a part of it at a time, or save a part as a segment and refer to that.',
  })

import { InputError } from '#kernel/errors.ts'
import { joinWords } from '#kernel/text.ts'
import { isSign, isWord, placeOf, type SqlToken } from './tokens.ts'
import { columnsOfView } from './views.ts'

/** A bare condition is put where it would stand: in a SELECT of those whom its columns are of. */
export function wholeStatement(tokens: readonly SqlToken[], sql: string): readonly SqlToken[] {
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
  const { view, alias } = subjectOfBare(condition)
  return [...['select', 'id', 'from', view, 'as', alias, 'where'].map(word), ...condition]
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

const SUBJECTS = [
  { view: 'v_customers', alias: 'customer', many: 'customers', owner: 'customer_id' },
  { view: 'v_companies', alias: 'company', many: 'companies', owner: 'company_id' },
  { view: 'v_people', alias: 'person', many: 'people', owner: 'person_id' },
] as const
type Subject = (typeof SUBJECTS)[number]

/** Whose columns a bare condition names: those of customers where they have them all, as most conditions are. */
function subjectOfBare(tokens: readonly SqlToken[]): Subject {
  const [customers] = SUBJECTS
  const { columns, tables, owners } = namesIn(tokens)
  const named = SUBJECTS.find(({ view, alias, many }) => [view, alias, many].some((one) => tables.has(one)))
  if (named !== undefined) return named
  const known = [...columns].filter((name) => SUBJECTS.some(({ view }) => columnsOfView(view)?.has(name)))
  const having = SUBJECTS.filter(({ view }) => known.every((name) => columnsOfView(view)?.has(name)))
  // Rows that say whose they are tell: `id IN (SELECT company_id FROM v_technologies)`.
  const owned = having.find(({ owner }) => owners.has(owner))
  if (owned !== undefined) return owned
  if (having.includes(customers) || having.length === 0) return customers
  const [only, another] = having
  if (only !== undefined && another === undefined) return only
  throw new InputError(
    `“${known.join(', ')}” could be of ${joinWords(
      having.map(({ many }) => many),
      'or',
    )}`,
    {
      next: `Say which: ${joinWords(
        having.map(({ view }) => `SELECT id FROM ${view} WHERE …`),
        'or',
      )}.`,
    },
  )
}

/** The names of a condition's own columns and tables, and what its inner SELECTs list. */
function namesIn(tokens: readonly SqlToken[]) {
  const columns = new Set<string>()
  const tables = new Set<string>()
  const owners = new Set<string>()
  const depths: boolean[] = []
  for (const [i, token] of tokens.entries()) {
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    if (isSign(token, '(')) depths.push(isWord(after, 'select', 'with'))
    if (isSign(token, ')')) depths.pop()
    if (token.kind !== 'word' && token.kind !== 'name') continue
    const name = token.value.toLowerCase()
    if (depths.includes(true)) {
      if (isWord(before, 'select', 'distinct')) owners.add(name)
      continue
    }
    if (isSign(after, '.')) tables.add(name)
    else if (!isSign(before, '.') && !isSign(after, '(')) columns.add(name)
  }
  return { columns, tables, owners }
}

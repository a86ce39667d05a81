import { InputError } from '#kernel/errors.ts'
import type { Column, Expression, Query, Source } from './expression.ts'
import { columnsOfView, noSuchColumn } from './views.ts'

/** What names mean at a place of a statement. */
export interface Scope {
  readonly sources: readonly Source[]
  /** The SELECT that this one stands in. */
  readonly outer?: Scope
  /** Names that a SELECT gives to its own columns: ORDER BY and HAVING may use them. */
  readonly named: ReadonlyMap<string, Expression>
}

/** The columns that a source has; undefined for a star that can't be told. */
function columnsOf({ view, query }: Source): ReadonlySet<string> {
  if (view !== undefined) return columnsOfView(view) ?? new Set()
  return new Set(query?.columns.flatMap(({ of, as }) => as ?? columnNames(of, query)) ?? [])
}

function columnNames(of: Expression, { from }: Query): readonly string[] {
  if (of.kind === 'column') return [of.name]
  return of.kind === 'star' ? from.flatMap((source) => [...columnsOf(source)]) : []
}

/** The column that a name means, looked for from the inside out. Throws InputError when there is none. */
export function columnNamed(
  name: string,
  table: string | undefined,
  scope: Scope,
): Column | Expression | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const having = at.sources.filter(
      (source) => (table === undefined || source.alias === table) && columnsOf(source).has(name),
    )
    const [source, another] = having
    if (another !== undefined) {
      throw new InputError(`“${name}” could be of ${having.map(({ alias }) => alias).join(' or ')}`, {
        next: `Say which: ${having.map(({ alias }) => `${alias}.${name}`).join(' or ')}.`,
      })
    }
    if (source !== undefined) {
      const { alias, view } = source
      return { kind: 'column', table: alias, name, ...(view === undefined ? {} : { view }) }
    }
    const own = table === undefined ? at.named.get(name) : undefined
    if (own !== undefined) return own
  }
  return undefined
}

export function missingColumn(name: string, table: string | undefined, scope: Scope): InputError {
  const sources: Source[] = []
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) sources.push(...at.sources)
  const own = sources.filter((source) => table === undefined || source.alias === table)
  if (table !== undefined && own.length === 0) {
    return new InputError(`There is no table “${table}” where this SQL asks for ${table}.${name}`, {
      next: `Name one of its own: ${[...new Set(sources.map(({ alias }) => alias))].join(', ')}.`,
    })
  }
  return noSuchColumn(
    name,
    own.map(({ view }) => view),
  )
}

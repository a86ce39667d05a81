/** Criteria while they are built: plain data that may still lack something. The server says what it lacks. */
export type Plain = string | number | boolean | null | readonly Plain[] | Branch
export interface Branch {
  readonly [key: string]: Plain
}
export type Path = readonly (string | number)[]

export const GROUPS = ['all', 'any', 'none'] as const
export type Group = (typeof GROUPS)[number]

export const isBranch = (value: Plain | undefined): value is Branch =>
  typeof value === 'object' && value !== null && !isList(value)
export const isList = (value: Plain | undefined): value is readonly Plain[] => Array.isArray(value)

/** What a text input shows of a value. */
export const asText = (value: Plain | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** A value of the API, whose type is made of every condition, as plain data. */
export function toPlain(value: unknown): Plain {
  const plain: Plain = JSON.parse(JSON.stringify(value))
  return plain
}

/** The group that a node is, with its branches; undefined for a condition. */
export function groupIn(
  node: Branch,
): { readonly group: Group; readonly branches: readonly Plain[] } | undefined {
  for (const group of GROUPS) {
    const branches = node[group]
    if (isList(branches)) return { group, branches }
  }
  return undefined
}

/** The editor's root is a group always, so that there is a place for the next condition. */
export const rooted = (criteria: Plain): Branch =>
  isBranch(criteria) && groupIn(criteria) !== undefined ? criteria : { all: [criteria] }

/** The same tree with another value at a path; `undefined` takes it away. */
export function put(whole: Plain | undefined, path: Path, value: Plain | undefined): Plain | undefined {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (isList(whole)) {
    return whole.flatMap((item, i) => {
      if (i !== key) return [item]
      const changed = put(item, rest, value)
      return changed === undefined ? [] : [changed]
    })
  }
  const held = isBranch(whole) ? whole : {}
  const { [key]: inner, ...others } = held
  const changed = put(inner, rest, value)
  if (changed === undefined) return others
  // What is there keeps its place, so that nothing jumps while it is edited.
  return { ...held, [key]: changed }
}

/** What is sent: lines that nobody has typed anything into are no values. */
export function cleaned(value: Plain): Plain {
  if (isList(value)) return value.filter((item) => item !== '').map(cleaned)
  if (!isBranch(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]))
}

/** A JSON Schema as plain data. */
export interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly [keyword: string]: unknown
}

/**
 * Puts each part that a schema says again and again into its `$defs`, once, named after the property it stands
 * under. It means the same, and models pay for it once.
 */
export function hoistRepeated(schema: Schema): Schema {
  let whole = schema
  // The longest first: what it contains is then counted once.
  for (let part = longestRepeated(whole); part !== undefined; part = longestRepeated(whole)) {
    const { text, named } = part
    const name = freeName(listName(part.schema) ?? named, whole.$defs ?? {})
    const reference: Schema = { $ref: `#/$defs/${name}` }
    const { $defs, ...root } = mapParts(whole, (each) => (JSON.stringify(each) === text ? reference : each))
    whole = { ...root, $defs: { ...$defs, [name]: part.schema } }
  }
  return whole
}

interface Part {
  readonly schema: Schema
  readonly text: string
  /** The property that it stands under. */
  readonly named: string
}

/** About what a reference, or the name of a definition, costs in characters. */
const REFERENCE = 24

function longestRepeated(schema: Schema): Part | undefined {
  const seen = new Map<string, { readonly part: Part; times: number }>()
  mapParts(schema, (part, named) => {
    // A reference to a reference would save a few characters and cost a reader a step.
    if (part['$ref'] !== undefined) return part
    const text = JSON.stringify(part)
    const before = seen.get(text)
    if (before !== undefined) before.times++
    else seen.set(text, { part: { schema: part, text, named }, times: 1 })
    return part
  })
  return [...seen.values()]
    .filter(({ part: { text }, times }) => (times - 1) * text.length > (times + 1) * REFERENCE)
    .map(({ part }) => part)
    .toSorted((a, b) => b.text.length - a.text.length)[0]
}

/** The schema with every part inside of it changed, the innermost first; definitions themselves are no parts. */
function mapParts(schema: Schema, change: (part: Schema, named: string) => Schema, named = 'value'): Schema {
  const changed = (part: Schema, name: string) => change(mapParts(part, change, name), name)
  const { properties, items, anyOf, $defs } = schema
  return {
    ...schema,
    ...(properties && { properties: mapValues(properties, changed) }),
    ...(items && { items: changed(items, named) }),
    ...(anyOf && { anyOf: anyOf.map((each) => changed(each, named)) }),
    ...($defs && { $defs: mapValues($defs, (each, name) => mapParts(each, change, name)) }),
  }
}

const mapValues = (
  record: Readonly<Record<string, Schema>>,
  change: (value: Schema, key: string) => Schema,
): Record<string, Schema> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))

/** Lists of plain values stand under many names: they are called after what they list. */
const listName = ({ type, items }: Schema): string | undefined =>
  type === 'array' && typeof items?.['type'] === 'string' && items['enum'] === undefined
    ? `${items['type']}s`
    : undefined

/** Not the name of another definition. */
function freeName(wanted: string, taken: Readonly<Record<string, Schema>>): string {
  let name = wanted
  for (let n = 2; name in taken; n++) name = `${wanted}${n}`
  return name
}

import type { z } from 'zod'

type Json = z.core.JSONSchema.BaseSchema
type Form = z.core.JSONSchema._JSONSchema

/**
 * Makes a tagged union one object with the keys of all its alternatives: a description says which go together, at
 * a third of the length, and the domain refuses the rest. Leaves everything else as it is.
 */
export function inOneObject(json: Json): void {
  const tag = tagOf(json.anyOf)
  if (tag === undefined) return
  const forms = new Map<string, Form[]>()
  for (const { properties = {} } of json.anyOf ?? []) {
    for (const [key, form] of Object.entries(properties)) forms.set(key, [...(forms.get(key) ?? []), form])
  }
  delete json.anyOf
  json.type = 'object'
  json.properties = Object.fromEntries([...forms].map(([key, each]) => [key, together(each)]))
  json.required = [tag]
}

/** The key whose value alone tells the alternatives apart. */
function tagOf(alternatives: readonly Json[] = []): string | undefined {
  const [first, ...others] = alternatives
  if (others.length === 0) return undefined
  return Object.keys(first?.properties ?? {}).find((key) =>
    alternatives.every(({ properties = {} }) => isConstant(properties[key])),
  )
}

const isConstant = (form: Form | undefined): boolean =>
  typeof form === 'object' && typeof form.const === 'string'

/** What takes every value that one of the forms takes. */
function together(forms: readonly Form[]): Json {
  const schemas = forms.filter((form) => typeof form === 'object')
  const listed = schemas.flatMap((form) => form.enum ?? (form.const === undefined ? [] : [form.const]))
  if (listed.length > 0) return { type: 'string', enum: [...new Set(listed)] }
  const [first = {}, ...others] = new Map(schemas.map((form) => [JSON.stringify(form), form])).values()
  return others.length === 0 ? first : { anyOf: [first, ...others] }
}

import { z } from 'zod'
import type { ConditionForm, NamedThing } from '../conditions/define.ts'
import { conditions, conditionSchema } from '../conditions/index.ts'
import { nestedCriteria } from '../conditions/shared/nested-criteria.ts'
import type { Entity } from '../entities/entity.ts'
import { labelOfKey, labelOfValue } from './form-labels.ts'
import type { CriteriaForms, FormAlternative, FormField, FormInput, FormOption } from './shown-form.ts'
import { named } from './wire-schema.ts'

type Json = z.core.JSONSchema.BaseSchema

/** The things that conditions refer to by id, as people choose them. */
export type NamedThings = Readonly<Record<NamedThing, readonly FormOption[]>>

/** How each kind of condition is built by hand: its inputs are read off its schema, so that none can be forgotten. */
export function criteriaForms(things: NamedThings): CriteriaForms {
  const { $defs = {}, oneOf = [] } = jsonOfConditions()
  const shared = Object.entries($defs).filter(([name]) => OWN_INPUTS[name] === undefined)
  return {
    conditions: conditions.map((definition, i) => {
      const json = oneOf[i]
      if (typeof json !== 'object') throw new Error(`No schema was made of ${definition.type}`)
      const { entity, form, nested } = definition
      const inner = nested?.entity ?? entity
      const names: ConditionForm<unknown>['names'] = form.names
      return {
        type: definition.type,
        entity,
        title: form.title,
        start: form.start,
        fields: fieldsOf(json, { entity: inner, shared: $defs }, ['type']).map((field) => {
          const thing = names?.[field.key]
          if (thing === undefined) return field
          const kind = field.input.kind === 'texts' ? 'choices' : 'choice'
          return { ...field, input: { kind, options: things[thing] } }
        }),
      }
    }),
    shared: Object.fromEntries(
      shared.map(([name, json]) => [name, inputOf(json, { entity: 'customer', shared: $defs })]),
    ),
  }
}

/** Schemas of every condition, in their order; what several of them hold stands once in `$defs`. */
const jsonOfConditions = (): Json =>
  z.toJSONSchema(conditionSchema, {
    io: 'input',
    metadata: named,
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === nestedCriteria) jsonSchema.$comment = CRITERIA
    },
  })

const CRITERIA = 'criteria'

/** Shared schemas that are inputs of their own kind. */
const OWN_INPUTS: Readonly<Record<string, FormInput>> = {
  texts: { kind: 'texts' },
  amount: { kind: 'amount' },
}

/** Where a schema stands: whom criteria inside of it are over, and the schemas that it may refer to. */
interface Scope {
  readonly entity: Entity
  readonly shared: NonNullable<Json['$defs']>
}

function fieldsOf(
  { properties = {}, required = [] }: Json,
  scope: Scope,
  hidden: readonly string[],
): FormField[] {
  return Object.entries(properties).flatMap(([key, json]) =>
    hidden.includes(key) || typeof json !== 'object'
      ? []
      : [{ key, label: labelOfKey(key), required: required.includes(key), input: inputOf(json, scope) }],
  )
}

/** Throws for a schema that no input is known for: a new kind of schema needs one. */
function inputOf(json: Json, scope: Scope): FormInput {
  if (json.$comment === CRITERIA) return { kind: 'criteria', entity: scope.entity }
  if (json.$ref !== undefined) return sharedInput(json.$ref)
  if (json.enum !== undefined) return { kind: 'choice', options: optionsOf(json.enum) }
  if (json.const === true) return { kind: 'tick' }
  switch (json.type) {
    case 'boolean':
      return { kind: 'flag' }
    case 'integer':
    case 'number':
      return { kind: 'number' }
    case 'string':
      return { kind: json.format === 'date' ? 'date' : 'text' }
    case 'object':
      return { kind: 'fields', fields: fieldsOf(json, scope, []) }
    case 'array':
      return listOf(json, scope)
    case 'null':
    case undefined:
      break
  }
  return oneOfSeveral(formsOf(json, scope), scope)
}

const nameIn = (ref: string): string => ref.replace('#/$defs/', '')

function sharedInput(ref: string): FormInput {
  const name = nameIn(ref)
  return OWN_INPUTS[name] ?? { kind: 'shared', name }
}

function listOf({ items }: Json, scope: Scope): FormInput {
  if (typeof items !== 'object' || Array.isArray(items)) throw new Error('A list of nothing in particular')
  const of = inputOf(items, scope)
  if (of.kind === 'choice') return { kind: 'choices', options: of.options }
  if (of.kind === 'text') return { kind: 'texts' }
  return of.kind === 'number' ? { kind: 'numbers' } : { kind: 'list', of }
}

/** The alternatives of a union, those of unions within it among them. */
const formsOf = (json: Json, scope: Scope): readonly Json[] =>
  (json.anyOf ?? json.oneOf ?? []).flatMap((form) => {
    const shared = form.$ref === undefined ? undefined : scope.shared[nameIn(form.$ref)]
    const inner = formsOf(shared ?? form, scope)
    return inner.length === 0 ? [form] : inner
  })

function oneOfSeveral(forms: readonly Json[], scope: Scope): FormInput {
  const tag = Object.keys(forms[0]?.properties ?? {}).find((key) =>
    forms.every(({ properties = {} }) => typeof constantIn(properties[key]) === 'string'),
  )
  if (tag !== undefined) {
    return { kind: 'either', tag, forms: forms.map((form) => alternativeOf(form, tag, scope)) }
  }
  const words = forms.flatMap((form) => (typeof form.const === 'string' ? [form.const] : []))
  if (words.length > 0) return { kind: 'number_or_word', words }
  if (forms.some(({ type }) => type === 'string')) return { kind: 'value' }
  throw new Error(`No input is known for ${JSON.stringify(forms)}`)
}

function alternativeOf(form: Json, tag: string, scope: Scope): FormAlternative {
  const value = String(constantIn(form.properties?.[tag]))
  return { value, label: labelOfValue(value), fields: fieldsOf(form, scope, [tag]) }
}

const constantIn = (json: Json | boolean | undefined): unknown =>
  typeof json === 'object' ? json.const : undefined

const optionsOf = (values: readonly unknown[]): FormOption[] =>
  values.map((value) => ({ value: String(value), label: labelOfValue(String(value)) }))

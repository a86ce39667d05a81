import type { CriteriaForms, FormField, FormInput } from '#http/api.ts'
import { asText, type Branch, isList, type Plain } from './tree.ts'

/** What a new part of a condition begins as, for people to change. */
export function startOf(key: string, input: FormInput, forms: CriteriaForms): Plain {
  switch (input.kind) {
    case 'choice':
      return (input.options.find(({ value }) => value === LIKELY[key]) ?? input.options[0])?.value ?? ''
    case 'choices':
      return input.options.slice(0, 1).map(({ value }) => value)
    case 'flag':
    case 'tick':
      return true
    case 'text':
    case 'value':
      return ''
    case 'date':
      return new Date().toISOString().slice(0, 10)
    case 'number':
    case 'amount':
    case 'number_or_word':
      return LIKELY[key] ?? 1
    case 'texts':
      return []
    case 'numbers':
      return [1]
    case 'fields':
      return startOfAll(input.fields, forms)
    case 'list':
      return [startOf(key, input.of, forms)]
    case 'either': {
      const [first] = input.forms
      return { [input.tag]: first?.value ?? '', ...startOfAll(first?.fields ?? [], forms) }
    }
    case 'criteria': {
      const first = forms.conditions.find(({ entity }) => entity === input.entity)
      return { all: first === undefined ? [] : [startOfCondition(first.start)] }
    }
    case 'shared': {
      const shared = forms.shared[input.name]
      return shared === undefined ? '' : startOf(key, shared, forms)
    }
  }
}

const LIKELY: Readonly<Record<string, string | number>> = {
  unit: 'day',
  n: 30,
  op: '>=',
  offset: 0,
  from: 30,
  to: 60,
}

export function startOfCondition(start: unknown): Plain {
  const plain: Plain = JSON.parse(JSON.stringify(start))
  return plain
}

export const startOfAll = (fields: readonly FormField[], forms: CriteriaForms): Branch =>
  Object.fromEntries(
    fields.filter(({ required }) => required).map(({ key, input }) => [key, startOf(key, input, forms)]),
  )

/** What an operator compares with. */
type Compared = 'nothing' | 'text' | 'texts' | 'number' | 'numbers'

export function comparedBy(op: Plain | undefined, numbersOnly: boolean): Compared {
  if (op === 'between') return 'numbers'
  if (numbersOnly || (typeof op === 'string' && /^[<>]=?$|^=$/.test(op))) return 'number'
  if (op === 'known' || op === 'unknown' || op === 'during') return 'nothing'
  return op === 'in' ? 'texts' : 'text'
}

/** The value as another operator takes it; what was typed is kept where it can be. */
export function comparable(value: Plain | undefined, as: Compared): Plain | undefined {
  const first = isList(value) ? value[0] : value
  const asNumber = typeof first === 'number' ? first : Number(first)
  const number = first === undefined || first === '' || Number.isNaN(asNumber) ? 1 : asNumber
  switch (as) {
    case 'nothing':
      return undefined
    case 'text':
      return typeof first === 'string' || typeof first === 'number' ? String(first) : ''
    case 'texts':
      return isList(value) && value.every((item) => typeof item === 'string')
        ? value
        : first === undefined || first === ''
          ? []
          : [asText(first)]
    case 'number':
      return number
    case 'numbers':
      return isList(value) && value.length === 2 && typeof first === 'number' ? value : [number, number]
  }
}

import type { Entity } from '../entities/entity.ts'

export interface FormOption {
  readonly value: string
  readonly label: string
}

/** What is typed or chosen for one key of a condition. One editor draws all of them. */
export type FormInput =
  | { readonly kind: 'choice'; readonly options: readonly FormOption[] }
  /** Several of them. */
  | { readonly kind: 'choices'; readonly options: readonly FormOption[] }
  /** True or false. */
  | { readonly kind: 'flag' }
  /** True, or not there. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'number' }
  /** A number, or one of these words. */
  | { readonly kind: 'number_or_word'; readonly words: readonly string[] }
  | { readonly kind: 'texts' }
  | { readonly kind: 'numbers' }
  /** A number; two of them where the `op` beside is `between`. */
  | { readonly kind: 'amount' }
  /** Whatever the `op` beside compares with: a text, several, a number, two, or nothing. */
  | { readonly kind: 'value' }
  | { readonly kind: 'fields'; readonly fields: readonly FormField[] }
  | { readonly kind: 'list'; readonly of: FormInput }
  /** One of several forms, told apart by the value of `tag`. */
  | { readonly kind: 'either'; readonly tag: string; readonly forms: readonly FormAlternative[] }
  /** Criteria over this entity. */
  | { readonly kind: 'criteria'; readonly entity: Entity }
  /** An input that several conditions have: `CriteriaForms.shared` holds it under this name. */
  | { readonly kind: 'shared'; readonly name: string }

export interface FormField {
  readonly key: string
  readonly label: string
  readonly required: boolean
  readonly input: FormInput
}

export interface FormAlternative extends FormOption {
  readonly fields: readonly FormField[]
}

/** How one kind of condition is built by hand. */
export interface ShownForm {
  readonly type: string
  readonly entity: Entity
  readonly title: string
  /** What a new one begins as. */
  readonly start: unknown
  readonly fields: readonly FormField[]
}

/** All kinds of conditions, in the order of their menu, and the inputs that they share. */
export interface CriteriaForms {
  readonly conditions: readonly ShownForm[]
  readonly shared: Readonly<Record<string, FormInput>>
}

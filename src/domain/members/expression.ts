import { and, andNot, type Bitset, bitsetFor, or } from './bitset.ts'

/** Set algebra over named sets: what is left of criteria once every condition has a set to be read. */
export type Expression =
  | { readonly kind: 'set'; readonly key: string }
  /** One set that is the same as sets apart: shorter to read, unless they are at hand. Undecided it is apart. */
  | { readonly kind: 'either'; readonly together: string; readonly apart: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Expression[] }
  | { readonly kind: 'everyone' }
  | { readonly kind: 'nobody' }

/**
 * A set, or everybody outside it. Working with both keeps "not" free: who "everybody" is need only be read
 * when the whole turns out to be a complement.
 */
interface Signed {
  readonly bits: Bitset
  readonly complement: boolean
}

/** The sets that an expression takes whatever is decided. */
export function keysOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'set':
      return [expression.key]
    case 'not':
      return keysOf(expression.of)
    case 'all':
    case 'any':
      return expression.of.flatMap(keysOf)
    case 'either':
    case 'everyone':
    case 'nobody':
      return []
  }
}

/** Every `either` decided: apart where those sets are at hand, else together. */
export function settle(expression: Expression, isAtHand: (key: string) => boolean): Expression {
  switch (expression.kind) {
    case 'either':
      return keysOf(expression.apart).every(isAtHand)
        ? settle(expression.apart, isAtHand)
        : { kind: 'set', key: expression.together }
    case 'not':
      return { kind: 'not', of: settle(expression.of, isAtHand) }
    case 'all':
    case 'any':
      return { kind: expression.kind, of: expression.of.map((branch) => settle(branch, isAtHand)) }
    case 'set':
    case 'everyone':
    case 'nobody':
      return expression
  }
}

/** Does the whole come out as "everybody but …", so that everybody has to be known? */
export function isComplement(expression: Expression): boolean {
  switch (expression.kind) {
    case 'set':
    case 'nobody':
      return false
    case 'everyone':
      return true
    case 'either':
      return isComplement(expression.apart)
    case 'not':
      return !isComplement(expression.of)
    case 'all':
      return expression.of.every(isComplement)
    case 'any':
      return expression.of.some(isComplement)
  }
}

/** Where the named sets are. */
export interface Sets {
  set(key: string): Bitset
  /** Asked for only when `isComplement(expression)`. */
  everyone(): Bitset
}

/** The members. */
export function evaluate(expression: Expression, sets: Sets): Bitset {
  const { bits, complement } = signed(expression, sets)
  if (complement) return andNot(sets.everyone(), bits)
  // A copy, so that whoever is given members can't reach the set that others share.
  return expression.kind === 'set' ? bits.slice() : bits
}

// A group without branches makes reduce throw: it must never come to mean everybody.
function signed(expression: Expression, sets: Sets): Signed {
  switch (expression.kind) {
    case 'set':
      return { bits: sets.set(expression.key), complement: false }
    case 'nobody':
      return { bits: bitsetFor(0), complement: false }
    case 'everyone':
      return { bits: bitsetFor(0), complement: true }
    case 'either':
      return signed(expression.apart, sets)
    case 'not':
      return negate(signed(expression.of, sets))
    case 'all':
      return expression.of.map((branch) => signed(branch, sets)).reduce(both)
    case 'any':
      return negate(expression.of.map((branch) => negate(signed(branch, sets))).reduce(both))
  }
}

const negate = ({ bits, complement }: Signed): Signed => ({ bits, complement: !complement })

function both(a: Signed, b: Signed): Signed {
  if (a.complement && b.complement) return { bits: or(a.bits, b.bits), complement: true }
  if (a.complement) return { bits: andNot(b.bits, a.bits), complement: false }
  if (b.complement) return { bits: andNot(a.bits, b.bits), complement: false }
  return { bits: and(a.bits, b.bits), complement: false }
}

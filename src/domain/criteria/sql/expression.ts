import type { NamedDate } from '../../time/named-dates.ts'

export type CompareOp = '=' | '<>' | '<' | '<=' | '>' | '>='

/** SQL as criteria are read from it: what node-sql-parser found, with every column known to exist. */
export type Expression = { readonly parens?: true } & (
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'is'
      readonly of: Expression
      readonly what: 'null' | 'true' | 'false'
      readonly not: boolean
    }
  | Compare
  | {
      readonly kind: 'between'
      readonly of: Expression
      readonly low: Expression
      readonly high: Expression
      readonly not: boolean
    }
  | {
      readonly kind: 'in'
      readonly of: Expression
      readonly values: readonly Expression[]
      readonly not: boolean
    }
  | { readonly kind: 'in_query'; readonly of: Expression; readonly query: Query; readonly not: boolean }
  | {
      readonly kind: 'like'
      readonly of: Expression
      readonly pattern: Expression
      readonly escape?: string
      readonly not: boolean
    }
  | { readonly kind: 'exists'; readonly query: Query; readonly not: boolean }
  | Column
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'null' }
  /** A date by its name, as sqlView writes it; `text` is what it stands for there. */
  | { readonly kind: 'date'; readonly date: NamedDate; readonly text: string }
  | Call
  | {
      readonly kind: 'binary'
      readonly op: '+' | '-' | '*' | '/' | '%' | '||'
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'query'; readonly query: Query }
  | {
      readonly kind: 'case'
      readonly on?: Expression
      readonly whens: readonly { readonly when: Expression; readonly value: Expression }[]
      readonly else?: Expression
    }
  | { readonly kind: 'interval'; readonly text: string }
  | { readonly kind: 'star' }
)

export type Compare = {
  readonly kind: 'compare'
  readonly op: CompareOp
  readonly left: Expression
  readonly right: Expression
  readonly parens?: true
}

/** A column of a view, or of an inner SELECT (`view` is then absent). Names are in lower case. */
export interface Column {
  readonly kind: 'column'
  /** The alias of its table, in lower case. */
  readonly table: string
  readonly view?: string
  readonly name: string
}

export interface Call {
  readonly kind: 'call'
  /** In lower case; `cast` has its type as a text behind it. */
  readonly name: string
  readonly args: readonly Expression[]
  readonly distinct?: true
  readonly over?: {
    readonly partitionBy: readonly Expression[]
    readonly orderBy: readonly Order[]
  }
}

export interface Order {
  readonly of: Expression
  readonly descending: boolean
}

/** A table in a FROM. */
export interface Source {
  readonly alias: string
  /** One of the documented views, or an inner SELECT. */
  readonly view?: string
  readonly query?: Query
  /** The name of the part (WITH) that the query is. */
  readonly part?: string
  readonly join: 'first' | 'inner' | 'left' | 'cross'
  readonly on?: Expression
}

export interface Query {
  readonly columns: readonly { readonly of: Expression; readonly as?: string }[]
  readonly from: readonly Source[]
  readonly where?: Expression
  readonly groupBy: readonly Expression[]
  readonly having?: Expression
  readonly orderBy: readonly Order[]
  readonly limit?: Expression
  readonly next?: { readonly op: 'union' | 'intersect' | 'except'; readonly query: Query }
}

/** Tests that must all hold; those in parentheses of their own stay together. */
export const conjunctsOf = (test: Expression | undefined): readonly Expression[] =>
  test === undefined ? [] : test.kind === 'and' ? test.of : [test]

const OPPOSITES = { '=': '<>', '<>': '=', '<': '>=', '>=': '<', '>': '<=', '<=': '>' } as const
/** The operator as it reads from the other side. */
export const MIRRORED = { '=': '=', '<>': '<>', '<': '>', '>': '<', '<=': '>=', '>=': '<=' } as const

/** NOT of a test, moved into it. What is unknown stays unknown, as it does in SQL. */
export function negated(test: Expression): Expression {
  switch (test.kind) {
    case 'and':
    case 'or':
      return { kind: test.kind === 'and' ? 'or' : 'and', of: test.of.map(negated) }
    case 'not':
      return test.of
    case 'compare':
      return { ...test, op: OPPOSITES[test.op] }
    case 'is':
    case 'between':
    case 'in':
    case 'in_query':
    case 'like':
    case 'exists':
      return { ...test, not: !test.not }
    case 'bool':
      return { kind: 'bool', value: !test.value }
    case 'null':
      return test
    case 'column':
    case 'text':
    case 'number':
    case 'date':
    case 'call':
    case 'binary':
    case 'query':
    case 'case':
    case 'interval':
    case 'star':
      return { kind: 'not', of: test }
  }
}

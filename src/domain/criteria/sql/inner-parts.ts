import type { Call, Expression, Query, Source } from './expression.ts'

/** A part and everything that stands in it, inner SELECTs included; what stands first comes first. */
export function* everyPart(part: Expression): Generator<Expression> {
  yield part
  switch (part.kind) {
    case 'and':
    case 'or':
      for (const one of part.of) yield* everyPart(one)
      return
    case 'not':
    case 'is':
      yield* everyPart(part.of)
      return
    case 'compare':
    case 'binary':
      yield* everyPart(part.left)
      yield* everyPart(part.right)
      return
    case 'between':
      for (const one of [part.of, part.low, part.high]) yield* everyPart(one)
      return
    case 'in':
      for (const one of [part.of, ...part.values]) yield* everyPart(one)
      return
    case 'like':
      yield* everyPart(part.of)
      yield* everyPart(part.pattern)
      return
    case 'in_query':
      yield* everyPart(part.of)
      yield* everyPartOf(part.query)
      return
    case 'exists':
    case 'query':
      yield* everyPartOf(part.query)
      return
    case 'call':
      yield* everyArgument(part)
      return
    case 'case':
      if (part.on !== undefined) yield* everyPart(part.on)
      for (const { when, value } of part.whens) {
        yield* everyPart(when)
        yield* everyPart(value)
      }
      if (part.else !== undefined) yield* everyPart(part.else)
      return
    case 'column':
    case 'text':
    case 'number':
    case 'bool':
    case 'null':
    case 'date':
    case 'interval':
    case 'star':
  }
}

function* everyArgument({ args, over }: Call): Generator<Expression> {
  for (const one of args) yield* everyPart(one)
  for (const one of over?.partitionBy ?? []) yield* everyPart(one)
  for (const { of } of over?.orderBy ?? []) yield* everyPart(of)
}

function* everyPartOf(query: Query): Generator<Expression> {
  for (const { of } of query.columns) yield* everyPart(of)
  for (const { query: inner, on } of query.from) {
    if (inner !== undefined) yield* everyPartOf(inner)
    if (on !== undefined) yield* everyPart(on)
  }
  for (const one of [query.where, query.having, query.limit]) if (one !== undefined) yield* everyPart(one)
  for (const { of } of query.orderBy) yield* everyPart(of)
  if (query.next !== undefined) yield* everyPartOf(query.next.query)
}

/** The first of what stands in a part that can be read. */
export function firstIn<T>(part: Expression, read: (inner: Expression) => T | undefined): T | undefined {
  for (const inner of everyPart(part)) {
    const found = read(inner)
    if (found !== undefined) return found
  }
  return undefined
}

/** The tables in the FROM of the SELECTs that stand in a part, and of those that make them. */
export function* sourcesIn(part: Expression): Generator<Source> {
  for (const inner of everyPart(part)) {
    if (inner.kind === 'in_query' || inner.kind === 'exists' || inner.kind === 'query') {
      yield* sourcesOf(inner.query)
    }
  }
}

function* sourcesOf(query: Query): Generator<Source> {
  for (const source of query.from) {
    yield source
    if (source.query !== undefined) yield* sourcesOf(source.query)
  }
  if (query.next !== undefined) yield* sourcesOf(query.next.query)
}

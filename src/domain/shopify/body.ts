import type { Cells } from '../arrivals/traits.ts'

/** A JSON object of Shopify’s, as it came. */
export type Body = Readonly<Record<string, unknown>>

/**
 * A body with its ids as text: they are longer than numbers can hold. Undefined for what is no JSON object.
 * https://shopify.dev/docs/api/usage/response-codes; ids above 2^53 are in Shopify’s own samples.
 */
export function readBody(text: string): Body | undefined {
  try {
    const body: unknown = JSON.parse(text, exactly)
    return isBody(body) ? body : undefined
  } catch {
    return undefined
  }
}

/** Numbers stay the text that they were written as: an amount keeps its decimals, and an id its digits. */
function exactly(this: unknown, _key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? String(value)) : value
}

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text of a body; null where there is none. */
export function textIn(body: Body, name: string): string | null {
  const value = body[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

export const bodyIn = (body: Body, name: string): Body => {
  const value = body[name]
  return isBody(value) ? value : {}
}

export const bodiesIn = (body: Body, name: string): readonly Body[] => {
  const value = body[name]
  return Array.isArray(value) ? value.filter(isBody) : []
}

/** The cells that something was told for. */
export const toldCells = (cells: Readonly<Record<string, string | null>>): Cells =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([column, value]) => (value === null ? [] : [[column, value]])),
  )

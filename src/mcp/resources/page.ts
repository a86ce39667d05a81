import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'

const PAGE = 100

/**
 * A page of a list, and where the next one begins. A cursor names the last entry of its page, so that what comes and
 * goes meanwhile neither repeats nor hides the others; of an entry that is gone it is refused, as any other text.
 */
export function page<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  cursor: string | undefined,
): { readonly items: readonly T[]; readonly nextCursor?: string } {
  const after = cursor === undefined ? -1 : all.findIndex((item) => encoded(keyOf(item)) === cursor)
  if (cursor !== undefined && after === -1) {
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      'This cursor leads nowhere (any more). Begin again without one.',
    )
  }
  const items = all.slice(after + 1, after + 1 + PAGE)
  const last = items.at(-1)
  const isMore = after + 1 + PAGE < all.length
  return { items, ...(isMore && last !== undefined && { nextCursor: encoded(keyOf(last)) }) }
}

const encoded = (key: string): string => Buffer.from(key).toString('base64url')

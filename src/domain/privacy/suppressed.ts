import { createHmac } from 'node:crypto'
import { query, type Reader, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import type { OutsideId } from './leaving.ts'

/** Whoever was erased, by what sources call them. */
export interface Suppressed {
  /** Nobody was ever erased: nothing needs to be asked. */
  readonly isEmpty: boolean
  has(who: OutsideId): boolean
}

/** Who is kept out at this moment; ids are hashed to be looked up, a microsecond or two each. */
export function suppressedIn(reader: Reader): Suppressed {
  const hashes = new Set(reader.all(query.selectFrom('suppressed').select('hash')).map(({ hash }) => hash))
  if (hashes.size === 0) return { isEmpty: true, has: () => false }
  const secret = secretOf(reader)
  return { isEmpty: false, has: (who) => hashes.has(hashOf(secret, who)) }
}

/** Keeps out data that arrives later for these ids; the caller holds the transaction. */
export function suppress(writer: Writer, ids: readonly OutsideId[], at: Instant): void {
  const secret = secretOf(writer)
  for (const who of ids) {
    writer.run(
      query
        .insertInto('suppressed')
        .values({ hash: hashOf(secret, who), at })
        .onConflict((clash) => clash.doNothing()),
    )
  }
}

/** Lets data of these ids in again; answers how many of them were kept out. The caller holds the transaction. */
export function lift(writer: Writer, ids: readonly OutsideId[]): number {
  const secret = secretOf(writer)
  return ids.reduce(
    (lifted, who) =>
      lifted + writer.run(query.deleteFrom('suppressed').where('hash', '=', hashOf(secret, who))),
    0,
  )
}

const secretOf = (reader: Reader): Uint8Array => {
  const row = reader.get(query.selectFrom('suppression_secret').select('secret'))
  if (row === undefined) throw new Error('The secret of suppressed ids is missing')
  return row.secret
}

/** Ids of people at companies are the same in every source. */
const hashOf = (secret: Uint8Array, { takes, source, id }: OutsideId): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(takes === 'people' ? [takes, id] : [takes, source, id]))
    .digest('base64url')

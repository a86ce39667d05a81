import type { Writer } from '#db/run.ts'
import { add, type Bitset, bitsetFor, has, or, remove } from '../members/bitset.ts'
import { decodeMembers, encodeMembers } from '../members/encode.ts'
import type { Pair } from './join.ts'

interface Waiting {
  readonly id: string
  readonly members: Uint8Array
  readonly email_consented: Uint8Array | null
  readonly sms_consented: Uint8Array | null
}

/**
 * Exports that are not written yet hold who was confirmed by internal ids: whoever went over to another is there as
 * that one from now on. Where both were confirmed, the one that is gone stays, to be told of as left out.
 */
export function moveConfirmed(driver: Writer['driver'], pairs: readonly Pair[]): void {
  const waiting = driver
    .prepare<[], Waiting>(
      `SELECT id, members, email_consented, sms_consented FROM exports WHERE state = 'waiting' AND entity = 'customer'`,
    )
    .all()
  const store = driver.prepare<[Uint8Array, Uint8Array | null, Uint8Array | null, string]>(
    'UPDATE exports SET members = ?, email_consented = ?, sms_consented = ? WHERE id = ?',
  )
  for (const { id, members, email_consented: email, sms_consented: sms } of waiting) {
    const confirmed = decodeMembers(members)
    const moving = pairs.filter(({ gone, kept }) => has(confirmed, gone) && !has(confirmed, kept))
    if (moving.length === 0) continue
    const also = (set: Uint8Array | null) => set && encodeMembers(moved(decodeMembers(set), moving))
    store.run(encodeMembers(moved(confirmed, moving)), also(email), also(sms), id)
  }
}

function moved(set: Bitset, pairs: readonly Pair[]): Bitset {
  const result = or(set, bitsetFor(Math.max(...pairs.map(({ kept }) => kept))))
  for (const { gone, kept } of pairs) {
    if (!has(set, gone)) continue
    remove(result, gone)
    add(result, kept)
  }
  return result
}

import type { ArrivalsTake } from '#db/schema.ts'
import type { Key, KeyKind } from '../keys/schema.ts'

/** What a program shows to send data. */
export interface WriteKey extends Key {
  /** Whom its messages are about: people at companies, or customers of a shop. */
  readonly takes: ArrivalsTake
  /** Under which name its ids of customers and events are known. */
  readonly source: string
}

export const WRITE_KEYS: KeyKind = {
  table: 'write_keys',
  noun: 'write key',
  command: 'write-keys',
  idPrefix: 'wrk',
  secretPrefix: 'muster_write',
  action: 'write_key',
}

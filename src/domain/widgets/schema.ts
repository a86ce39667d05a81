import type { Key, KeyKind } from '../keys/schema.ts'
import type { SignedIn } from '../users/schema.ts'

/** What the server of another page shows to get tokens for its people. */
export interface WidgetKey extends Key {
  /** The most that its tokens may do, whatever their user may. Nothing that they do is confirming. */
  readonly role: 'viewer' | 'editor'
  /** Of the pages that may use its tokens: `https://shop.example`. */
  readonly origins: readonly string[]
}

export const WIDGET_KEYS: KeyKind = {
  table: 'widget_keys',
  noun: 'widget key',
  command: 'widget-keys',
  idPrefix: 'wky',
  secretPrefix: 'muster_wk',
  action: 'widget_key',
}

/** Somebody in a page of others: named by its server, with the role that is left to them there. */
export interface WidgetUser extends SignedIn {
  readonly origins: readonly string[]
}

import { type Discovery, discover } from './discover.ts'
import { type Found, search } from './search.ts'
import type { Examined } from './trial.ts'

/** What is looked for among records whose outcome is known: what would make a profile better, or whole profiles. */
export type Work =
  | { readonly kind: 'search'; readonly examined: Examined }
  | { readonly kind: 'discover'; readonly examined: Examined }

export type WorkDone =
  | { readonly kind: 'search'; readonly found: Found }
  | { readonly kind: 'discover'; readonly found: Discovery }

/** Some tenths of a second to some seconds of counting. */
export const perform = ({ kind, examined }: Work): WorkDone =>
  kind === 'search' ? { kind, found: search(examined) } : { kind, found: discover(examined) }

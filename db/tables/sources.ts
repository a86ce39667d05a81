/** Where data comes from: files, programs with a key, webhooks. */

export const SOURCE_KINDS = ['file', 'write_key', 'webhook', 'demo'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export interface SourcesTable {
  id: string
  kind: SourceKind
  /** Of a file: its format. */
  name: string
  /** Under which name its ids are known. */
  source: string
  first_at: number
  last_at: number
  /** JSON: by the table of the generic format, how many rows were new or changed, and when some came last. */
  brought: string
}

export interface SourceArrivalsTable {
  source_id: string
  /** What comes within an hour of this is one arrival. */
  began_at: number
}

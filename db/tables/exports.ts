/** Files that people confirmed to have written, and whom they held. */
import type { Generated, Selectable } from 'kysely'

/** `waiting`: confirmed, and not written yet, also while it is being written. */
export type ExportState = 'waiting' | 'done' | 'failed' | 'cancelled'

export interface ExportsTable {
  number: Generated<number>
  id: string
  proposal_id: string
  /** Of whom its rows are. */
  entity: Generated<'customer' | 'company' | 'person'>
  format: string
  subject_kind: 'segment' | 'audience'
  subject_id: string
  /** As they were when it was confirmed. */
  subject_name: string
  subject_version: number
  options: string
  /** The actor, as JSON. */
  confirmed_by: string
  confirmed_at: number
  as_of: number
  /** The channel whose consent its rows need: that of the audience; null for files of a segment. */
  channel: 'email' | 'sms' | 'ads' | null
  /** How many were confirmed. */
  confirmed: number
  /** Whoever was confirmed: as previews keep their members. */
  members: Uint8Array
  /** Which of them had consented when it was confirmed; null where the file holds no such addresses. */
  email_consented: Uint8Array | null
  sms_consented: Uint8Array | null
  /** The export that this one takes back. */
  removes: string | null
  state: ExportState
  /** Why it failed. */
  reason: string | null
  /** As JSON, once it is done. */
  manifest: string | null
  written: number | null
  finished_at: number | null
}

export type ExportRow = Selectable<ExportsTable>

/** The customers whom a finished export held. */
export interface ExportMembersTable {
  /** `exports.number` */
  export: number
  customer_id: number
}

/** The companies or people whom a finished export held. */
export interface ExportAccountsTable {
  /** `exports.number` */
  export: number
  record_id: number
}

import type { ActivityPage } from '#http/api.ts'

type Entry = ActivityPage['entries'][number]

export const KINDS = {
  segments: 'Segments',
  audiences: 'Audiences',
  indicators: 'Indicators',
  exports: 'Exports',
} as const

export const DEEDS = {
  confirmed: 'Confirmed',
  rejected: 'Rejected',
  expired: 'Expired',
  stale: 'Out of date',
  written: 'File written',
  failed: 'File failed',
  cancelled: 'File cancelled',
} as const satisfies Record<Entry['did'], string>

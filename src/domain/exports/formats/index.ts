import { z } from 'zod'
import type { ExportFormat } from './define.ts'
import { googleAds } from './google-ads.ts'
import { klaviyo } from './klaviyo.ts'
import { meta } from './meta.ts'
import { standardCsv } from './standard-csv.ts'

/** Every kind of file that can be exported, by its id. */
const exportFormats = {
  standard_csv: standardCsv,
  google_ads: googleAds,
  meta,
  klaviyo,
} as const satisfies Record<string, ExportFormat>

export type FormatId = keyof typeof exportFormats
export const formatId = z.literal([
  'standard_csv',
  'google_ads',
  'meta',
  'klaviyo',
] as const satisfies readonly FormatId[])

export const exportFormat = (id: FormatId): ExportFormat => exportFormats[id]

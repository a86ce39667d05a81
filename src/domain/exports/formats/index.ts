import { z } from 'zod'
import type { ExportFormat } from './define.ts'
import { standardCsv } from './standard-csv.ts'

/** Every kind of file that can be exported, by its id. */
export const exportFormats = {
  standard_csv: standardCsv,
} as const satisfies Record<string, ExportFormat>

export const formatId = z.literal(['standard_csv'] as const satisfies readonly (keyof typeof exportFormats)[])
export type FormatId = keyof typeof exportFormats

export const exportFormat = (id: FormatId): ExportFormat => exportFormats[id]

import { z } from 'zod'

/** What is exported: whose members, by id. */
export const exportSubject = z.strictObject({ kind: z.literal('segment'), id: z.string() })
export type ExportSubject = z.infer<typeof exportSubject>

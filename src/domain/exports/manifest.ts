import { z } from 'zod'

const count = z.int().min(0)

export const writtenFileSchema = z.object({
  name: z.string(),
  rows: count,
  bytes: count,
  sha256: z.string(),
})
export const leftOutSchema = z.array(z.object({ why: z.string(), customers: count }))

/** What stands beside the files as manifest.json: who is in them, by whose word, and how to check that. */
export const manifestSchema = z.object({
  export: z.string(),
  proposal: z.string(),
  subject: z.object({
    kind: z.enum(['segment', 'audience']),
    id: z.string(),
    name: z.string(),
    /** Of its criteria. */
    version: count,
  }),
  format: z.string(),
  options: z.object({
    contact: z.boolean(),
    hashed: z.boolean(),
    formulas: z.boolean(),
    /** Where not all columns of the format were chosen. */
    columns: z.array(z.string()).exactOptional(),
  }),
  currency: z.string(),
  confirmedBy: z.string(),
  confirmedAt: z.string(),
  /** When the members were counted that were confirmed. */
  asOf: z.string(),
  /** When the rows were read. */
  writtenAt: z.string(),
  confirmed: count,
  rows: count,
  leftOut: leftOutSchema,
  /** Phones whose country code was added from the customer's country. */
  mendedPhones: count,
  /** The export whose customers this one takes out again. */
  removes: z.string().nullable(),
  /** What else whoever uses the files should know. */
  notes: z.array(z.string()),
  files: z.array(writtenFileSchema),
})
export type Manifest = z.infer<typeof manifestSchema>
export const MANIFEST_FILE = 'manifest.json'

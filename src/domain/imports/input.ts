import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { fileChoiceSchema } from './plan/schema.ts'

const actorSchema = z.object({
  userId: z.string().nullable(),
  name: z.string(),
  surface: z.enum(['web', 'terminal', 'mcp', 'chat', 'system']),
  session: z.string().nullable(),
})

/** What people may say about an import besides its files. */
export const settingsSchema = z.strictObject({
  /** Clears the demo company in the same step. Without it, the demo's database takes no imports. */
  replaceDemo: z.boolean().default(false),
  /** Where to write all rejected rows as CSV. */
  rejects: z.string().optional(),
  /** ISO 4217; settled with the first money that is imported. */
  currency: z
    .string()
    .transform((code) => code.toUpperCase())
    .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'is no ISO 4217 currency code')
    .optional(),
  /** IANA, such as Europe/Berlin; settled with the first money that is imported. */
  timezone: z.string().refine(isTimezone, 'is no IANA time zone').optional(),
  /** Under which name the files' ids are known, instead of the format's; ids of two sources never mix. */
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'is not a short name in lower case letters, digits, - and _')
    .optional(),
  actor: actorSchema.default({ userId: null, name: 'Import', surface: 'system', session: null }),
})
export type ImportRequest = z.output<typeof settingsSchema>

/** Files and folders, whose formats and columns are found out. */
export const importInputSchema = settingsSchema.extend({
  /** Folders or files. */
  paths: z.array(z.string()),
  /** The name of a format; found out from the files when it is left out. */
  format: z.string().optional(),
  /** Which column a field is in, where its name does not tell: `{ order_id: 'Order No' }`. */
  map: z.record(z.string(), z.string()).default({}),
  /** Columns that are left out, by their names. */
  ignore: z.array(z.string()).default([]),
})
/** As callers give it. */
export type ImportInput = z.input<typeof importInputSchema>

/** Files, with what people chose in their plan. */
export const plannedInputSchema = settingsSchema.extend({ files: z.array(fileChoiceSchema).min(1) })
export type PlannedInput = z.input<typeof plannedInputSchema>

/** Reads the input of an import, or throws an InputError that names what is wrong with it. */
export function parseImportInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part))
  throw new InputError(
    `The import can't be started: ${path.join('.') || 'its input'} ${issue?.message ?? ''}`,
    {
      next: 'Correct it and import again.',
      path,
    },
  )
}

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

import { z } from 'zod'

/** What a request is for. The scorer knows by which kinds of outcome each is met. */
const intents = [
  'create_segment',
  'refine',
  'count',
  'create_icp',
  'create_persona',
  'clarify',
  'unsupported',
  'unsupported_language',
  'out_of_scope',
  'list',
  'explain',
  'metric',
  'overlap',
  'history',
  'clone',
  'edit',
  'rename',
  'delete',
  'export',
  'refresh',
  'undo',
  'confirm',
  'cancel',
  'set_status',
  'none_pending',
] as const
export type Intent = (typeof intents)[number]

const texts = z.array(z.string())
const parameters = z.array(
  z.strictObject({
    mode: z.enum(['filter', 'score', 'exclude']),
    attr: z.string(),
    op: z.string(),
    value: z.unknown(),
  }),
)

/** A condition tree for people to read; what is compared is the SQL beside it. The grammar: README.md. */
const treeSchema = z.record(z.string(), z.unknown())

/** SQL over the reference tables; count and hash are null where a test company's scores decide. */
const oracle = {
  sql: z.string().optional(),
  oracle_count: z.int().nullable().optional(),
  oracle_hash: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .nullable()
    .optional(),
}

export const expectedSchema = z.strictObject({
  intent: z.enum(intents),
  accept_intents: z.array(z.enum(intents)).optional(),
  entity: z.string().optional(),
  where: treeSchema.optional(),
  params: parameters.optional(),
  company: treeSchema.optional(),
  ...oracle,
  accept: z.array(z.strictObject({ where: treeSchema.optional(), ...oracle })).optional(),
  readings: z.array(z.strictObject({ says: z.string(), ...oracle })).optional(),
  must_state: texts.optional(),
  must_ask: texts.optional(),
  default_allowed: z.union([z.boolean(), z.string()]).optional(),
  partial_where: treeSchema.optional(),
  partial_sql: z.string().optional(),
  partial_oracle_count: z.int().optional(),
  missing: texts.optional(),
  must_not: texts.optional(),
  needs_confirmation: z.boolean().optional(),
  fixture: z
    .strictObject({ customer_tag: z.string().optional(), segment_description: z.string().optional() })
    .optional(),
  /** What a management request is about. */
  name: z.string().optional(),
  new_name: z.string().optional(),
  add: treeSchema.optional(),
  match: z.string().optional(),
  subject: z.string().optional(),
  metric: z.string().optional(),
  format: z.string().optional(),
  base_segment: z.string().optional(),
  change: z.string().optional(),
  /** For people who read the case. */
  note: z.string().optional(),
  accept_note: z.string().optional(),
  reason: z.string().optional(),
  may_offer: z.string().nullable().optional(),
  context_needed: z.boolean().optional(),
})
export type Expected = z.output<typeof expectedSchema>

export const caseSchema = z.strictObject({
  id: z.string().min(1),
  family: z.string().min(1),
  text: z.string().min(1),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  /** Held out: nobody looks at why it went wrong while working on what reads requests. */
  held: z.boolean().optional(),
  /** Earlier turns of the human in the same conversation, oldest first. */
  context: z
    .array(z.strictObject({ user: z.string(), where: treeSchema.optional(), params: parameters.optional() }))
    .optional(),
  expected: expectedSchema,
})
export type Case = z.output<typeof caseSchema>

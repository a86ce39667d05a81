import { parseArgs } from 'node:util'
import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'

export const USAGE = `npm run evals -- [options]

  --model NAME    the model to ask; default is the setting MUSTER_MODEL
  --family NAME   only this family (may be given several times)
  --case ID       only this case (may be given several times)
  --cases FILE    cases of another file, in the same format, instead of evals/cases
  --jobs N        requests under way at once; default 4
  --min SHARE     exit 1 when less than this share (0 to 1) is right
  --json FILE     write every result there as well
  --help

Exits 1 when anything is wrong.`

const names = z.array(z.string()).default([])

const schema = z.object({
  model: z.string().optional(),
  family: names,
  case: names,
  cases: z.string().optional(),
  jobs: z.coerce.number().int().min(1).max(64).default(4),
  min: z.coerce.number().min(0).max(1).default(0),
  json: z.string().optional(),
  help: z.boolean().default(false),
})
export type Arguments = z.output<typeof schema>

/** Throws InputError for an option that does not exist or a value that does not fit. */
export function readArguments(argv: readonly string[]): Arguments {
  const parsed = schema.safeParse(valuesOf(argv))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw misuse(`--${String(issue?.path[0])}: ${issue?.message ?? 'does not fit'}`)
}

function valuesOf(argv: readonly string[]): unknown {
  const text = { type: 'string' } as const
  const texts = { type: 'string', multiple: true } as const
  try {
    return parseArgs({
      args: [...argv],
      options: {
        model: text,
        family: texts,
        case: texts,
        cases: text,
        jobs: text,
        min: text,
        json: text,
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw misuse(error instanceof Error ? error.message : String(error))
  }
}

const misuse = (message: string) => new InputError(message, { next: 'See npm run evals -- --help.' })

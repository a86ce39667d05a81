import { parseArgs } from 'node:util'
import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { readPrice } from './report/price.ts'
import { SUITES } from './suites/define.ts'

export const USAGE = `muster evals [options]

Asks a model the cases of evals/cases, lets it run, and judges what came of it.

  --model NAME         the model to ask; several are shown side by side. Default: the setting MUSTER_MODEL
  --suite NAME         only this suite (may be given several times): ${SUITES.join(', ')}
  --family NAME        only this family (may be given several times)
  --case ID            only this case (may be given several times)
  --cases FILE         understanding cases of another file, in the same format, instead of evals/cases
  --jobs N             conversations under way at once; default 4
  --timeout SECONDS    how long a turn may take; default 300
  --price MODEL=IN/OUT[/CACHED]
                       dollars for a million tokens, for the cost of a model (may be given several times)

  --min [SUITE=]SHARE  exit 1 when less than this share (0 to 1) is right, of every suite or of one
  --max-wrong N        exit 1 when more than so many cases are wrong with a model; default 0
  --max-failed N       exit 1 when more than so many got no answer (network, limits, timeouts); default 0

  --json FILE          write every result there as well
  --junit FILE         write JUnit XML
  --html FILE          write one page that needs nothing beside itself
  --show-held          say what went wrong with held-out cases too
  --help`

const names = z.array(z.string()).default([])
const number = z.coerce.number()
const whole = number.int().min(0)

const schema = z.object({
  model: names,
  suite: z.array(z.enum(SUITES)).default([]),
  family: names,
  case: names,
  cases: z.string().optional(),
  jobs: number.int().min(1).max(64).default(4),
  timeout: number.positive().max(3600).optional(),
  price: names.transform((all) => new Map(all.map(readPrice))),
  min: names.transform((all) => all.map(readMin)),
  'max-wrong': whole.default(0),
  'max-failed': whole.default(0),
  json: z.string().optional(),
  junit: z.string().optional(),
  html: z.string().optional(),
  'show-held': z.boolean().default(false),
  help: z.boolean().default(false),
})
export type Arguments = z.output<typeof schema>

/** The least share of a suite, or of each, that has to be right. */
export interface Least {
  readonly suite?: (typeof SUITES)[number]
  readonly share: number
}

function readMin(text: string): Least {
  const [, name, amount] = /^(?:(\w+)=)?([\d.]+)$/.exec(text) ?? []
  const share = Number(amount)
  const suite = SUITES.find((each) => each === name)
  if (!(share >= 0 && share <= 1) || (name !== undefined && suite === undefined)) {
    throw misuse(`--min ${text}: a share from 0 to 1, or SUITE=SHARE with one of ${SUITES.join(', ')}`)
  }
  return { share, ...(suite === undefined ? {} : { suite }) }
}

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
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args: [...argv],
      options: {
        model: texts,
        suite: texts,
        family: texts,
        case: texts,
        cases: text,
        jobs: text,
        timeout: text,
        price: texts,
        min: texts,
        'max-wrong': text,
        'max-failed': text,
        json: text,
        junit: text,
        html: text,
        'show-held': flag,
        help: flag,
      },
    }).values
  } catch (error) {
    throw misuse(error instanceof Error ? error.message : String(error))
  }
}

const misuse = (message: string) => new InputError(message, { next: 'See muster evals --help.' })

import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

/*
 * `npm run roundtrips`: random criteria, printed in words and in SQL and read back, also as what a profile is built of,
 * many more of them than the tests draw. They are drawn in parts, each with a seed of its own, so that a run that was
 * broken off goes on with --from.
 *
 *     npm run roundtrips -- words --runs 100000 --processes 2 --seed 1 --from 40000
 */

/** The file of each, and what its tests are called. */
const KINDS = {
  words: ['src/domain/criteria/read-back.test.ts', 'means the same criteria of every kind'],
  profiles: ['src/domain/criteria/read-back.test.ts', 'fits the same criteria of every kind'],
  sql: ['src/domain/criteria/from-sql.test.ts', 'every kind'],
} as const
type Kind = keyof typeof KINDS

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '100000' },
    part: { type: 'string', default: '2500' },
    processes: { type: 'string', default: String(Math.max(1, availableParallelism())) },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
})
const [runs, part, processes, seed, from] = (['runs', 'part', 'processes', 'seed', 'from'] as const).map(
  (name) => {
    const number = Number(values[name])
    if (Number.isSafeInteger(number) && number >= (name === 'part' || name === 'processes' ? 1 : 0))
      return number
    throw new Error(`--${name} takes a whole number, not ${values[name]}`)
  },
)

interface Part {
  readonly from: number
  readonly size: number
}

interface Outcome extends Part {
  /** What the runner printed of the smallest that was lost; undefined where none was. */
  readonly lost?: string
}

/** One part in a process of its own. The seed is that of the part, whatever was run before it. */
function run(kind: Kind, one: Part): Promise<Outcome> {
  const [file, name] = KINDS[kind]
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', file, '-t', name, '--testTimeout=0'],
    {
      env: {
        ...process.env,
        NO_COLOR: '1',
        FC_RUNS: String(one.size),
        FC_SEED: String((seed ?? 1) * 1_000_000 + one.from),
      },
    },
  )
  let printed = ''
  child.stdout.on('data', (piece: Buffer) => (printed += String(piece)))
  child.stderr.on('data', (piece: Buffer) => (printed += String(piece)))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0 ? one : { ...one, lost: smallestIn(printed) }))
  })
}

/** Fast-check shrinks what it finds: the last counterexample is the smallest. */
function smallestIn(printed: string): string {
  const at = printed.indexOf('Counterexample:')
  return at < 0
    ? printed.slice(-2000)
    : (printed
        .slice(at, at + 2000)
        .split('\n\n\n')[0]
        ?.trim() ?? '')
}

/** Runs the parts by so many processes at a time, and says how far it is. */
async function all(kind: Kind): Promise<boolean> {
  const parts: Part[] = []
  for (let start = from ?? 0; start < (runs ?? 0); start += part ?? 1)
    parts.push({ from: start, size: Math.min(part ?? 1, (runs ?? 0) - start) })
  let done = from ?? 0
  let losses = 0
  const next = async (): Promise<void> => {
    for (let one = parts.shift(); one !== undefined; one = parts.shift()) {
      const { lost } = await run(kind, one)
      done += one.size
      if (lost !== undefined) {
        losses++
        process.stdout.write(`\n${kind}, lost among ${one.from} to ${one.from + one.size}:\n${lost}\n\n`)
      }
      process.stderr.write(`${kind}: ${done} of ${runs}${losses > 0 ? `, lost in ${losses} parts` : ''}\n`)
    }
  }
  await Promise.all(Array.from({ length: processes ?? 1 }, next))
  if (losses === 0) process.stdout.write(`${kind}: ${runs} of ${runs}, none lost\n`)
  return losses === 0
}

const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text)
const kinds = Object.keys(KINDS)
for (const kind of positionals.length === 0 ? kinds : positionals) {
  if (!isKind(kind)) throw new Error(`There are ${kinds.join(', ')}, and no ${kind}`)
  if (!(await all(kind))) process.exitCode = 1
}

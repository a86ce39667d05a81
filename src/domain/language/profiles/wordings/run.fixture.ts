import { parseArgs } from 'node:util'
import { wordingsIn } from '../../wordings/load.ts'
import { FORMS } from './frame.ts'
import { framesOf, meaningOf, type Reading, readIn } from './read.fixture.ts'

/*
 * `npm run wordings:profiles`: each way of saying a parameter of an ICP or a persona in each sentence that one can stand
 * in, as what must hold, what must not and what scores, held against what its plain words mean.
 *
 *     npm run wordings:profiles -- icp-size --plain     # one file, only in the first sentence of each form
 *     npm run wordings:profiles -- persona --mode score --only bonus
 *     npm run wordings:profiles -- icp --every 7         # every seventh sentence
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    plain: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    mode: { type: 'string' },
    only: { type: 'string' },
    every: { type: 'string', default: '1' },
  },
})
const every = Number(values.every)
if (!Number.isSafeInteger(every) || every < 1)
  throw new Error(`--every takes a whole number, not ${values.every}`)
const print = (line: string): boolean => process.stdout.write(`${line}\n`)

const readings: Reading[] = []
let nth = 0
const byFrame = new Map<string, { tried: number; same: number }>()
for (const { file, means, wordings } of wordingsIn(import.meta.dirname, FORMS, positionals[0])) {
  const meaning = meaningOf(file, means)
  for (const { form, text } of wordings)
    for (const frame of framesOf(meaning, form)
      .filter(({ mode }) => values.mode === undefined || mode === values.mode)
      .filter((one) => values.only === undefined || one.text.includes(values.only))
      .slice(0, values.plain ? 1 : undefined)
      .filter(() => nth++ % every === 0)) {
      const reading = readIn(frame, text, meaning)
      readings.push(reading)
      const of = byFrame.get(frame.text) ?? { tried: 0, same: 0 }
      byFrame.set(frame.text, { tried: of.tried + 1, same: of.same + (reading.kind === 'same' ? 1 : 0) })
      if (reading.kind !== 'same' && !values.quiet)
        print(`${reading.kind.toUpperCase().padEnd(9)} ${reading.said}\n          ${reading.understood}`)
    }
}

print('')
for (const [frame, { tried, same }] of byFrame)
  print(`${String(same).padStart(6)} of ${String(tried).padEnd(6)} ${frame.replaceAll('\n', ' ⏎ ')}`)
const share = (kind: Reading['kind']) => readings.filter((one) => one.kind === kind).length
print(
  `\n${readings.length} sentences: ${share('same')} read as they mean (${((100 * share('same')) / readings.length).toFixed(1)} %), ${share('other')} read otherwise`,
)

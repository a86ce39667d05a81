import { parseArgs } from 'node:util'
import { wordingsIn } from '../../wordings/load.ts'
import { createTally } from '../../wordings/tally.fixture.ts'
import { FORMS } from './frame.ts'
import { framesOf, meaningOf, readIn } from './read.fixture.ts'

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

const tally = createTally(values)
let nth = 0
for (const { file, means, wordings } of wordingsIn(import.meta.dirname, FORMS, positionals[0])) {
  const meaning = meaningOf(file, means)
  for (const { form, text } of wordings)
    for (const frame of framesOf(meaning, form)
      .filter(({ mode }) => values.mode === undefined || mode === values.mode)
      .filter((one) => values.only === undefined || one.text.includes(values.only))
      .slice(0, values.plain ? 1 : undefined)
      .filter(() => nth++ % every === 0))
      tally.add(readIn(frame, text, meaning), frame.text)
}
tally.tell()

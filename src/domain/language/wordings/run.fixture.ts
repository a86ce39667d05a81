import { parseArgs } from 'node:util'
import type { Criteria } from '../../criteria/schema.ts'
import { type Form, FRAMES, FRANCE, type Frame, PAIRED, WOMEN } from './frames.ts'
import { loadWordings } from './load.ts'
import { NOISES } from './noise.ts'
import { plainly, readIn } from './read.fixture.ts'
import { createTally } from './tally.fixture.ts'
import { VARIANTS } from './variants.ts'

/*
 * `npm run wordings`: each way of saying a condition in each sentence that a condition can stand in, read offline in the
 * invented shop of the tests, and held against what the plain words mean. It prints what was read otherwise or asked about.
 *
 *     npm run wordings -- orders --plain      # one file, only as it stands, in no sentence around it
 *     npm run wordings -- --pairs 3           # beside three wordings of other meanings each, instead of in sentences
 *     npm run wordings -- --noise             # typed in haste, with slips
 *     npm run wordings -- --variants          # with other words for parts of it that mean the same
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    plain: { type: 'boolean', default: false },
    noise: { type: 'boolean', default: false },
    variants: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '0' },
    quiet: { type: 'boolean', default: false },
  },
})
const pairs = Number(values.pairs)
if (!Number.isSafeInteger(pairs) || pairs < 0)
  throw new Error(`--pairs takes a whole number, not ${values.pairs}`)

const meanings = loadWordings(positionals[0]).map((said) => ({
  ...said,
  criteria: plainly(said.request),
}))
const partners = meanings.flatMap(({ means, criteria, wordings }) =>
  wordings.filter(({ form }) => form === 'who').map(({ text }) => ({ means, criteria, text })),
)

/** Partners of other meanings, the same ones in each run. */
const partnersOf = (means: string, index: number) =>
  partners.length === 0
    ? []
    : Array.from({ length: pairs }, (_, step) => partners[(index * 31 + step * 97 + 13) % partners.length])
        .filter((one) => one !== undefined)
        .filter((one) => one.means !== means)

function framesOf(form: Form, means: string, index: number): readonly Frame[] {
  if (values.plain) return FRAMES[form].slice(0, 1)
  if (values.noise) return under(NOISES, FRAMES[form].slice(0, 1))
  if (values.variants) return under(VARIANTS, FRAMES[form].slice(0, 1))
  if (pairs === 0) return FRAMES[form]
  return partnersOf(means, index).flatMap((partner, step) => {
    const text = PAIRED[form][(index + step) % PAIRED[form].length] ?? ''
    const around: Criteria[] = [
      ...(/women/.test(text) ? [WOMEN] : []),
      ...(/France|French/.test(text) ? [FRANCE] : []),
    ]
    return [
      {
        text: text.replace('+', partner.text),
        means: (wording) => ({ all: [...around, wording, partner.criteria] }),
      },
    ]
  })
}

/** Each frame with each change of the whole message. */
const under = (changes: typeof NOISES, frames: readonly Frame[]): readonly Frame[] =>
  frames.flatMap((frame) => Object.entries(changes).map(([name, noise]) => ({ ...frame, name, noise })))

/** What a change leaves as it is was tried in another frame. */
const differs = ({ text, noise }: Frame, wording: string): boolean => {
  const message = text.replace('…', wording)
  return noise?.(message) !== message
}

const tally = createTally(values)
let index = 0
for (const { means, criteria, wordings } of meanings)
  for (const { form, text, open } of wordings)
    for (const frame of framesOf(form, means, index++)) {
      if ((open && values.variants) || !differs(frame, text)) continue
      const reading = readIn(frame, text, { text: means, criteria })
      tally.add(reading, pairs === 0 ? (frame.name ?? frame.text) : undefined)
    }
tally.tell()

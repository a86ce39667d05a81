import { parseArgs } from 'node:util'
import { createTally, print } from '../tally.fixture.ts'
import { loadMessages } from './load.ts'
import { outcomeOf, threadsOf } from './outcome.fixture.ts'

/*
 * `npm run messages`: each way of saying a message, behind each thread of its shape, read offline in the invented shop of
 * the tests and held against what the plain thread comes to. It prints what came to something else.
 *
 *     npm run messages -- thread --plain      # the threads of one kind of files, as they stand, about nothing else
 *     npm run messages -- thread --outcomes   # what the plain threads come to
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    plain: { type: 'boolean', default: false },
    outcomes: { type: 'boolean', default: false },
  },
})

const tally = createTally()
for (const spoken of loadMessages(positionals[0]))
  for (const { before, plain, standing, means, said } of threadsOf(spoken).slice(
    0,
    values.plain ? 1 : undefined,
  )) {
    const thread = (text: string): string => [...before, text].join(' => ')
    if (values.outcomes) print(`= ${thread(plain)}\n  ${means.comesTo}`)
    else
      for (const { text } of spoken.wordings) {
        const found = outcomeOf(said(text), standing)
        // Whoever is asked, or refused, sees that it was not understood.
        const acted = found.kind === 'criteria' || found.kind === 'command'
        const kind = found.comesTo === means.comesTo ? 'same' : acted ? 'other' : found.kind
        tally.add({ kind, said: thread(said(text)), understood: found.comesTo })
      }
  }
if (!values.outcomes) tally.tell()

import { parseArgs } from 'node:util'
import { about, loadMessages } from './load.ts'
import { outcomeOf, standingAfter } from './outcome.fixture.ts'

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

const print = (line: string): boolean => process.stdout.write(`${line}\n`)

const tally = { tried: 0, same: 0, other: 0 }
for (const { thread, wordings, others } of loadMessages(positionals[0]))
  for (const other of values.plain ? [{}] : [{}, ...others]) {
    const [plain = '', ...before] = thread.map((text) => about(text, other)).toReversed()
    const standing = standingAfter(before.toReversed())
    const means = outcomeOf(plain, standing)
    const said = [...before.toReversed(), ''].join(' => ')
    if (values.outcomes) print(`= ${said}${plain}\n  ${means.comesTo}`)
    else
      for (const { text } of wordings) {
        const found = outcomeOf(about(text, other), standing)
        const same = found.comesTo === means.comesTo
        tally.tried++
        if (same) tally.same++
        // Whoever is asked, or refused, sees that it was not understood.
        const acted = found.kind === 'criteria' || found.kind === 'command'
        if (!same && acted) tally.other++
        if (!same)
          print(
            `${(acted ? 'other' : found.kind).toUpperCase().padEnd(9)} ${said}${about(text, other)}\n          ${found.comesTo}`,
          )
      }
  }
if (!values.outcomes)
  print(
    `\n${tally.tried} messages: ${tally.same} come to what they mean (${((100 * tally.same) / tally.tried).toFixed(1)} %), ${tally.other} to something else`,
  )

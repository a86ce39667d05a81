import { openWriter } from '#db/open.ts'
import { fixedClock } from '#kernel/clock.ts'
import { countingIds } from '#kernel/ids.ts'
import { perform } from '../writer/port.ts'

/** A process that is killed in the middle of a confirmation, at the moment that its argument names. */
const [path = '', moment = '', now = '', input = ''] = process.argv.slice(2)
const { members, ...recount } = JSON.parse(input).recount

const die = () => process.kill(process.pid, 'SIGKILL')
const writer = openWriter(path)
const ids = countingIds()

await perform(
  'confirmProposal',
  { ...JSON.parse(input), recount: { ...recount, members: Buffer.from(members, 'base64') } },
  {
    clock: fixedClock(now),
    ids: {
      next(prefix) {
        if (moment === 'before the segment') die()
        return ids.next(prefix)
      },
    },
    writer: {
      ...writer,
      run(statement) {
        const changed = writer.run(statement)
        const { sql } = statement.compile()
        if (moment === 'before the decision' && sql.includes('"refreshes"')) die()
        if (moment === 'before the commit' && sql.includes('insert into "log"')) die()
        return changed
      },
    },
    progress() {},
  },
)

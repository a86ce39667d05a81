import { openWriter } from '#db/open.ts'
import { fixedClock } from '#kernel/clock.ts'
import { countingIds } from '#kernel/ids.ts'
import { importFiles } from './import-files.ts'

/** A process that is killed in the middle of an import, at the step that its argument names, or when that is so far. */
const [database = '', folder = '', step = '', share = '0'] = process.argv.slice(2)

await importFiles(
  {
    writer: openWriter(database),
    clock: fixedClock('2025-11-20T12:00:00Z'),
    ids: countingIds(),
    progress({ what, done, total = 0 }) {
      if (what === step && done >= total * Number(share)) process.kill(process.pid, 'SIGKILL')
    },
  },
  { paths: [folder] },
)

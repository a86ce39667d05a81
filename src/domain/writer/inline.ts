import type { Clock } from '#kernel/clock.ts'
import type { Ids } from '#kernel/ids.ts'
import type { OpenWriter } from '#db/open.ts'
import { allBegun, cancelled, perform, type WriterPort } from './port.ts'

/** A writer in the calling thread: for short commands and tests, where nobody else needs the event loop. */
export function inlineWriter(deps: { writer: OpenWriter; clock: Clock; ids: Ids }): WriterPort {
  return {
    call: (name, input, options = {}) =>
      perform(name, input, {
        ...deps,
        progress(report) {
          if (options.signal?.aborted) throw cancelled()
          options.onProgress?.(report)
        },
      }),
    async close() {
      await allBegun()
      deps.writer.close()
    },
  }
}

import type { Source } from '#db/schema.ts'
import { refreshFactsOf } from '../facts/refresh.ts'
import type { ImportBench } from '../imports/imports.fixture.ts'
import { separate } from './separate.ts'

/** Separates two that were joined, as a confirmed proposal does; answers whose versions are raised. */
export const apart = ({ writer }: ImportBench, joinId: number): Set<Source> =>
  writer.transaction(() => {
    const changed = new Set<Source>()
    const both = separate({ writer, now: 2_000_000_000, changed: (one) => void changed.add(one) }, joinId)
    refreshFactsOf(writer, both)
    return changed
  })

import { demoCompany } from '#db/demo/index.ts'
import { query } from '#db/run.ts'
import { ConflictError } from '#kernel/errors.ts'
import { currencyOf } from '#kernel/money.ts'
import type { Operation } from '../writer/operation.ts'
import { makeWorkspace } from '../workspace/workspace.ts'
import { applyStaged } from './apply/apply-staged.ts'
import { isEmpty } from './apply/change.ts'
import { exclusively } from './exclusively.ts'
import { generic } from './formats/generic.ts'
import { cellReaders } from './reading/cell-readers.ts'
import { stageRows } from './reading/stage-rows.ts'
import { recordImport } from './record-import.ts'
import { type ImportReport, makeReport } from './report.ts'
import { openStaging } from './staging/staging.ts'
import { TABLES } from './tables/define.ts'

export interface DemoInput {
  /** Another seed makes another company of the same kind. */
  readonly seed?: number
}

/** Real data never mixes with the demo company’s. */
const OWN = ['customers', 'companies', 'people', 'waiting_signals', 'waiting_events'] as const

const ACTOR = { userId: null, name: 'Demo', surface: 'system', session: null } as const

/** Fills an empty database with the demo company, up to now, by the way that imported files take. */
export const loadDemo: Operation<DemoInput, ImportReport> = ({ writer, clock, ids, progress }, { seed }) =>
  exclusively(writer.driver, async () => {
    refuseData()
    const began = performance.now()
    const now = clock.now()
    const { workspace, ...tables } = demoCompany({ now, ...(seed === undefined ? {} : { seed }) })
    const staging = openStaging(writer.driver)
    try {
      const readers = cellReaders(
        { currency: currencyOf(workspace.currency), roundsMoney: false },
        { roundedAmounts: 0, unknownCountries: new Map() },
      )
      const read = TABLES.map((table, number) =>
        stageRows(staging, readers, { table, rows: tables[table], number }),
      )
      const rows = staging.setAside()
      return writer.transaction(() => {
        refuseData()
        makeWorkspace(writer, now)
        writer.run(query.updateTable('workspace').set({ ...workspace, demo: 1 }))
        const applied = applyStaged(writer, {
          staging,
          parts: [{ format: generic, source: generic.source, rows }],
          now,
          actor: ACTOR,
          notes: [],
          onStep: (what) => progress({ done: 0, what }),
        })
        const report = makeReport({
          id: ids.next('imp'),
          format: 'demo',
          currency: workspace.currency,
          read,
          rejects: staging.rejects,
          applied,
          notes: [`${workspace.name} is an invented company. Importing your own data replaces it.`],
          seconds: Math.round(performance.now() - began) / 1000,
        })
        recordImport(writer, report, { parts: applied, startedAt: now, finishedAt: now, actor: ACTOR })
        return report
      })
    } finally {
      staging.close()
    }

    function refuseData() {
      if (OWN.every((table) => isEmpty(writer.driver, table))) return
      throw new ConflictError('This database holds data already', {
        next: 'Point DATABASE_URL at a new file to see the demo company.',
      })
    }
  })

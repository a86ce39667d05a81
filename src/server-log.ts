import { bugReporter, type ReportBug } from '#kernel/bugs.ts'
import type { Ids } from '#kernel/ids.ts'
import { secretsIn, type Settings } from '#settings'

/** What the operator is told, a line of JSON each on stderr. */
export interface ServerLog {
  readonly report: ReportBug
  /** Something that is no bug, and that no person is told: never personal data. */
  note(what: Readonly<Record<string, string | number>>): void
}

export function serverLog(ids: Ids, settings: Settings): ServerLog {
  const write = (line: string) => void process.stderr.write(line)
  return {
    report: bugReporter({ ids, secrets: secretsIn(settings), write }),
    note: (what) => write(`${JSON.stringify(what)}\n`),
  }
}

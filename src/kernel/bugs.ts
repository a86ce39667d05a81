import type { Ids } from './ids.ts'

/**
 * Takes an error that nobody foresaw and answers an opaque id: people and models are told the id, the log
 * keeps the cause beside it.
 */
export type ReportBug = (error: unknown, where: string) => string

export interface BugReport {
  readonly id: string
  readonly where: string
  readonly message: string
  readonly stack: string
}

/** Addresses and numbers of people, as errors quote them from the data. */
const PERSONAL = /[^\s"'<>@\\]+@[^\s"'<>@\\]+\.\p{L}{2,}|\+\d[\d ().-]{6,}\d/gu

/** Reports bugs to `write`, one JSON line each, with every secret, address and phone number blacked out. */
export function bugReporter(deps: {
  readonly ids: Ids
  readonly secrets: readonly string[]
  write(line: string): void
}): ReportBug {
  return (error, where) => {
    const id = deps.ids.next('bug')
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    const report: BugReport = { id, where, message, stack }
    let line = JSON.stringify(report)
    for (const secret of deps.secrets) if (secret !== '') line = line.replaceAll(secret, '…')
    deps.write(`${line.replace(PERSONAL, '…')}\n`)
    return id
  }
}

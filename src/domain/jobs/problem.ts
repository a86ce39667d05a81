import type { ReportBug } from '#kernel/bugs.ts'
import { MusterError } from '#kernel/errors.ts'

/** Why a job failed, and what to do; what nobody foresaw is reported, and told by its id and what that `left`. */
export function jobProblem(
  error: unknown,
  {
    report,
    where,
    left = '',
  }: { readonly report: ReportBug; readonly where: string; readonly left?: string },
): { readonly message: string; readonly next: string } {
  if (error instanceof MusterError) return { message: error.message, next: error.next }
  const id = report(error, where)
  return {
    message: `Something went wrong inside Muster (${id})${left}`,
    next: `Try again; if it happens again, look for ${id} in the server’s log.`,
  }
}

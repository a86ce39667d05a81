import { readlinkSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import { basename } from 'node:path'

/**
 * Lets other threads of the process go first where the processors do not suffice for all, by so many steps of what
 * Unix calls niceness. Only Linux has it for single threads: elsewhere nothing changes.
 */
export function giveWay(steps: number): void {
  try {
    const thread = Number(basename(readlinkSync('/proc/thread-self')))
    setPriority(thread, getPriority(thread) + steps)
  } catch {
    // No /proc, or nobody may change priorities here: threads are equals, as everywhere else.
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { resourceUsage } from 'node:process'

const STATUS = '/proc/self/status'
/** Milliseconds between two looks. */
const PACE = 100

/**
 * Watches the memory that this process has for itself. Pages of a mapped database don't count where the system tells
 * them apart (Linux, `RssAnon`): they belong to the file, and the kernel takes them back whenever it needs them.
 */
export function watchMemory(): { peak(): string } {
  if (!existsSync(STATUS)) {
    return { peak: () => `${Math.round(resourceUsage().maxRSS / 1024)} MB, pages of the database included` }
  }
  let most = 0
  let mapped = 0
  const look = () => {
    const status = readFileSync(STATUS, 'utf8')
    most = Math.max(most, kilobytesOf('RssAnon', status))
    mapped = Math.max(mapped, kilobytesOf('RssFile', status))
  }
  const timer = setInterval(look, PACE).unref()
  return {
    peak() {
      look()
      clearInterval(timer)
      return `${Math.round(most / 1024)} MB, and ${Math.round(mapped / 1024)} MB of mapped files`
    },
  }
}

const kilobytesOf = (field: string, status: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1])

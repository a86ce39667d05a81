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
  if (ownMemory() === undefined) {
    return { peak: () => `${Math.round(resourceUsage().maxRSS / 1024)} MB, pages of the database included` }
  }
  let most = 0
  let mapped = 0
  const look = () => {
    const now = ownMemory()
    most = Math.max(most, now?.own ?? 0)
    mapped = Math.max(mapped, now?.mapped ?? 0)
  }
  const timer = setInterval(look, PACE).unref()
  return {
    peak() {
      look()
      clearInterval(timer)
      return `${megabytes(most)}, and ${megabytes(mapped)} of mapped files`
    },
  }
}

/** Kilobytes that this process has for itself, and of files that it has mapped; undefined where the system does not tell. */
export function ownMemory(): { own: number; mapped: number } | undefined {
  if (!existsSync(STATUS)) return undefined
  const status = readFileSync(STATUS, 'utf8')
  const kilobytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1])
  return { own: kilobytes('RssAnon'), mapped: kilobytes('RssFile') }
}

const megabytes = (kilobytes: number): string => `${Math.round(kilobytes / 1024)} MB`

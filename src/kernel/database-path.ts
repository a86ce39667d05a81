import { resolve } from 'node:path'
import { ConfigError } from './errors.ts'

/** The file behind `DATABASE_URL=sqlite:PATH`, absolute. */
export function databasePath(url: string): string {
  const match = /^(?:sqlite:|file:)(?:\/\/)?(.+)$/.exec(url)
  if (match?.[1] === undefined) {
    throw new ConfigError(`DATABASE_URL is not understood: ${url.replace(/\/\/[^@]*@/, '//…@')}`, {
      next: 'Use sqlite:PATH, for example sqlite:.muster/muster.db.',
    })
  }
  return resolve(match[1])
}

import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'

/** A running server of a database, as a small file beside the database tells other processes of this machine. */
const presenceSchema = z.object({
  pid: z.int().positive(),
  /** How people reach the web app. */
  url: z.url({ protocol: /^https?$/ }),
  /** Where it listens on this machine: asked whether it still answers. */
  listens: z.url({ protocol: /^https?$/ }),
})
export type Presence = z.infer<typeof presenceSchema>

const ANSWERS_WITHIN_MS = 1000

const fileOf = (database: string): string => `${database}.server.json`

/**
 * Tells other processes where this one serves `database` (the path of its file). The newest server is the one
 * that is found. Answers how to take it back.
 */
export async function announceServer(
  database: string,
  { url, listens }: Omit<Presence, 'pid'>,
): Promise<() => Promise<void>> {
  const presence: Presence = { pid: process.pid, url, listens }
  const draft = `${fileOf(database)}.${process.pid}`
  await writeFile(draft, `${JSON.stringify(presence)}\n`, { mode: 0o600 })
  await rename(draft, fileOf(database))
  return async () => {
    const current = await readPresence(database)
    if (current?.pid === process.pid && current.listens === listens)
      await rm(fileOf(database), { force: true })
  }
}

/** The server that runs on this database, if one does. A file that a crash left behind names none. */
export async function findServer(database: string): Promise<Presence | undefined> {
  const presence = await readPresence(database)
  if (presence === undefined || !isAlive(presence.pid)) return undefined
  return (await answers(presence.listens)) ? presence : undefined
}

async function readPresence(database: string): Promise<Presence | undefined> {
  let text: string
  try {
    text = await readFile(fileOf(database), 'utf8')
  } catch {
    return undefined
  }
  return presenceSchema.safeParse(parseJson(text)).data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Signal 0 only asks. A process of somebody else is alive too, though it may not be signalled. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function answers(listens: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/healthz', listens), {
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    })
    return response.ok
  } catch {
    return false
  }
}

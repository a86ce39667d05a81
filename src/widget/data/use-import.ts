import { useEffect, useRef, useState } from 'preact/hooks'
import type { ImportPlan, ImportState, Uploaded } from '#http/api.ts'
import { getJson, ownClient, readAnswer, RequestError, sendJson } from '../api/client.ts'

/** A file that was sent, and what people said of it. */
export interface Choice {
  readonly path: string
  readonly format?: string
  readonly columns: readonly {
    readonly at: number
    readonly column: string
    readonly field: string | null
  }[]
}

/** What people said of all files: left out, it is what the files or the workspace say. */
export interface Wishes {
  readonly currency?: string
  readonly timezone?: string
  /** Under which name the ids are known, instead of the format’s. */
  readonly source?: string
}

const LOOK_MS = 600

/** Files on their way in: sent, planned anew with each choice, imported by a job that outlives the page. */
export function useImport() {
  const [files, setFiles] = useState<readonly Choice[]>([])
  const [wishes, setWishes] = useState<Wishes>({})
  const [plan, setPlan] = useState<ImportPlan>()
  const [state, setState] = useState<ImportState>()
  const [busy, setBusy] = useState('')
  const [failure, setFailure] = useState<RequestError>()
  const running = state?.job?.state === 'running'

  const attempt = async (what: string, work: () => Promise<void>) => {
    if (busy !== '') return
    setBusy(what)
    setFailure(undefined)
    try {
      await work()
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setFailure(error)
    } finally {
      setBusy('')
    }
  }
  // One that was cancelled or failed can be begun again with the same files.
  const begun = useRef(false)
  const hear = (heard: ImportState) => {
    setState(heard)
    if (!begun.current || heard.job?.state !== 'done') return
    begun.current = false
    setFiles([])
    setPlan(undefined)
  }
  const look = () => getJson<ImportState>('/api/imports').then(hear, () => {})
  useEffect(() => void look(), [])
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => {
      clearInterval(timer)
      // The whole page is of other data now, also the menu beside it.
      dispatchEvent(new Event('muster:back'))
    }
  }, [running])

  /** A choice that can’t be planned is not made. */
  const replan = async (chosen: readonly Choice[], wished: Wishes) => {
    const made =
      chosen.length === 0
        ? undefined
        : await sendJson<ImportPlan>('POST', '/api/imports/plan', { ...wished, files: chosen })
    setFiles(chosen)
    setWishes(wished)
    setPlan(made)
  }
  const again = (chosen: readonly Choice[], wished = wishes) =>
    void attempt('Looking again…', () => replan(chosen, wished))

  return {
    plan: running ? undefined : plan,
    job: state?.job ?? undefined,
    running,
    busy,
    failure,
    wishes,
    add: (list: readonly File[]) =>
      void attempt('Sending the files…', async () => {
        const sent: Choice[] = []
        try {
          for (const file of list) sent.push({ path: (await send(file)).id, columns: [] })
        } finally {
          // Of several files, those that arrived are there although another did not.
          if (sent.length > 0) await replan([...files, ...sent], wishes)
        }
      }),
    leaveOut: (path: string) => {
      void sendJson('DELETE', `/api/uploads/${path}`).catch(() => {})
      again(files.filter((file) => file.path !== path))
    },
    choose: (path: string, change: (before: Choice) => Choice) =>
      again(files.map((file) => (file.path === path ? change(file) : file))),
    wish: (wished: Wishes) => again(files, wished),
    start: (replaceDemo: boolean) =>
      void attempt('Starting…', async () => {
        const heard = await sendJson<ImportState>('POST', '/api/imports', { ...wishes, replaceDemo, files })
        begun.current = true
        hear(heard)
      }),
    stop: () =>
      void attempt('Cancelling…', async () => setState(await sendJson('POST', '/api/imports/stop'))),
  }
}

async function send(file: File): Promise<Uploaded> {
  const answer = await ownClient.fetch(`/api/uploads?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  })
  return readAnswer(answer)
}

import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { ApiError, HealthLine, HealthReport } from '#http/api.ts'
import { RequestError } from '../api/client.ts'
import { followLines } from '../api/follow-lines.ts'

interface Looking {
  /** 0 to 1. */
  readonly done: number
  readonly health?: HealthReport
  readonly error?: ApiError
}

const STOPPED: ApiError = {
  code: 'limit',
  message: 'The look at the data was stopped',
  next: 'Load this page again when you want it.',
  path: [],
  choices: [],
}

/** Looks at the data once; whoever leaves the page, or stops it, ends the look. */
export function useHealth(): Looking & { stop(): void } {
  const [looking, setLooking] = useState<Looking>({ done: 0 })
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => {
    const here = new AbortController()
    leaving.current = here
    followLines<HealthLine>('/api/data-health', here.signal, (line) => {
      if ('done' in line) setLooking({ done: line.done })
      else setLooking({ done: 1, ...line })
    }).catch((error: unknown) => {
      if (error instanceof RequestError) setLooking({ done: 0, error: error.detail })
    })
    return () => here.abort()
  }, [])
  const stop = useCallback(() => {
    leaving.current?.abort()
    setLooking({ done: 0, error: STOPPED })
  }, [])
  return { ...looking, stop }
}

import { useEffect, useState } from 'preact/hooks'
import type { SuggestCode } from '#http/api.ts'
import { RequestError, sendJson } from '../api/client.ts'
import { useSettled } from '../api/use-settled.ts'

/** A code that is free for a name; undefined until it is known, and for no name. */
export function useCode(asked: SuggestCode): {
  readonly code: string | undefined
  readonly error: RequestError | undefined
} {
  const settled = useSettled(JSON.stringify(asked))
  const [state, setState] = useState<{ of: string; code?: string; error?: RequestError }>()
  useEffect(() => {
    const wanted: SuggestCode = JSON.parse(settled)
    if (wanted.name.trim() === '') return
    const leaving = new AbortController()
    sendJson<{ code: string }>('POST', '/api/profiles/code', wanted, leaving.signal).then(
      ({ code }) => setState({ of: settled, code }),
      (error: unknown) => {
        if (error instanceof RequestError) setState({ of: settled, error })
      },
    )
    return () => leaving.abort()
  }, [settled])
  return state?.of === settled
    ? { code: state.code, error: state.error }
    : { code: undefined, error: undefined }
}

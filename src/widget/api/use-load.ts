import { useCallback, useEffect, useState } from 'preact/hooks'
import { RequestError } from './client.ts'
import { useHome } from './home.ts'

export interface Loaded<T> {
  readonly data: T | undefined
  readonly error: RequestError | undefined
  reload(): void
}

/** Loads a path, again when it changes or `reload` is called; the last data stays while it does. */
export function useLoad<T>(path: string): Loaded<T> {
  const { client } = useHome()
  const [data, setData] = useState<T>()
  const [error, setError] = useState<RequestError>()
  const [round, setRound] = useState(0)

  useEffect(() => {
    const leaving = new AbortController()
    client.getJson<T>(path, leaving.signal).then(
      (loaded) => {
        setData(() => loaded)
        setError(undefined)
      },
      (reason: unknown) => {
        if (reason instanceof RequestError) setError(reason)
      },
    )
    return () => leaving.abort()
  }, [client, path, round])

  const reload = useCallback(() => setRound((n) => n + 1), [])
  // The server was away.
  useEffect(() => {
    addEventListener('muster:back', reload)
    return () => removeEventListener('muster:back', reload)
  }, [reload])
  return { data, error, reload }
}

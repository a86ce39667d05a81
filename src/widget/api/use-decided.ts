import { useEffect } from 'preact/hooks'

/** Loads anew what a change may touch that was confirmed here, or in the chat beside it. */
export function useDecided(reload: () => void): void {
  useEffect(() => {
    addEventListener('muster:decided', reload)
    return () => removeEventListener('muster:decided', reload)
  }, [reload])
}

import { useEffect, useState } from 'preact/hooks'

const LOOK_MS = 2000

/**
 * Says so while the server can't be reached, looks whether it is back, and then has everything read again: what is
 * shown may be old, and what was asked for meanwhile never came.
 */
export function Connection() {
  const [lost, setLost] = useState(false)
  useEffect(() => {
    const onLost = () => setLost(true)
    addEventListener('muster:unreachable', onLost)
    return () => removeEventListener('muster:unreachable', onLost)
  }, [])
  useEffect(() => {
    if (!lost) return
    const look = async () => {
      const answer = await fetch('/readyz').catch(() => undefined)
      if (answer?.ok !== true) return
      setLost(false)
      dispatchEvent(new Event('muster:back'))
    }
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => clearInterval(timer)
  }, [lost])
  return (
    <div class="connection" role="status">
      {lost ? (
        <p>
          <strong>Muster can’t be reached.</strong> What you see may be old. It is tried again every few
          seconds; nothing that you confirmed is lost.
        </p>
      ) : null}
    </div>
  )
}

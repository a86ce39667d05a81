import { useEffect, useState } from 'preact/hooks'

/** Something that was asked with a click on a page; each is another one, also with the same words. */
export interface Asked {
  readonly text: string
}

/** Asks in a new conversation beside the page. */
export const askChat = (text: string): void => {
  dispatchEvent(new CustomEvent<string>('muster:ask', { detail: text }))
}

/** What was asked last; `onAsk` is called with each. */
export function useAsked(onAsk: () => void): Asked | undefined {
  const [asked, setAsked] = useState<Asked>()
  useEffect(() => {
    const onEvent = (event: Event) => {
      if (!(event instanceof CustomEvent) || typeof event.detail !== 'string') return
      setAsked({ text: event.detail })
      onAsk()
    }
    addEventListener('muster:ask', onEvent)
    return () => removeEventListener('muster:ask', onEvent)
  }, [])
  return asked
}

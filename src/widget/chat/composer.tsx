import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>
  /** Takes the keyboard when it appears. */
  readonly focus: boolean
  readonly answering: boolean
  onSend(text: string): void
  onStop(): void
}

/** Where the human writes: Enter sends, Shift+Enter breaks the line. */
export function Composer({ field, focus, answering, onSend, onStop }: Props) {
  const [text, setText] = useState('')

  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  useEffect(() => {
    if (field.current === null) return
    field.current.style.height = 'auto'
    // Out of sight it has no height to follow.
    if (field.current.scrollHeight === 0) return
    field.current.style.height = `${Math.min(field.current.scrollHeight, 200)}px`
  }, [text])

  const send = () => {
    const trimmed = text.trim()
    if (trimmed === '' || answering) return
    setText('')
    onSend(trimmed)
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label class="hidden" for="message">
        Your request
      </label>
      <textarea
        id="message"
        ref={field}
        rows={1}
        maxLength={10_000}
        placeholder="Whom are you looking for?"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      {answering ? (
        <button type="button" class="primary" onClick={onStop}>
          Stop
        </button>
      ) : (
        <button type="submit" class="primary" disabled={text.trim() === ''}>
          Send
        </button>
      )}
    </form>
  )
}

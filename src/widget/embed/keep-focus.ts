const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), summary'

/** Tab goes round inside an open panel: from its last control to its first, and back. */
export function keepFocus(event: KeyboardEvent, panel: HTMLElement): void {
  if (event.key !== 'Tab') return
  const controls = [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (control) => control.getClientRects().length > 0,
  )
  const [from, to] = event.shiftKey ? [controls[0], controls.at(-1)] : [controls.at(-1), controls[0]]
  const root = panel.getRootNode()
  if (!(root instanceof ShadowRoot) || root.activeElement !== from) return
  event.preventDefault()
  to?.focus()
}

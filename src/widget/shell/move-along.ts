/** Where each key leads, from the place at hand, in a row of so many. */
const STEPS: Readonly<Record<string, (at: number, many: number) => number>> = {
  ArrowRight: (at, many) => (at + 1) % many,
  ArrowDown: (at, many) => (at + 1) % many,
  ArrowLeft: (at, many) => (at - 1 + many) % many,
  ArrowUp: (at, many) => (at - 1 + many) % many,
  Home: () => 0,
  End: (_, many) => many - 1,
}

/** Arrow keys, Home and End go along the links or buttons of a row; Enter opens the one at hand, as everywhere. */
export function moveAlong(event: KeyboardEvent): void {
  const step = STEPS[event.key]
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  if (!(event.currentTarget instanceof Element)) return
  const row = [...event.currentTarget.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)')]
  const at = row.findIndex((each) => each === document.activeElement)
  if (row.length === 0 || at === -1) return
  event.preventDefault()
  row[step(at, row.length)]?.focus()
}

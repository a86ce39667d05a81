const nameOf = (id: string): string => `muster-chat ${id}`

/** The conversation of the element with this id, in this tab; undefined where there is none, or no storage. */
export function remembered(id: string): string | undefined {
  if (id === '') return undefined
  try {
    return sessionStorage.getItem(nameOf(id)) ?? undefined
  } catch {
    // A page in a sandbox has no storage.
    return undefined
  }
}

/** Keeps the name of a conversation, which is of use to whoever may read it alone; undefined forgets it. */
export function remember(id: string, threadId: string | undefined): void {
  if (id === '') return
  try {
    if (threadId === undefined) sessionStorage.removeItem(nameOf(id))
    else sessionStorage.setItem(nameOf(id), threadId)
  } catch {
    // As above: the conversation then ends with the page.
  }
}

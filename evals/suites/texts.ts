/** A plain text (case does not matter), or `/a regular expression/` with or without `i`. */
export function finds(text: string, sought: string): boolean {
  const regex = /^\/(.+)\/(i?)$/s.exec(sought)
  if (regex === null) return text.toLowerCase().includes(sought.toLowerCase())
  return new RegExp(regex[1] ?? '', `${regex[2] ?? ''}u`).test(text)
}

/** What is lacking of all that a text has to say; undefined where nothing is. */
export function saysAll(text: string, sought: readonly string[]): string | undefined {
  const lacking = sought.filter((each) => !finds(text, each))
  return lacking.length === 0 ? undefined : `does not say ${lacking.join(', ')}`
}

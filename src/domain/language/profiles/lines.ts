import { type Reading, wordAt } from '../grammar/reading.ts'

/** A line shorter than this was ended on purpose, and not wrapped. */
const SHORT = 60
const BULLET = /^[-–—*•·#]$/

/** Whether a token begins a line of a list: behind a bullet, a sign, or a line that somebody ended early. */
export function beginsLine(reading: Reading, at: number): boolean {
  const token = reading.tokens[at]
  const before = reading.tokens[at - 1]
  if (token === undefined || before === undefined) return false
  const { text } = reading
  if (isParted(reading, at - 1) && /^[:=]$/.test(wordAt(reading, at + 1))) return true
  if (!text.slice(before.end, token.start).includes('\n')) return false
  const line = text.slice(text.lastIndexOf('\n', before.start) + 1, before.end)
  return BULLET.test(token.text) || before.kind === 'sign' || line.length < SHORT
}

/** “… / Geo: US / DQ: Public”: a stroke between blanks. */
const isParted = ({ text, tokens }: Reading, at: number): boolean =>
  /^[/|]$/.test(tokens[at]?.text ?? '') &&
  /\s/.test(text[(tokens[at]?.start ?? 0) - 1] ?? '') &&
  /\s/.test(text[tokens[at]?.end ?? 0] ?? '')

/** The token behind “- ”, “* ”, “1.” and “2)” at the beginning of a line, or of a description. */
export function behindBullet(reading: Reading, at: number): number {
  const token = reading.tokens[at]
  if (token === undefined) return at
  if (BULLET.test(token.text)) return at + 1
  const numbered = token.kind === 'number' && /^\d{1,2}$/.test(token.text)
  return numbered && /^[.)]$/.test(wordAt(reading, at + 1)) && beginsLine(reading, at) ? at + 2 : at
}

/** Whether a dash stands between blanks, and so parts what is before it from what follows. */
export function isDash({ text, tokens }: Reading, at: number): boolean {
  const token = tokens[at]
  return (
    token !== undefined &&
    /^[-–—]$/.test(token.text) &&
    /\s/.test(text[token.start - 1] ?? ' ') &&
    /\s/.test(text[token.end] ?? ' ')
  )
}

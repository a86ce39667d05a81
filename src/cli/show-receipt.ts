import type { Preview } from '#domain/previews/schema.ts'

/** Longer texts would push the meanings off the screen. */
const WIDEST = 34

/** How the words of a request were read, as lines: what each stretch became, and how many are left after it. */
export function showReceipt(spans: Preview['receipt']): string[] {
  const told = spans.filter((span) => span.as !== 'ignored' && span.as !== 'command' && !isJoint(span))
  if (told.length === 0) return []
  const ignored = spans.filter(({ as }) => as === 'ignored').map(({ text }) => shortened(text))
  const rows = told.map(({ as, text, meaning, left }) => ({
    text: as === 'assumption' ? `  ${shortened(text)}` : shortened(text),
    says: as === 'condition' ? meaning : as === 'assumption' ? `assumed: ${meaning}` : 'NOT ACCOUNTED FOR',
    left: left === undefined ? '' : ` (${left.toLocaleString('en-US')} left)`,
  }))
  const width = Math.max(...rows.map(({ text }) => text.length))
  return [
    'How your words were read:',
    ...rows.map(({ text, says, left }) => `  ${text.padEnd(width)} → ${says}${left}`),
    ...(ignored.length === 0 ? [] : [`  ${'ignored'.padEnd(width)} : ${ignored.join(', ')}`]),
  ]
}

/** “and”, “but”: how conditions are joined. */
const isJoint = ({ as, text, parts }: Preview['receipt'][number]): boolean =>
  as === 'condition' && parts === undefined && !/\s/.test(text)

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line
}

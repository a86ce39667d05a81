import { ERASED, type Names, withoutMention } from './names.ts'
import { redacted } from './stored-json.ts'

/** The parts of a stored message without those who leave; what was said of others stays as it was. */
export function redactedParts(json: string, names: Names): string {
  const parts: unknown = JSON.parse(json)
  if (!Array.isArray(parts)) return json
  const after = parts.map((part: unknown) => (isAbout(part, names) ? GONE : redactedPart(part, names)))
  const text = JSON.stringify(after)
  return text === JSON.stringify(parts) ? json : text
}

const GONE = { type: 'text', text: `${ERASED} An answer about somebody whose data was erased stood here.` }

/** A question about them alone, or why they are in a segment. */
function isAbout(part: unknown, names: Names): boolean {
  const about = isTool(part) ? part.input : isTyped(part) && part.type === 'data-why' ? part : undefined
  return (
    about !== undefined &&
    changes(about, (value) => redacted(value, names, (text) => withoutMention(text, names)))
  )
}

const redactedPart = (part: unknown, names: Names): unknown =>
  redacted(part, names, (text) =>
    isTool(part)
      ? // What models read has a line for each record: all of it is about them.
        text
          .split('\n')
          .map((line) => (withoutMention(line, names) === line ? line : ERASED))
          .join('\n')
      : withoutMention(text, names),
  )

const changes = (value: unknown, change: (value: unknown) => unknown): boolean =>
  JSON.stringify(change(value)) !== JSON.stringify(value)

const isTyped = (part: unknown): part is { readonly type: string } =>
  part !== null && typeof part === 'object' && 'type' in part && typeof part.type === 'string'

const isTool = (part: unknown): part is { readonly type: string; readonly input: unknown } =>
  isTyped(part) && part.type.startsWith('tool-') && 'input' in part

import type { Interpretation } from '../interpretation.ts'

/** SQL that somebody hangs on a name: `VIP' OR '1'='1`, `Robert'); DELETE FROM orders; --`. */
const TAIL =
  /(?<=[\p{L}\p{N}])['’]\s*\)?\s*;?\s*(?:(?:or|and)\s+['’"]?\w+['’"]?\s*(?:=|like|<>)\s*['’"]?\w+['’"]?|;?\s*(?:drop|delete|update|insert|truncate|alter|union|select)\s+\w[\s\S]*)\s*(?:--.*)?$/iu
/** A place in a text that a program should have filled. */
const UNFILLED = /\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,80}\}|<%=?[^%\n]{1,80}%>|\[\[[^[\]\n]{1,80}\]\]/u

type Question = Extract<Interpretation, { kind: 'question' }>

/** Asks about a name that is code: nothing runs it, and nobody knows which name was meant. */
export function codeIn(
  text: string,
  again: (text: string) => Interpretation | undefined,
): Pick<Question, 'kind' | 'question' | 'options'> | undefined {
  const place = UNFILLED.exec(text)?.[0]
  if (place !== undefined)
    return {
      kind: 'question',
      question: `“${place}” looks like a place that a program should have filled. Which value do you mean?`,
      options: [],
    }
  const tail = TAIL.exec(text)
  const before = text.slice(0, tail?.index).trim()
  // What stands in double quotes is taken as it is written.
  if (tail === null || before.split('"').length % 2 === 0) return undefined
  const read = again(before)
  return {
    kind: 'question',
    question: `“${tail[0].trim()}” is code and no part of a name; nothing here runs it. Did you mean the request without it?`,
    options: [
      { label: before, text: before, ...(read?.kind === 'criteria' ? { criteria: read.criteria } : {}) },
    ],
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { InputError } from '#kernel/errors.ts'
import { FORMS, type Form } from './frames.ts'

export interface Wording {
  readonly form: Form
  readonly text: string
  /** Not read yet: it may be asked about or refused, and is never to be read as something else. */
  readonly open: boolean
}

/** A meaning, and all the ways in which it is said. */
export interface Said {
  readonly file: string
  /** What the meaning is called plainly, behind “customers who”, or beginning with “whose”. */
  readonly means: string
  /** The plain request for these customers. */
  readonly request: string
  readonly wordings: readonly Wording[]
}

/**
 * The wordings that lie beside this file: `= words` names a meaning, completing “customers who …”, or “customers”
 * where it begins with “whose”; below it stands a wording a line, behind its form: `who bought two times`, `with 2 orders`,
 * `whose last order was refunded`, `noun two-time buyers`, `adjective inactive`. `who? …` is one that is not read yet.
 * Lines that begin with `#` are for people. Throws InputError naming file and line where a line is none of these.
 */
export function loadWordings(named?: string): readonly Said[] {
  const folder = import.meta.dirname
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && (named === undefined || name.startsWith(named)))
    .toSorted()
    .flatMap((name) => parse(name, readFileSync(`${folder}/${name}`, 'utf8')))
}

function parse(file: string, text: string): readonly Said[] {
  const meanings: (Said & { readonly wordings: Wording[] })[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const [, sign = '', words = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? []
    const form = FORMS.find((one) => one === sign.replace('?', ''))
    if (sign === '=') meanings.push(meaning(file, words))
    else if (form !== undefined && meanings.length > 0)
      meanings.at(-1)?.wordings.push({ form, text: words, open: sign.endsWith('?') })
    else
      throw new InputError(`${file}:${index + 1} is neither a meaning nor a wording of one: ${line}`, {
        next: `Begin it with = or ${FORMS.join(', ')}.`,
      })
  }
  return meanings
}

function meaning(file: string, means: string): Said & { readonly wordings: Wording[] } {
  const whose = means.startsWith('whose ')
  return {
    file,
    means,
    request: whose ? `customers ${means}` : `customers who ${means}`,
    wordings: [{ form: whose ? 'whose' : 'who', text: means.replace(/^whose /, ''), open: false }],
  }
}

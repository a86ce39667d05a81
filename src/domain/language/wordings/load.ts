import { readdirSync, readFileSync } from 'node:fs'
import { InputError } from '#kernel/errors.ts'
import { FORMS, type Form } from './frames.ts'

export interface Wording<F extends string = Form> {
  readonly form: F
  readonly text: string
  /** Not read yet: it may be asked about or refused, and is never to be read as something else. */
  readonly open: boolean
}

/** What is meant, and all the ways in which it is said. */
export interface Listed<F extends string> {
  readonly file: string
  /** What the meaning is called plainly. */
  readonly means: string
  readonly wordings: readonly Wording<F>[]
}

/** A meaning of conditions: it is called plainly behind “customers who”, or beginning with “whose”. */
export interface Said extends Listed<Form> {
  /** The plain request for these customers. */
  readonly request: string
}

/**
 * The wordings that lie beside this file: `= words` names a meaning, completing “customers who …”, or “customers”
 * where it begins with “whose”; below it stands a wording a line, behind its form: `who bought two times`, `with 2 orders`,
 * `whose last order was refunded`, `noun two-time buyers`, `adjective inactive`. `who? …` is one that is not read yet.
 * Lines that begin with `#` are for people. Throws InputError naming file and line where a line is none of these.
 */
export const loadWordings = (named?: string): readonly Said[] =>
  wordingsIn(import.meta.dirname, FORMS, named).map(({ file, means, wordings }) => {
    const whose = means.startsWith('whose ')
    const text = means.replace(/^whose /, '')
    return {
      file,
      means,
      request: whose ? `customers ${means}` : `customers who ${means}`,
      wordings: [{ form: whose ? 'whose' : 'who', text, open: false }, ...wordings],
    }
  })

/** The same of a folder whose wordings have other forms. */
export const wordingsIn = <F extends string>(
  folder: string,
  forms: readonly F[],
  named?: string,
): readonly Listed<F>[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && (named === undefined || name.startsWith(named)))
    .toSorted()
    .flatMap((name) => parse(name, readFileSync(`${folder}/${name}`, 'utf8'), forms))

function parse<F extends string>(file: string, text: string, forms: readonly F[]): readonly Listed<F>[] {
  const meanings: (Listed<F> & { readonly wordings: Wording<F>[] })[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const [, sign = '', words = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? []
    const form = forms.find((one) => one === sign.replace('?', ''))
    if (sign === '=') meanings.push({ file, means: words, wordings: [] })
    else if (form !== undefined && meanings.length > 0)
      meanings.at(-1)?.wordings.push({ form, text: words, open: sign.endsWith('?') })
    else
      throw new InputError(`${file}:${index + 1} is neither a meaning nor a wording of one: ${line}`, {
        next: `Begin it with = or ${forms.join(', ')}.`,
      })
  }
  return meanings
}

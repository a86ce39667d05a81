/** Markup that may stand in a page as it is. Everything else is text, and is escaped. */
export interface Markup {
  readonly markup: string
}

type Part = Markup | string | number | readonly Part[] | undefined | false

/** A template whose values are escaped, unless they are markup. */
export const html = (strings: TemplateStringsArray, ...values: readonly Part[]): Markup => ({
  markup: strings.reduce((page, text, at) => page + rendered(values[at - 1]) + text),
})

function rendered(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'markup' in part ? part.markup : part.map(rendered).join('')
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

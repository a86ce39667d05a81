import DOMPurify from 'dompurify'
import { marked } from 'marked'
import { useMemo } from 'preact/hooks'
import { OWN_PAGE } from './own-page.ts'

/** A model's text as formatted text. It is untrusted: no images, forms, styles or foreign links survive. */
export function Markdown({ text }: { text: string }) {
  const html = useMemo(
    () =>
      DOMPurify.sanitize(marked.parse(text, { async: false, gfm: true, breaks: true }), {
        ALLOWED_TAGS: [
          'p',
          'br',
          'strong',
          'em',
          'code',
          'pre',
          'ul',
          'ol',
          'li',
          'h3',
          'h4',
          'table',
          'thead',
          'tbody',
          'tr',
          'th',
          'td',
          'a',
        ],
        ALLOWED_ATTR: ['href'],
        ALLOWED_URI_REGEXP: OWN_PAGE,
      }),
    [text],
  )
  // Sanitised above.
  return <div class="markdown" dangerouslySetInnerHTML={{ __html: html }} />
}

import css from './embed.css?inline'

const sheet = new CSSStyleSheet()
sheet.replaceSync(css)

/** One for all elements of a page; it needs no leave for inline styles. */
export const SHEET = sheet

import { maskEmail, maskName, maskPhone } from '#kernel/mask.ts'

/** What a cell is of: its field where it is mapped, and its column’s name. */
interface CellPlace {
  readonly column: string
  readonly field: string | undefined
}

const LONGEST = 40

/** A cell as a sample shows it: enough to see what a column holds, too little to know a person by. */
export function maskCell(cell: string, { column, field }: CellPlace): string {
  const text = cell.trim()
  if (text === '') return ''
  const of = field ?? column
  if (text.includes('@')) return maskEmail(text)
  if (/phone|mobile/i.test(of)) return maskPhone(text)
  if (/(?:first|last|full|billing|shipping|contact)[ _]?name|^name$/i.test(field ?? column)) {
    return text.split(/\s+/).map(maskName).join(' ')
  }
  if (/^accepts|consent/i.test(of)) return text.length > LONGEST ? '…' : text
  if (PRIVATE.test(of) || looksLikePhone(text)) return '…'
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

const PRIVATE = /mail|address|street|zip|post ?code|birth|note|latitude|longitude/i

const looksLikePhone = (text: string): boolean => /^'?\+[\d ()./-]{7,}$/.test(text)

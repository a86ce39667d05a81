import { joinWords } from '#kernel/text.ts'

/** Words that sentences about criteria are made of: a value that holds one is put into quotes. */
const RESERVED = new Set(
  (
    'a abandoned ago all an and any are at before between both bought but by consented customers did each either ' +
    'every exactly for from had has have in is last least less more most name named never no none not of on only ' +
    'or ordered orders other over product products since spent started stopped than that the their this those ' +
    'through time times to total under units until up were which who whose with without'
  ).split(' '),
)

/** Whether a word, folded, is one that sentences about criteria are made of. */
export const isReserved = (word: string): boolean => RESERVED.has(word)

const PLAIN_TOKEN = /^[\p{L}0-9][\p{L}0-9\p{M}'’_.&+@#%/-]*$/u
const CAPITAL = /^[\p{Lu}\p{N}]/u

/**
 * A value as it stands in a sentence: bare where nobody can take it for a part of the sentence (`Tea`,
 * `Coffee Beans`, `in_store`), else in quotes (`“skin care”`).
 */
export function valueWords(value: string): string {
  const tokens = value.split(' ')
  const bare =
    tokens.every((token) => PLAIN_TOKEN.test(token) && !RESERVED.has(token.toLowerCase())) &&
    // A letter by itself reads like a slip.
    (value.length > 1 || /\d/.test(value)) &&
    (tokens.length === 1 || tokens.every((token) => CAPITAL.test(token)))
  return bare ? value : quotedWords(value)
}

/** A name as it stands in a sentence where any words could follow: always in quotes. */
export const quotedWords = (value: string): string => `“${value.replace(/[\\“”]/g, (mark) => `\\${mark}`)}”`

/** `Tea`, `Tea or Coffee`, `Tea, Coffee or Cocoa` */
export const anyOf = (values: readonly string[]): string => joinWords(values.map(valueWords), 'or')

import type { Writer } from '#db/run.ts'
import { foldText } from '#kernel/text.ts'
import { keyOf, TEXT_FIELDS } from '../customers/keys.ts'
import { isUsableEmail, isUsablePhone } from './usable-address.ts'

/** Defining a function prepares every kept statement anew: once for a connection is enough. */
const defined = new WeakSet<Writer['driver']>()

/** Gives a writing connection the functions of the domain that its bulk statements call. */
export function defineFunctions(driver: Writer['driver']): void {
  if (defined.has(driver)) return
  defined.add(driver)
  const define = (name: string, meaning: (text: string) => string | number | null) =>
    driver.function(name, { deterministic: true }, (text: unknown) =>
      typeof text === 'string' ? meaning(text) : null,
    )
  define('fold_text', foldText)
  define('usable_email', (text) => Number(isUsableEmail(text)))
  define('usable_phone', (text) => Number(isUsablePhone(text)))
  for (const field of TEXT_FIELDS) define(`key_of_${field}`, (text) => keyOf(field, text))
}

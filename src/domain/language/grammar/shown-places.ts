import type { DictionaryField } from '../../vocabulary/dictionary.ts'
import { phrase } from './phrase.ts'
import type { Parser } from './reading.ts'
import { shownValues } from './shown-values.ts'

export const byChannel = phrase('through|via|on|in|from|by|over|using the channel|channels')
export const onDevice = phrase('on|with|from|via|using|through the device|devices')
const withDiscountCode = phrase('with|using the discount code|codes')

/** A name behind the word for what it names: nothing else is meant. */
const shown =
  (lead: ReturnType<typeof phrase>, field: DictionaryField): Parser<string[]> =>
  (reading, at) => {
    const opened = lead(reading, at)
    return opened < 0 ? undefined : shownValues(reading, opened, field)
  }

/** `through the channel online or “in store”` */
export const shownChannel = shown(byChannel, 'channel')
export const shownDevice = shown(onDevice, 'device')
export const shownCode = shown(withDiscountCode, 'discount_code')

import { maskEmail, maskName } from '#kernel/mask.ts'
import type { CustomerRecord } from './record.ts'

/** What may be shown of a customer: enough to recognise, too little to contact. Empty where nothing is known. */
export interface MaskedCustomer {
  /** As imported. */
  readonly id: string
  readonly name: string
  readonly email: string
}

export const maskedCustomer = ({ externalId, text }: CustomerRecord): MaskedCustomer => ({
  id: externalId,
  name: [text.first_name, text.last_name]
    .map((name) => maskName(name ?? ''))
    .join(' ')
    .trim(),
  email: text.email === null ? '' : maskEmail(text.email),
})

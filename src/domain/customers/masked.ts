import { maskEmail, maskName } from '#kernel/mask.ts'

/** What may be shown of somebody: enough to recognise, too little to contact. Empty where nothing is known. */
export interface Masked {
  /** As imported. */
  readonly id: string
  readonly name: string
  readonly email: string
}

interface Named {
  readonly email: string | null
  readonly first_name: string | null
  readonly last_name: string | null
}

/** A customer or a person at a company: the name as initials, and the address shortened. */
export const maskedPerson = (id: string, { email, first_name, last_name }: Named): Masked => ({
  id,
  name: [first_name, last_name]
    .map((name) => maskName(name ?? ''))
    .join(' ')
    .trim(),
  email: email === null ? '' : maskEmail(email),
})

/** Masks personal data for everything that a model reads: enough to recognise, too little to contact. */

/** `anna.berg@example.com` → `a…@example.com` */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? '…' : `${email.slice(0, 1)}…${email.slice(at)}`
}

/** `+15550100123` → `…23` */
export const maskPhone = (phone: string): string => (phone.length < 4 ? '…' : `…${phone.slice(-2)}`)

/** `Anna` → `A.` */
export function maskName(name: string): string {
  const [initial] = name.trim()
  return initial === undefined ? '' : `${initial.toUpperCase()}.`
}

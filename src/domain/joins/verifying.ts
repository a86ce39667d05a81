/** What shows that e-mails to an address arrive with somebody. */
export const VERIFYING: readonly string[] = ['opened_email', 'clicked_email', 'unsubscribed']
export const VERIFYING_EVENTS = `(${VERIFYING.map((key) => `'${key}'`).join(', ')})`

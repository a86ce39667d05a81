import { InputError } from '#kernel/errors.ts'

const MAX_LENGTH = 4000

/** What a human says, without the blanks around it. Throws InputError for nothing, and for too much. */
export function checkSaid(text: string): string {
  const said = text.trim()
  if (said !== '' && said.length <= MAX_LENGTH) return said
  throw new InputError(`A message has 1 to ${MAX_LENGTH} characters`, {
    next: said === '' ? 'Say whom you look for.' : 'Say it in fewer words.',
    path: ['text'],
  })
}

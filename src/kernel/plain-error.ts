import {
  ConfigError,
  ConflictError,
  type ErrorDetail,
  InputError,
  LimitError,
  MusterError,
  NotFoundError,
} from './errors.ts'

/** Errors lose their class on the way between threads; these carry it as a code. */
export type PlainError = { readonly message: string } & (
  | { readonly code: MusterError['code']; readonly detail: ErrorDetail }
  | { readonly code: 'bug'; readonly stack: string }
)

export function toPlain(error: unknown): PlainError {
  if (error instanceof MusterError) {
    const { code, message, next, path, choices } = error
    return { code, message, detail: { next, path, choices } }
  }
  const bug = error instanceof Error ? error : new Error(String(error))
  return { code: 'bug', message: bug.message, stack: bug.stack ?? '' }
}

const CLASSES = {
  input: InputError,
  conflict: ConflictError,
  not_found: NotFoundError,
  config: ConfigError,
  limit: LimitError,
} as const

export function fromPlain(plain: PlainError): Error {
  if (plain.code !== 'bug') return new CLASSES[plain.code](plain.message, plain.detail)
  const bug = new Error(plain.message)
  bug.stack = plain.stack
  return bug
}

import {
  ConfigError,
  ConflictError,
  type ErrorDetail,
  InputError,
  LimitError,
  MusterError,
  NotFoundError,
} from '#kernel/errors.ts'
import type { InputOf, OperationName, Progress } from './port.ts'

/** What crosses between the main thread and the writer's. */
export type ToWriter =
  | {
      readonly id: number
      readonly name: OperationName
      readonly input: InputOf<OperationName>
      /** One shared word; 1 asks for cancellation. A message could not be read during a transaction. */
      readonly cancel: Int32Array
    }
  | 'close'

export type FromWriter =
  | { readonly id: number; readonly type: 'done'; readonly output: unknown }
  | { readonly id: number; readonly type: 'failed'; readonly error: PlainError }
  | { readonly id: number; readonly type: 'progress'; readonly progress: Progress }

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

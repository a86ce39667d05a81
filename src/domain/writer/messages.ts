import type { PlainError } from '#kernel/plain-error.ts'
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

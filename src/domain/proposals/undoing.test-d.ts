import type { Outcome } from '../changes/define.ts'
import type { outcomeOf } from './undoing.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <T extends true>(): T | undefined => undefined
type FieldsOf<T> = T extends unknown ? keyof T : never

// Whatever kinds of changes leave behind can be read again: Activity and undoing do.
holds<Equal<FieldsOf<Outcome>, FieldsOf<ReturnType<typeof outcomeOf>>>>()

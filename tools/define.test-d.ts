/**
 * What a tool is given can't write and can't confirm. This file is never run: it compiles, or the type check
 * fails.
 */
import type { Writer } from '#db/run.ts'
import type { Decisions } from '#domain/proposals/decide.ts'
import type { HumanActor } from '#domain/proposals/human.ts'
import type { Refresh } from '#domain/segments/refresh.ts'
import type { WriterPort } from '#domain/writer/port.ts'
import type { ToolContext } from './define.ts'

/** Everything that can be reached from T by properties and by calls, five steps deep. */
type Reach<T, Depth extends readonly unknown[] = []> = Depth['length'] extends 5
  ? never
  : IsAny<T> extends true
    ? never
    : T extends (...args: never[]) => infer Answer
      ? Reach<Awaited<Answer>, [...Depth, unknown]>
      : T extends object
        ? T | { [K in keyof T]: Reach<T[K], [...Depth, unknown]> }[keyof T]
        : never

/** The reason of an AbortSignal, for one. */
type IsAny<T> = 0 extends 1 & T ? true : false

/** What of T could be used as a Target. */
type Usable<T, Target> = T extends Target ? T : never

type Nothing<T> = [T] extends [never] ? true : false
const nothing = <T>(_is: Nothing<T>): void => {}

type InReach = Reach<ToolContext>

nothing<Usable<InReach, Pick<Writer, 'run'>>>(true)
nothing<Usable<InReach, Pick<Writer, 'transaction'>>>(true)
nothing<Usable<InReach, WriterPort>>(true)
nothing<Usable<InReach, Pick<Decisions, 'confirm'>>>(true)
nothing<Usable<InReach, Pick<Decisions, 'reject'>>>(true)
nothing<Usable<InReach, Pick<Refresh, 'all'>>>(true)
nothing<Usable<InReach, HumanActor>>(true)
/** The test itself would see them. */
nothing<Usable<Reach<{ a: { b: () => Promise<{ port: WriterPort }> } }>, WriterPort>>(false)

/** An actor is no human because it says so. */
declare const context: ToolContext
// @ts-expect-error A tool's actor has not been proven to be a human.
export const human: HumanActor = context.actor
// @ts-expect-error The proof can't be written down outside the module that gives it.
export const forged: HumanActor = { userId: 'usr_1', name: 'Model', surface: 'web', session: null }

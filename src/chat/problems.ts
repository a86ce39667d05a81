import {
  AISDKError,
  APICallError,
  type FinishReason,
  LoadAPIKeyError,
  NoSuchModelError,
  RetryError,
} from 'ai'
import type { ReportBug } from '#kernel/bugs.ts'
import { MusterError } from '#kernel/errors.ts'
import type { TurnProblem } from './message.ts'

const KEPT = 'Your message is kept; ask again when you like.'

/** Why the turn ended early, said so that a person knows what to do. The provider's own words are only logged. */
export function problemOf(error: unknown, report: ReportBug): TurnProblem {
  const cause = RetryError.isInstance(error) ? error.lastError : error
  if (cause instanceof MusterError) return { code: 'model', message: cause.message, next: cause.next }
  if (LoadAPIKeyError.isInstance(cause)) return badKey
  if (NoSuchModelError.isInstance(cause)) return unknownModel
  if (isTimeout(cause)) return timedOut
  if (APICallError.isInstance(cause)) return ofStatus(cause.statusCode, report(cause, 'model'))
  if (isNetworkFailure(cause)) return unreachable
  // The others of the SDK are about what came from the server: cut short, or no answer at all.
  if (AISDKError.isInstance(cause))
    return {
      ...brokenOff,
      next: `${KEPT} If it stays, look for ${report(cause, 'model')} in the server’s log.`,
    }
  const id = report(cause, 'chat')
  return {
    code: 'bug',
    message: `Something went wrong inside Muster (${id})`,
    next: `${KEPT} If it happens again, look for ${id} in the server’s log.`,
  }
}

export const stopped: TurnProblem = {
  code: 'stopped',
  message: 'Stopped before the answer was finished',
  next: 'Nothing was changed. Ask again, or say it differently.',
}

export const timedOut: TurnProblem = {
  code: 'timeout',
  message: 'The model took too long to answer',
  next: `${KEPT} If it keeps happening, choose a faster model (MUSTER_MODEL) or work offline (MUSTER_MODEL=offline).`,
}

/** Why a turn that ran to its end still has no whole answer. */
export function earlyEnd(finish: FinishReason | undefined, gaveSomething: boolean): TurnProblem | undefined {
  switch (finish) {
    case 'tool-calls':
      return tooManySteps
    case 'length':
      return cutOff
    case 'content-filter':
      return declined
    case 'error':
    case 'interrupted':
    case 'other':
      return brokenOff
    case 'stop':
    case undefined:
      return gaveSomething ? undefined : silence
  }
}

const tooManySteps: TurnProblem = {
  code: 'too_many_steps',
  message: 'The model went in circles, so Muster stopped it',
  next: 'Nothing was changed. Say the request in other words, or in smaller parts.',
}

const cutOff: TurnProblem = {
  code: 'model',
  message: 'The model reached the length of answer that it is allowed',
  next: `Ask for less at once, or choose another model (MUSTER_MODEL).`,
}

const brokenOff: TurnProblem = {
  code: 'model',
  message: 'The model’s answer broke off',
  next: KEPT,
}

const declined: TurnProblem = {
  code: 'model',
  message: 'The model’s server declined to answer this',
  next: 'Say it in other words, or work offline (MUSTER_MODEL=offline).',
}

const silence: TurnProblem = {
  code: 'silence',
  message: 'The model ended without an answer',
  next: `${KEPT} If it keeps happening, choose another model (MUSTER_MODEL).`,
}

const badKey: TurnProblem = {
  code: 'key',
  message: 'The model’s server did not accept the key',
  next: `Set OPENAI_API_KEY to a valid key and restart Muster, or work without one (MUSTER_MODEL=offline). ${KEPT}`,
}

const unknownModel: TurnProblem = {
  code: 'model_unknown',
  message: 'The model’s server does not have this model',
  next: `Set MUSTER_MODEL to one that it has and restart Muster. ${KEPT}`,
}

const unreachable: TurnProblem = {
  code: 'network',
  message: 'The model’s server can’t be reached',
  next: `Check the network and OPENAI_BASE_URL, or work offline (MUSTER_MODEL=offline). ${KEPT}`,
}

function ofStatus(status: number | undefined, id: string): TurnProblem {
  if (status === undefined) return unreachable
  if (status === 401 || status === 403) return badKey
  if (status === 404) return unknownModel
  if (status === 408 || status === 504) return timedOut
  if (status === 429) {
    return {
      code: 'rate_limit',
      message: 'The model’s server takes no more requests for now (rate limit or used-up quota)',
      next: `Wait a minute and ask again; if it stays, check the quota of your key. ${KEPT}`,
    }
  }
  return {
    code: 'model',
    message: `The model’s server answered with an error (${status}, ${id})`,
    next: `${KEPT} If it stays, look for ${id} in the server’s log, or work offline (MUSTER_MODEL=offline).`,
  }
}

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError'

const isNetworkFailure = (error: unknown): boolean => error instanceof TypeError && error.cause !== undefined

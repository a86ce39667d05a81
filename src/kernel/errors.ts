/**
 * The few errors of Muster, named by who can act on them. Everything else that is thrown is a bug:
 * surfaces log it and answer with an opaque id.
 */
export interface ErrorDetail {
  /** What the person or the model should do next, as a full sentence. */
  readonly next: string
  /** Where in the input the problem is, for example `['all', 0, 'field']`. */
  readonly path?: readonly (string | number)[]
  /** Readings or values to choose from. */
  readonly choices?: readonly string[]
}

export abstract class MusterError extends Error {
  abstract readonly code: 'input' | 'conflict' | 'not_found' | 'config' | 'limit'
  readonly next: string
  readonly path: readonly (string | number)[]
  readonly choices: readonly string[]

  constructor(message: string, detail: ErrorDetail) {
    super(message)
    this.name = new.target.name
    this.next = detail.next
    this.path = detail.path ?? []
    this.choices = detail.choices ?? []
  }

  toJSON() {
    return { code: this.code, message: this.message, next: this.next, path: this.path, choices: this.choices }
  }
}

/** The request can't be carried out as it is written; whoever wrote it can mend it. */
export class InputError extends MusterError {
  readonly code = 'input'
}

/** The request was right once, but the world moved on: stale, expired, already decided, in use. */
export class ConflictError extends MusterError {
  readonly code = 'conflict'
}

/** The thing named does not exist (any more). */
export class NotFoundError extends MusterError {
  readonly code = 'not_found'
}

/** The operator has to change a setting or the installation. */
export class ConfigError extends MusterError {
  readonly code = 'config'
}

/** A time or size limit was reached, or the work was cancelled; nothing was changed. */
export class LimitError extends MusterError {
  readonly code = 'limit'
}

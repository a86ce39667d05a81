import { type Body, textIn } from './body.ts'
import type { ReadTold, ThingKind } from './told.ts'

/** What a body says that is deleted. */
export function deleted(what: ThingKind, body: Body): ReadTold {
  const id = textIn(body, 'id')
  return id === null ? { problem: `the ${what} has no id` } : { told: [{ kind: 'deleted', what, id }] }
}

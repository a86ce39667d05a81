import type { ToolUse } from '../../run/turn.ts'
import { type Known, matchesInput } from './match-input.ts'
import type { Step } from './trajectory-case.ts'

/** How far calls went along a path. */
export interface Along {
  /** The steps that no call was. */
  readonly lacking: readonly Step[]
  /** The calls that were no step. */
  readonly beside: readonly ToolUse[]
}

/** Calls with what was known when they were made. */
export interface KnownUse {
  readonly use: ToolUse
  readonly known: Known
}

/** The calls laid along the path as far as they go, in order. */
export function alongPath(uses: readonly KnownUse[], path: readonly Step[]): Along {
  const lacking: Step[] = []
  const beside: ToolUse[] = []
  let at = 0
  for (const each of uses) {
    const found = path.findIndex((step, index) => index >= at && isStep(each, step))
    // A step may be passed over for a later one only when it need not be taken.
    const passed = path.slice(at, Math.max(found, at))
    if (found === -1 || !passed.every(isOptional)) beside.push(each.use)
    else at = found + 1
  }
  for (const step of path.slice(at)) if (!isOptional(step)) lacking.push(step)
  return { lacking, beside }
}

function isStep({ use, known }: KnownUse, step: Step): boolean {
  if (typeof step === 'string') return use.tool === step && use.error === undefined
  const { tool, with: pattern = {}, fails = false } = step
  return use.tool === tool && (use.error !== undefined) === fails && matchesInput(use.input, pattern, known)
}

const isOptional = (step: Step): boolean => typeof step !== 'string' && step.optional === true

export const stepName = (step: Step): string => (typeof step === 'string' ? step : step.tool)

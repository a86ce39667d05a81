import { useEffect, useState } from 'preact/hooks'
import type { CriteriaCount } from '#http/api.ts'
import { RequestError, sendJson } from '../api/client.ts'
import { useSettled } from '../api/use-settled.ts'
import type { Problem } from './editing.ts'
import { type Branch, cleaned, groupIn } from './tree.ts'

export interface Counting {
  /** Of the criteria as they are; undefined while they are counted, and while something is wrong with them. */
  readonly counted: CriteriaCount | undefined
  readonly problem: Problem | undefined
  readonly busy: boolean
}

/** Counts criteria once the typing pauses; a count that is no longer wanted is stopped. */
export function useCount(criteria: Branch): Counting {
  const settled = useSettled(JSON.stringify(cleaned(criteria)), 350)
  const [state, setState] = useState<{ of: string } & Pick<Counting, 'counted' | 'problem'>>()
  const nothing = isEmpty(criteria)
  useEffect(() => {
    if (nothing) return
    const leaving = new AbortController()
    const body: unknown = JSON.parse(settled)
    sendJson<CriteriaCount>('POST', '/api/criteria/count', { criteria: body }, leaving.signal).then(
      (counted) => setState({ of: settled, counted, problem: undefined }),
      (error: unknown) => {
        if (error instanceof RequestError)
          setState({ of: settled, counted: undefined, problem: error.detail })
      },
    )
    return () => leaving.abort()
  }, [settled, nothing])
  if (nothing) return NOTHING
  const current = state?.of === JSON.stringify(cleaned(criteria))
  return {
    counted: current ? state.counted : undefined,
    // What was wrong stays until it is known to be right: notes that come and go would shake the page.
    problem: state?.problem,
    busy: !current,
  }
}

const NOTHING: Counting = { counted: undefined, problem: undefined, busy: false }

/** Nobody has begun yet. */
export const isEmpty = (criteria: Branch): boolean => groupIn(criteria)?.branches.length === 0

import { useEffect, useState } from 'preact/hooks'
import type { CountProfile, ProfileCount } from '#http/api.ts'
import { RequestError, sendJson } from '../api/client.ts'
import { useSettled } from '../api/use-settled.ts'
import type { Problem } from '../editor/editing.ts'
import type { Branch } from '../editor/tree.ts'
import { isUnfinished, parametersToSend } from './parameters.ts'

export interface Fitting {
  /** Of the parameters as they are; undefined while they are counted, and while something is wrong with them. */
  readonly counted: ProfileCount | undefined
  readonly problem: Problem | undefined
  readonly busy: boolean
}

/** Counts whom parameters fit once the typing pauses; a count that is no longer wanted is stopped. */
export function useFit(parameters: readonly Branch[], icp: string | undefined): Fitting {
  const now = JSON.stringify(parametersToSend(parameters))
  const settled = useSettled(now, 350)
  const [state, setState] = useState<{ of: string } & Pick<Fitting, 'counted' | 'problem'>>()
  const unfinished = isUnfinished(parameters)
  useEffect(() => {
    if (unfinished) return
    const leaving = new AbortController()
    const body: CountProfile = {
      parameters: JSON.parse(settled),
      ...(icp === undefined ? {} : { icp }),
    }
    sendJson<ProfileCount>('POST', '/api/profiles/count', body, leaving.signal).then(
      (counted) => setState({ of: settled, counted, problem: undefined }),
      (error: unknown) => {
        if (error instanceof RequestError)
          setState({ of: settled, counted: undefined, problem: error.detail })
      },
    )
    return () => leaving.abort()
  }, [settled, unfinished, icp])
  if (unfinished) return NOTHING
  const current = state?.of === now
  return {
    counted: current ? state.counted : undefined,
    // What was wrong stays until it is known to be right: notes that come and go would shake the page.
    problem: state?.problem,
    busy: !current,
  }
}

const NOTHING: Fitting = { counted: undefined, problem: undefined, busy: false }

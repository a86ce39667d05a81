import { useState } from 'preact/hooks'
import { useSettled } from '../api/use-settled.ts'
import { usePlace, useQueryChange } from '../shell/place.ts'

/** What both scores have to reach where the address says nothing else. */
const THRESHOLD = 60

export interface Thresholds {
  readonly icp: number
  readonly persona: number
}

export interface ThresholdsAtHand {
  /** As they stand in the inputs. */
  readonly typed: Thresholds
  /** Once nobody moves them: what is asked for. */
  readonly settled: Thresholds
  set(which: keyof Thresholds, to: number): void
}

/** Two thresholds that stand in the address, so that a list can be shared as it is seen. */
export function useThresholds(): ThresholdsAtHand {
  const { query } = usePlace()
  const change = useQueryChange()
  const [typed, setTyped] = useState<Thresholds>(() => ({
    icp: fromAddress(query.get('min_icp')),
    persona: fromAddress(query.get('min_persona')),
  }))
  const settled = useSettled(JSON.stringify(typed), 150)
  const { icp, persona }: Thresholds = JSON.parse(settled)
  return {
    typed,
    settled: { icp, persona },
    set(which, to) {
      const next = { ...typed, [which]: between(to) }
      setTyped(next)
      change({ min_icp: inAddress(next.icp), min_persona: inAddress(next.persona) }, { replace: true })
    },
  }
}

const between = (n: number): number => Math.min(100, Math.max(0, Math.round(n)))
const inAddress = (n: number): string | undefined => (n === THRESHOLD ? undefined : String(n))
const fromAddress = (text: string | null): number => {
  const n = text === null || text.trim() === '' ? THRESHOLD : Number(text)
  return Number.isNaN(n) ? THRESHOLD : between(n)
}

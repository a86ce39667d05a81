import type { CandidateSource } from './define.ts'
import { MOST_VALUES } from './define.ts'

const WINDOWS = [30, 90, 180] as const

/** Signals of each type, and about each topic, within a month, a quarter and half a year. */
const signalsOf = (
  entity: 'company' | 'person',
  type: 'company_signal' | 'person_signal',
): CandidateSource => ({
  entity,
  dated: true,
  candidates: (vocabulary) =>
    WINDOWS.flatMap((n) => {
      const within = { kind: 'last', n, unit: 'day' } as const
      return [
        ...vocabulary.values('signal.type').map(({ value }) => ({
          kind: 'value' as const,
          about: `signal.${value}`,
          criteria: { type, signal: [value], within },
          known: null,
        })),
        ...(n === 90 ? vocabulary.values('signal.topic').slice(0, MOST_VALUES) : []).map(({ value }) => ({
          kind: 'value' as const,
          about: 'signal.topic',
          criteria: { type, topic: [value], within },
          known: null,
        })),
      ]
    }),
})

export const companySignals: CandidateSource = signalsOf('company', 'company_signal')
export const personSignals: CandidateSource = signalsOf('person', 'person_signal')

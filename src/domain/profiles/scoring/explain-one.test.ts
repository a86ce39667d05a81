import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryCompany } from '../../criteria/company.fixture.ts'
import { contextOf, populationOf, recordsOf } from '../../criteria/readings.fixture.ts'
import { scoreOf, totalWeight } from '../score.ts'
import { explainParameters, outOf } from './explain-one.ts'
import { holdsFor, scoreUnder } from './one.ts'
import { arbitraryQualifying } from './profiles.fixture.ts'

test('what is said of the parameters adds up to the score, and to the reason why somebody is out', () => {
  fc.assert(
    fc.property(arbitraryCompany, arbitraryQualifying('company'), (company, { icps }) => {
      const [population, ctx] = [populationOf(company), contextOf(company)]
      const held = [
        ...icps.map(({ parameters }) => ({ parameters, records: recordsOf(company, 'company') })),
        ...icps.flatMap(({ personas }) =>
          personas.map(({ parameters }) => ({ parameters, records: recordsOf(company, 'person') })),
        ),
      ]
      for (const { parameters, records } of held) {
        for (const record of records) {
          const said = explainParameters(parameters, { record, population, ctx })
          const holds = holdsFor(record, population, ctx)
          const out = said.some(
            ({ mode, state }) => mode !== 'score' && (state === 'held') !== (mode === 'filter'),
          )
          expect(outOf(parameters, holds, ctx) !== null).toBe(out)
          const points = said.reduce((sum, one) => sum + one.points, 0)
          expect(out ? null : scoreOf(Math.round(100 * points), totalWeight(parameters))).toBe(
            scoreUnder(parameters, holds),
          )
        }
      }
    }),
    { numRuns: 100 },
  )
})

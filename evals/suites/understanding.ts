import { caseSchema } from '../case.ts'
import { plantedFor } from '../company/plant.ts'
import { score } from '../scorers/score.ts'
import { missed } from '../scorers/verdict.ts'
import { defineSuite } from './define.ts'

export const understanding = defineSuite({
  name: 'understanding',
  tells: 'the people a request leads to are the people it means, one by one',
  company: 'plain',
  schema: caseSchema,
  folder: '.',
  text: ({ text }) => text,
  plants: (each) => plantedFor([each]),
  async run({ text, context = [], expected }, { converse, find }) {
    const turns = await converse({ texts: [...context.map(({ user }) => user), text] })
    const last = turns.at(-1)
    return {
      score: last === undefined ? missed('nothing was said') : score(expected, last.outcome, find),
      turns,
    }
  },
})

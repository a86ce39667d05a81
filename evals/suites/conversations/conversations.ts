import { isDeepStrictEqual } from 'node:util'
import type { FindIds } from '../../scorers/people.ts'
import type { Human } from '../../run/human.ts'
import type { Turn } from '../../run/turn.ts'
import { score } from '../../scorers/score.ts'
import { missed, right, type Score, worst, wrong } from '../../scorers/verdict.ts'
import { defineSuite } from '../define.ts'
import { saysAll } from '../texts.ts'
import { type ConversationCase, conversationCaseSchema, type ScriptedTurn } from './conversation-case.ts'

export const conversations = defineSuite({
  name: 'conversations',
  tells:
    'every turn of a conversation leads where it should, with a human who confirms and rejects between them',
  company: 'lived_in',
  schema: conversationCaseSchema,
  folder: 'conversations',
  text: ({ turns }) => turns.map(({ say }) => say).join(' → '),
  async run({ turns: script, segments }, { converse, converseAlone, find }) {
    const texts = script.map(({ say }) => say)
    const decides = segments !== undefined || script.some(({ human }) => human !== undefined)
    if (!decides) {
      const turns = await converse({ texts })
      return { score: scoreTurns(script, turns, find), turns }
    }
    const scores: Score[] = []
    const turns = await converseAlone({
      texts,
      async afterTurn(turn, index, human) {
        const decision = script[index]?.human
        if (decision !== undefined) scores.push(await decide(turn, decision, human))
        if (index < script.length - 1) return
        const state = scoreSegments(segments, await human.segments(), find)
        // Where a change was never drafted, that it was not made misleads nobody.
        const drafted = scores.every(({ verdict }) => verdict === 'right')
        scores.push(drafted || state.verdict === 'right' ? state : missed(state.why))
      },
    })
    return { score: worst([scoreTurns(script, turns, find), ...scores]), turns }
  },
})

/** Each turn by what it should lead to; the worst of them counts. */
export const scoreTurns = (script: readonly ScriptedTurn[], turns: readonly Turn[], find: FindIds): Score =>
  worst(
    script.map(({ say, expected, says = [] }, index) => {
      const outcome = turns[index]?.outcome
      if (outcome === undefined) return missed(`“${say}” was never answered`)
      const led = expected === undefined ? right() : score(expected, outcome, find)
      const unsaid = saysAll(outcome.text, says)
      const whole = worst([led, unsaid === undefined ? right() : missed(unsaid)])
      return whole.why === '' ? whole : { ...whole, why: `turn ${index + 1}, “${say}”: ${whole.why}` }
    }),
  )

async function decide({ said, outcome }: Turn, decision: 'confirm' | 'reject', human: Human): Promise<Score> {
  const proposal = outcome.proposals.at(-1)
  if (proposal === undefined) return missed(`“${said}” drafted nothing to ${decision}`)
  await human[decision](proposal)
  return right()
}

function scoreSegments(
  due: ConversationCase['segments'] = {},
  there: ReadonlyMap<string, readonly number[]>,
  find: FindIds,
): Score {
  return worst(
    Object.entries(due).map(([name, sql]) => {
      const members = there.get(name)
      if (sql === null) return members === undefined ? right() : wrong(`the segment ${name} is still there`)
      if (members === undefined) return missed(`there is no segment ${name} in the end`)
      const same = isDeepStrictEqual(members, find(sql))
      return same ? right() : wrong(`the segment ${name} holds other people in the end (${members.length})`)
    }),
  )
}

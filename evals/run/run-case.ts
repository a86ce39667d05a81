import type { PreparedCompany } from '../company/open.ts'
import type { App } from '#app'
import { MusterError } from '#kernel/errors.ts'
import { brokenLaws } from '../laws/laws.ts'
import type { PersonalData } from '../laws/personal.ts'
import type { FindIds } from '../scorers/people.ts'
import { failed, missed, type Score, worst, wrong } from '../scorers/verdict.ts'
import type { EvalCase, Stage } from '../suites/define.ts'
import { holdConversation } from './converse.ts'
import type { DataWatch } from './data-state.ts'
import { humanOf } from './human.ts'
import { recordOf, type Result } from './result.ts'
import type { Turn } from './turn.ts'

/** What the cases of a company and a model share. */
export interface Setting {
  readonly app: App
  readonly company: PreparedCompany
  readonly model: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly data: DataWatch
  readonly people: PersonalData
  readonly find: FindIds
  readonly signal: AbortSignal
  readonly timeout: number | undefined
}

/**
 * Runs a case and judges it, by its suite and by the laws that hold for all. What goes wrong outside of the model
 * is a failed case. Throws only when the run was stopped.
 */
export async function runCase(each: EvalCase, setting: Setting): Promise<Result> {
  const { app, data, people, find, signal, timeout } = setting
  // What was said before something broke is kept: it shows what broke.
  const turns: Turn[] = []
  let humanDecides = false
  const stage: Stage = {
    find,
    segmentId: (name) => app.services.segments.find(name)?.id,
    async converse(talk) {
      const said = await holdConversation(app, { ...talk, signal, timeout })
      turns.push(...said)
      return said
    },
    async converseAlone({ afterTurn, ...talk }) {
      humanDecides = true
      const own = await setting.company.open(setting)
      try {
        const human = await humanOf(own.app)
        const said = await holdConversation(own.app, {
          ...talk,
          signal,
          timeout,
          afterTurn: (turn, index) => afterTurn(turn, index, human),
        })
        turns.push(...said)
        return said
      } finally {
        await own.close()
      }
    },
  }
  const score = await judged(each, stage, signal)
  const changed = data.changed() ? [wrong('data was changed, which only a human may')] : []
  const { suite, id, family, held, text } = each
  return {
    suite,
    id,
    family,
    held,
    text,
    score: worst([score, ...brokenLaws(turns, { people, humanDecides }), ...changed]),
    turns: turns.map(recordOf),
  }
}

async function judged(each: EvalCase, stage: Stage, signal: AbortSignal): Promise<Score> {
  try {
    return (await each.run(stage)).score
  } catch (error) {
    if (signal.aborted) throw error
    // The product refused the request by itself: too long a text, for example.
    if (error instanceof MusterError) return missed(`failed: ${error.message}`)
    return failed(`a bug: ${error instanceof Error ? error.message : String(error)}`)
  }
}

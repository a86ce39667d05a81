import type { Expected } from '../case.ts'
import type { Outcome } from '../outcome.ts'
import { asksOrRefuses, MET_BY, showsPeople } from './intents.ts'
import { type FindIds, scoreDefault, scorePeople } from './people.ts'
import { problemScore } from './problem.ts'
import { missed, right, type Score, wrong } from './verdict.ts'

/** What an outcome is worth, by the rules of evals/README.md. */
export function score(expected: Expected, outcome: Outcome, find: FindIds): Score {
  const problem = problemScore(outcome)
  if (problem !== undefined) return problem
  const met = [expected.intent, ...(expected.accept_intents ?? [])].some((intent) =>
    MET_BY[intent].includes(outcome.kind),
  )
  const people = outcome.kind === 'preview' || outcome.kind === 'proposal'
  if (met) {
    const compared = people && (showsPeople(expected.intent) || hasOracle(expected))
    return compared ? scorePeople(expected, outcome, find) : right()
  }
  const line = `${outcome.kind} where ${due(expected)} was due: ${gist(outcome)}`
  if (people) return mayDefault(expected) ? scoreDefault(expected, outcome, find) : wrong(line)
  return outcome.kind === 'answer' && asksOrRefuses(expected.intent) ? wrong(line) : missed(line)
}

const hasOracle = ({ sql, oracle_hash }: Expected): boolean => Boolean(sql ?? oracle_hash)

const mayDefault = ({ intent, default_allowed }: Expected): boolean =>
  intent === 'clarify' && Boolean(default_allowed)

const due = ({ intent }: Expected): string => `${intent} (${MET_BY[intent].join(' or ')})`

function gist({ words, question, text }: Outcome): string {
  const line = (words ?? question ?? text).replaceAll(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}

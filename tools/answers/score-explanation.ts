import { ENTITY_WORDS } from '#domain/entities/entity.ts'
import type {
  ExplainedParameter,
  ExplainedProfile,
  RankedProfile,
  ScoreExplanation,
} from '#domain/profiles/scoring/shown-explained.ts'
import { fence } from '#kernel/untrusted.ts'

/** Why a record scores what it scores, for a model: the verdict, then each parameter, then the other profiles. */
export function scoreLines(explanation: ScoreExplanation): readonly string[] {
  const { entity, one, icp, explained, ranking, behind } = explanation
  const [first = '', ...rest] = ENTITY_WORDS[entity].one
  return [
    `${first.toUpperCase()}${rest.join('')} ${whoIs(one)}: ${verdict(explanation)}.`,
    ...explained.flatMap(profileLines),
    ...(ranking.length < 2 && icp !== null ? [] : ranking.map((one) => `Live: ${rankedWords(one)}`)),
    ...(behind ? ['Lists still show an older score; it is made anew soon.'] : []),
  ]
}

function verdict({ entity, worksNowhere, icp, persona, ranking }: ScoreExplanation): string {
  if (worksNowhere) return 'nobody knows where they work, so that no ICP fits'
  if (icp === null) return ranking.length === 0 ? 'there is no live ICP' : 'no live ICP fits'
  const best = scored('ICP', icp)
  if (entity === 'company') return best
  return `${best}; ${persona === null ? 'none of its live personas fits' : scored('persona', persona)}`
}

const whoIs = ({ id, name, email }: ScoreExplanation['one']): string => {
  const shown = [name, email].filter((text) => text !== '').map((text) => fence(text))
  return shown.length === 0 ? fence(id) : `${fence(id)} (${shown.join(', ')})`
}

const scored = (what: string, { name, score }: { name: string; score: number }): string =>
  `${what} ${fence(name)}, ${score} of 100`

const profileLines = ({ name, one, score, parameters }: ExplainedProfile): readonly string[] => [
  `${fence(name)}, held against ${whoIs(one)}: ${score === null ? 'does not fit' : `${score} of 100`}`,
  ...parameters.flatMap(parameterLines),
]

const STATES = { held: 'held', not_held: 'not held', unknown: 'unknown' } as const

function parameterLines(parameter: ExplainedParameter): readonly string[] {
  const { words, state, actual, grade, lines } = parameter
  const part = grade === null ? '' : `; ${grade.credit}% for ${quoted(grade.words)}`
  return [
    `- ${countsAs(parameter)} ${quoted(words)}: ${STATES[state]}${part}${inFact(actual)}`,
    ...lines
      .filter(({ depth }) => depth > 0)
      .map(
        (line) =>
          `${'  '.repeat(line.depth)}- ${line.holds ? 'yes' : 'no'}: ${quoted(line.words)}${inFact(line.actual)}`,
      ),
  ]
}

const countsAs = ({ mode, points, of }: ExplainedParameter): string => {
  switch (mode) {
    case 'filter':
      return 'must:'
    case 'exclude':
      return 'never:'
    case 'score':
      return `${points.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} points:`
  }
}

const rankedWords = ({ name, score, out }: RankedProfile): string =>
  `${fence(name)} ${
    out === null
      ? `${score ?? 0} of 100`
      : `does not fit: ${out.mode === 'filter' ? 'not' : 'excluded by'} ${quoted(out.words)}`
  }`

const inFact = (actual: string | null): string => (actual === null ? '' : `; in fact: ${quoted(actual)}`)

const quoted = (words: string): string => fence(words, 300)

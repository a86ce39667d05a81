import type { RecordView } from '#http/api.ts'
import { number } from '../api/format.ts'
import { WhyTree } from '../cards/why-tree.tsx'
import { KINDS, profilePath, STATUSES } from './words.ts'

type Profile = RecordView['explanation']['explained'][number]
type Parameter = Profile['parameters'][number]

const MODES = { filter: 'Must', exclude: 'Must not', score: 'Scores' } as const satisfies Record<
  Parameter['mode'],
  string
>

const STATES = {
  held: { mark: '✓', words: 'Holds' },
  not_held: { mark: '✗', words: 'Does not hold' },
  unknown: { mark: '?', words: 'Unknown' },
} as const satisfies Record<Parameter['state'], unknown>

interface Props {
  readonly profile: Profile
  /** Whom it was held against, where that is not the record itself: the company of a person. */
  readonly of: string | null
}

/** A score parameter by parameter: what holds, what there is instead, and the points that it gives. */
export function ExplainedScore({ profile, of }: Props) {
  const { id, name, kind, status, score, parameters } = profile
  const weights = parameters.reduce((sum, parameter) => sum + parameter.of, 0)
  const points = parameters.reduce((sum, parameter) => sum + parameter.points, 0)
  return (
    <section class="card explained" aria-label={`${KINDS[kind]} ${name}`}>
      <header>
        <h2>
          <a href={profilePath(id)} dir="auto">
            {name}
          </a>{' '}
          <span class="kind">{KINDS[kind]}</span>
          {status === 'live' ? null : (
            <>
              {' '}
              <span class={`state ${status}`}>{STATUSES[status]}</span>
            </>
          )}
        </h2>
        <span class="count">{score === null ? 'No fit' : score}</span>
      </header>
      <p class="muted">
        {of === null ? null : (
          <>
            Of the company <span dir="auto">{of}</span>.{' '}
          </>
        )}
        {score === null
          ? 'One of its “must” does not hold, or one of its “must not” does: it is not scored.'
          : weights === 0
            ? 'Nothing is weighed: whoever fits scores 100.'
            : `${number(points)} of ${number(weights)} points: ${score} of 100.`}
        {status === 'live' ? '' : ' It is not live, so this score counts nowhere.'}
      </p>
      <ul class="explained-parameters">
        {parameters.map((parameter, at) => (
          <Line key={at} parameter={parameter} />
        ))}
      </ul>
    </section>
  )
}

function Line({ parameter }: { parameter: Parameter }) {
  const { mode, words, state, actual, lines, points, of, grade } = parameter
  return (
    <li class={effectOf(parameter)}>
      <span class="why-mark" aria-hidden="true">
        {STATES[state].mark}
      </span>
      <div>
        <span class="step-kind">{MODES[mode]}</span> <span>{words}</span>
        <div class="why-actual">
          {STATES[state].words}
          {actual === null ? '' : `: in fact ${actual}`}
          {mode === 'exclude' && state === 'held' ? ', which keeps it out' : ''}
          {mode === 'filter' && state !== 'held' ? ', which keeps it out' : ''}
        </div>
        {grade === null ? null : (
          <div class="muted">
            {grade.credit}% of the weight, as they {grade.words}
          </div>
        )}
        {lines.length === 0 ? null : (
          <details>
            <summary>Its parts</summary>
            <WhyTree lines={lines} />
          </details>
        )}
      </div>
      <span class="figure">{mode === 'score' ? `${number(points)} of ${number(of)}` : ''}</span>
    </li>
  )
}

/** Whether it speaks for the record, whichever way it is asked. */
function effectOf({ mode, state, points }: Parameter): 'holds' | 'fails' | 'neutral' {
  if (mode === 'score') return points > 0 ? 'holds' : 'neutral'
  return (state === 'held') === (mode === 'filter') ? 'holds' : 'fails'
}

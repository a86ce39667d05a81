import type { ParameterView } from '#http/api.ts'
import { number, share } from '../api/format.ts'

const MODES = [
  { mode: 'filter', title: 'Must', note: 'else it is no fit' },
  { mode: 'exclude', title: 'Must not', note: 'else it is out' },
  { mode: 'score', title: 'Scores', note: 'adds its weight where it holds' },
] as const satisfies readonly {
  readonly mode: ParameterView['mode']
  readonly title: string
  readonly note: string
}[]

/** The parameters of a profile in words, by what they do. */
export function ParameterList({ parameters }: { parameters: readonly ParameterView[] }) {
  const total = parameters.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
  return (
    <>
      {MODES.map(({ mode, title, note }) => {
        const own = parameters.filter((parameter) => parameter.mode === mode)
        if (own.length === 0) return null
        return (
          <div key={mode} class="parameters">
            <h3>
              {title} <span class="muted">{note}</span>
            </h3>
            <ul>
              {own.map((parameter, at) => (
                <li key={at}>
                  <span>{parameter.words ?? GONE}</span>
                  {parameter.weight === null ? null : (
                    <span class="figure" title={`${share(parameter.weight, total)} of all weights`}>
                      weight {number(parameter.weight)}
                    </span>
                  )}
                  {parameter.grades.map((grade) => (
                    <div key={grade.credit} class="muted">
                      {grade.credit}% of it where they {grade.words ?? GONE}
                    </div>
                  ))}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {total === 0 ? <p class="muted">Nothing is weighed: whoever fits scores 100.</p> : null}
    </>
  )
}

const GONE = 'something that is not there any more'

import { concerns, idOf, useEditing } from './editing.ts'
import type { Path, Plain } from './tree.ts'

interface Props {
  readonly path: Path
  /** Keys that have notes of their own. */
  readonly shown?: readonly string[]
  /** What stands there: something empty is only to be filled in. */
  readonly value?: Plain | undefined
  /** Takes one of the values that were meant. */
  onChoose?(choice: string): void
}

/** What is wrong, beside the very part that is. */
export function ProblemNote({ path, shown, value, onChoose }: Props) {
  const { problem } = useEditing()
  if (problem === undefined || !concerns(problem, path, shown)) return null
  const empty = value === '' || (Array.isArray(value) && value.length === 0)
  return (
    <div class="editor-problem" id={`${idOf(path)}-problem`} role="alert">
      {empty ? 'Fill this in.' : problem.message}
      {problem.choices.length === 0 || onChoose === undefined ? null : (
        <span class="editor-choices">
          {problem.choices.slice(0, 8).map((choice) => (
            <button key={choice} type="button" onClick={() => onChoose(choice)}>
              {choice}
            </button>
          ))}
        </span>
      )}
    </div>
  )
}

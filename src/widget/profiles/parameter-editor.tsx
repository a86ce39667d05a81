import type { ParameterView } from '#http/api.ts'
import { members } from '../api/format.ts'
import { idOf, useEditing } from '../editor/editing.ts'
import { GroupEditor } from '../editor/group-editor.tsx'
import { ProblemNote } from '../editor/problem-note.tsx'
import { asText, type Branch, isBranch, isList, type Path } from '../editor/tree.ts'
import { inMode } from './parameters.ts'

type Entity = 'customer' | 'company' | 'person'

const MODES = [
  ['filter', 'Must hold'],
  ['exclude', 'Must not hold'],
  ['score', 'Scores'],
] as const satisfies readonly (readonly [ParameterView['mode'], string])[]

interface Props {
  readonly parameter: Branch
  readonly at: number
  readonly entity: Entity
  /** For how many its criteria hold by themselves, where that is known. */
  readonly records: number | undefined
}

/** One parameter: what it does, how much it counts, and its criteria. */
export function ParameterEditor({ parameter, at, entity, records }: Props) {
  const { change } = useEditing()
  const path: Path = ['parameters', at]
  const title = `Parameter ${at + 1}`
  const mode = asText(parameter['mode'])
  const criteria = parameter['criteria']
  const grades = isList(parameter['grades']) ? parameter['grades'].filter(isBranch) : []
  return (
    <section class={`card parameter ${mode}`} aria-label={title} id={idOf(path)}>
      <header>
        <span class="editor-add">
          <select
            aria-label={`What ${title.toLowerCase()} does`}
            value={mode}
            onChange={(event) => change(path, inMode(parameter, event.currentTarget.value))}
          >
            {MODES.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          {mode === 'score' ? (
            <label class="editor-add">
              weight
              <NumberInput path={[...path, 'weight']} value={parameter['weight']} min={1} max={1000} />
            </label>
          ) : null}
          <span class="muted">{records === undefined ? '' : `holds for ${members(records, entity)}`}</span>
        </span>
        <button
          type="button"
          class="quiet"
          aria-label={`Remove ${title.toLowerCase()}`}
          onClick={() => change(path, undefined)}
        >
          ×
        </button>
      </header>
      <GroupEditor
        node={isBranch(criteria) ? criteria : { all: [] }}
        path={[...path, 'criteria']}
        entity={entity}
      />
      {mode === 'score' ? (
        <>
          {grades.map((grade, nth) => (
            <Grade key={nth} grade={grade} path={[...path, 'grades', nth]} nth={nth} entity={entity} />
          ))}
          <button
            type="button"
            onClick={() => change([...path, 'grades'], [...grades, { credit: 50, criteria: { all: [] } }])}
          >
            + Partial credit
          </button>
        </>
      ) : null}
      <ProblemNote path={path} shown={['criteria', 'weight', 'grades']} />
    </section>
  )
}

interface GradeProps {
  readonly grade: Branch
  readonly path: Path
  readonly nth: number
  readonly entity: Entity
}

/** Part of the weight, for whoever just misses the criteria. */
function Grade({ grade, path, nth, entity }: GradeProps) {
  const { change } = useEditing()
  const criteria = grade['criteria']
  return (
    <div class="grade">
      <span class="editor-add">
        <label class="editor-add">
          else
          <NumberInput path={[...path, 'credit']} value={grade['credit']} min={1} max={99} />% of it, where
        </label>
        <button
          type="button"
          class="quiet"
          aria-label={`Remove partial credit ${nth + 1}`}
          onClick={() => change(path, undefined)}
        >
          ×
        </button>
      </span>
      <GroupEditor
        node={isBranch(criteria) ? criteria : { all: [] }}
        path={[...path, 'criteria']}
        entity={entity}
      />
    </div>
  )
}

interface NumberProps {
  readonly path: Path
  readonly value: Branch[string] | undefined
  readonly min: number
  readonly max: number
}

function NumberInput({ path, value, min, max }: NumberProps) {
  const { change } = useEditing()
  return (
    <>
      <input
        id={idOf(path)}
        type="number"
        min={min}
        max={max}
        value={asText(value)}
        onInput={(event) => {
          const typed = event.currentTarget.value
          // What is no number yet stays text, which the server names as what is wrong.
          change(path, typed === '' || Number.isNaN(Number(typed)) ? typed : Number(typed))
        }}
      />
      <ProblemNote path={path} />
    </>
  )
}

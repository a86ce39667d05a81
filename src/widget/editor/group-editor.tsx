import type { ShownForm } from '#http/api.ts'
import { idOf, useEditing } from './editing.ts'
import { Fields } from './fields.tsx'
import { ProblemNote } from './problem-note.tsx'
import { startOfCondition } from './starts.ts'
import { asText, type Branch, type Group, groupIn, GROUPS, isBranch, type Path, type Plain } from './tree.ts'

const NAMES: Readonly<Record<Group, string>> = {
  all: 'All of these hold',
  any: 'At least one of these holds',
  none: 'None of these holds',
}

interface Props {
  readonly node: Branch
  readonly path: Path
  readonly entity: ShownForm['entity']
  onRemove?(): void
}

/** A group and what stands in it: conditions, and groups of their own. */
export function GroupEditor({ node, path, entity, onRemove }: Props) {
  const { forms, change } = useEditing()
  const { group, branches } = groupIn(node) ?? { group: 'all' as const, branches: [] }
  const put = (kind: Group, inside: readonly Plain[]) => change(path, { [kind]: inside })
  const add = (branch: Plain) => put(group, [...branches, branch])
  const adding = `${idOf(path)}-add`
  return (
    <fieldset class={`editor-group ${group}`} id={idOf(path)}>
      <legend>
        <select
          aria-label="How these are joined"
          value={group}
          onChange={(event) => {
            const kind = GROUPS.find((each) => each === event.currentTarget.value)
            if (kind !== undefined) put(kind, branches)
          }}
        >
          {GROUPS.map((kind) => (
            <option key={kind} value={kind}>
              {NAMES[kind]}
            </option>
          ))}
        </select>
        {onRemove === undefined ? null : (
          <button type="button" class="quiet" onClick={onRemove}>
            Remove group
          </button>
        )}
      </legend>
      {branches.map((branch, i) => {
        const at = [...path, group, i]
        const remove = () => {
          change(at, undefined)
          // What was pressed is gone with what it removed.
          document.getElementById(adding)?.focus()
        }
        if (!isBranch(branch)) return null
        return groupIn(branch) === undefined ? (
          <ConditionEditor key={idOf(at)} condition={branch} path={at} onRemove={remove} />
        ) : (
          <GroupEditor key={idOf(at)} node={branch} path={at} entity={entity} onRemove={remove} />
        )
      })}
      {branches.length === 0 ? <p class="muted">Nothing here yet: add a condition.</p> : null}
      <div class="editor-add">
        <select
          id={adding}
          aria-label="Add a condition"
          value=""
          onChange={(event) => {
            const form = forms.conditions.find(({ type }) => type === event.currentTarget.value)
            if (form !== undefined) add(startOfCondition(form.start))
          }}
        >
          <option value="">+ Condition</option>
          {forms.conditions
            .filter((form) => form.entity === entity)
            .map(({ type, title }) => (
              <option key={type} value={type}>
                {title}
              </option>
            ))}
        </select>
        <button type="button" onClick={() => add({ any: [] })}>
          + Group
        </button>
      </div>
      <ProblemNote path={path} shown={branches.length === 0 ? [] : [group]} />
    </fieldset>
  )
}

function ConditionEditor({ condition, path, onRemove }: { condition: Branch; path: Path; onRemove(): void }) {
  const { forms } = useEditing()
  const form = forms.conditions.find(({ type }) => type === condition['type'])
  return (
    <fieldset class="editor-condition" id={idOf(path)}>
      <legend>
        {form?.title ?? asText(condition['type'])}
        <button type="button" class="quiet" aria-label={`Remove “${form?.title}”`} onClick={onRemove}>
          ×
        </button>
      </legend>
      <Fields fields={form?.fields ?? []} value={condition} path={path} />
    </fieldset>
  )
}

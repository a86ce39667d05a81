import type { FormField, FormInput } from '#http/api.ts'
import { concerns, idOf, useEditing } from './editing.ts'
import { type Leaf, LeafInput } from './leaf-input.tsx'
import { ProblemNote } from './problem-note.tsx'
import { comparable, comparedBy, startOf, startOfAll } from './starts.ts'
import { asText, type Branch, isBranch, isList, type Path, type Plain, rooted } from './tree.ts'

interface FieldsProps {
  readonly fields: readonly FormField[]
  readonly value: Branch
  readonly path: Path
  /** Keys of the same object that stand elsewhere on the page. */
  readonly beside?: readonly string[]
}

/** The keys of a condition, or of a part of one: those that are needed or set, and a menu of the others. */
export function Fields({ fields, value, path, beside = [] }: FieldsProps) {
  const { forms, change } = useEditing()
  const isShown = ({ key, required, input }: FormField) =>
    input.kind === 'value' ? comparedBy(value['op'], false) !== 'nothing' : required || key in value
  const shown = fields.filter(isShown)
  const more = fields.filter(
    ({ key, input }) =>
      !(key in value) &&
      !shown.some((field) => field.key === key) &&
      input.kind !== 'amount' &&
      input.kind !== 'value',
  )

  const set = (field: FormField, next: Plain | undefined) => {
    const changed: Record<string, Plain> = { ...value }
    if (next === undefined) delete changed[field.key]
    else changed[field.key] = next
    // An operator and what it compares with come and go together.
    const compared =
      field.key === 'op'
        ? fields.find(({ input }) => input.kind === 'amount' || input.kind === 'value')
        : undefined
    if (compared !== undefined) {
      const as = next === undefined ? 'nothing' : comparedBy(next, compared.input.kind === 'amount')
      const fitting = comparable(value[compared.key], as)
      if (fitting === undefined) delete changed[compared.key]
      else changed[compared.key] = fitting
    }
    change(path, changed)
  }

  return (
    <>
      <div class="editor-fields">
        {shown.map((field) => (
          <Field
            key={field.key}
            field={field}
            value={value[field.key]}
            op={value['op']}
            path={[...path, field.key]}
            onSet={(next) => set(field, next)}
          />
        ))}
        {more.length === 0 ? null : (
          <select
            class="editor-more"
            aria-label="Add a detail"
            value=""
            onChange={(event) => {
              const field = more.find(({ key }) => key === event.currentTarget.value)
              if (field !== undefined) set(field, startOf(field.key, field.input, forms))
            }}
          >
            <option value="">+ Detail</option>
            {more.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        )}
      </div>
      <ProblemNote path={path} shown={[...beside, ...shown.map(({ key }) => key)]} />
    </>
  )
}

interface FieldProps {
  readonly field: FormField
  readonly value: Plain | undefined
  readonly op: Plain | undefined
  readonly path: Path
  onSet(value: Plain | undefined): void
}

function Field({ field, value, op, path, onSet }: FieldProps) {
  const { problem, forms } = useEditing()
  const { label, required, input } = field
  const remove = required ? null : (
    <button type="button" class="quiet" aria-label={`Remove “${label}”`} onClick={() => onSet(undefined)}>
      ×
    </button>
  )
  if (!isParted(input)) {
    const leaf = leafOf(input, op)
    return (
      <div class="editor-field">
        <span class="editor-label">
          <label for={idOf(path)}>{label}</label>
          {input.kind === 'amount' || input.kind === 'value' ? null : remove}
        </span>
        {field.key === 'op' && leaf.kind === 'choice' ? (
          <OpSelect id={idOf(path)} options={leaf.options} value={value} onSet={onSet} />
        ) : (
          <LeafInput input={leaf} value={value} path={path} label={label} invalid={concerns(problem, path)} />
        )}
        <ProblemNote
          path={path}
          value={value}
          onChoose={(choice) => onSet(isList(value) ? [...value.slice(0, -1), choice] : choice)}
        />
      </div>
    )
  }
  const resolved = input.kind === 'shared' ? (forms.shared[input.name] ?? input) : input
  return (
    <fieldset class="editor-part">
      <legend>
        {label}
        {remove}
      </legend>
      <Part input={resolved} value={value} path={path} name={field.key} />
    </fieldset>
  )
}

function OpSelect({
  id,
  options,
  value,
  onSet,
}: {
  id: string
  options: readonly { value: string; label: string }[]
  value: Plain | undefined
  onSet(value: string): void
}) {
  return (
    <select id={id} value={asText(value)} onChange={(event) => onSet(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** Inputs that have inputs in them. */
type Parted = Extract<FormInput, { kind: 'fields' | 'list' | 'either' | 'criteria' | 'shared' }>
const PARTED: ReadonlySet<FormInput['kind']> = new Set<Parted['kind']>([
  'fields',
  'list',
  'either',
  'criteria',
  'shared',
])
const isParted = (input: FormInput): input is Parted => PARTED.has(input.kind)

/** What takes a value by itself; what an operator compares with is one of them. */
function leafOf(input: Exclude<FormInput, Parted>, op: Plain | undefined): Leaf {
  if (input.kind !== 'amount' && input.kind !== 'value') return input
  const compared = comparedBy(op, input.kind === 'amount')
  if (compared === 'numbers') return { kind: 'range' }
  return { kind: compared === 'nothing' ? 'text' : compared }
}

interface PartProps {
  readonly input: FormInput
  readonly value: Plain | undefined
  readonly path: Path
  readonly name: string
}

/** A part that has parts. */
function Part({ input, value, path, name }: PartProps) {
  const { forms, change, drawGroup } = useEditing()
  if (!isParted(input)) return <LeafPart input={input} value={value} path={path} name={name} />
  switch (input.kind) {
    case 'fields':
      return <Fields fields={input.fields} value={isBranch(value) ? value : {}} path={path} />
    case 'criteria':
      return <>{drawGroup(rooted(value ?? {}), path, input.entity)}</>
    case 'either': {
      const held = isBranch(value) ? value : {}
      const form = input.forms.find((each) => each.value === held[input.tag])
      return (
        <>
          <select
            aria-label="Kind"
            value={asText(held[input.tag])}
            onChange={(event) => {
              const next = input.forms.find((each) => each.value === event.currentTarget.value)
              if (next === undefined) return
              const kept = next.fields.flatMap(({ key }) => {
                const before = held[key]
                return before === undefined ? [] : [[key, before] as const]
              })
              change(path, {
                [input.tag]: next.value,
                ...startOfAll(next.fields, forms),
                ...Object.fromEntries(kept),
              })
            }}
          >
            {input.forms.map((each) => (
              <option key={each.value} value={each.value}>
                {each.label}
              </option>
            ))}
          </select>
          <Fields fields={form?.fields ?? []} value={held} path={path} beside={[input.tag]} />
        </>
      )
    }
    case 'list': {
      const items = isList(value) ? value : []
      const of = input.of.kind === 'shared' ? (forms.shared[input.of.name] ?? input.of) : input.of
      return (
        <>
          {items.map((item, i) => (
            <div key={`${path.join('.')} ${i}`} class="editor-item">
              <Part input={of} value={item} path={[...path, i]} name={name} />
              <button type="button" class="quiet" onClick={() => change([...path, i], undefined)}>
                Remove
              </button>
            </div>
          ))}
          <button type="button" onClick={() => change(path, [...items, startOf(name, of, forms)])}>
            + Another
          </button>
          <ProblemNote path={path} shown={items.map((_, i) => String(i))} />
        </>
      )
    }
    case 'shared':
      throw new Error(`The form refers to ${input.name}, which was not sent with it`)
  }
}

/** One of a list of plain values. */
function LeafPart({ input, value, path, name }: PartProps & { readonly input: Exclude<FormInput, Parted> }) {
  const { problem } = useEditing()
  return (
    <>
      <LeafInput
        input={leafOf(input, undefined)}
        value={value}
        path={path}
        label={name}
        invalid={concerns(problem, path)}
      />
      <ProblemNote path={path} value={value} />
    </>
  )
}

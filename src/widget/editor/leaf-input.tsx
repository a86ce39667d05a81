import type { FormInput } from '#http/api.ts'
import { idOf, useEditing } from './editing.ts'
import { asText, isList, type Path, type Plain } from './tree.ts'

/** Inputs that hold a value themselves. */
export type Leaf =
  | Extract<
      FormInput,
      {
        kind:
          | 'choice'
          | 'choices'
          | 'flag'
          | 'tick'
          | 'text'
          | 'date'
          | 'number'
          | 'number_or_word'
          | 'texts'
          | 'numbers'
      }
    >
  | { readonly kind: 'range' }

interface Props {
  readonly input: Leaf
  readonly value: Plain | undefined
  readonly path: Path
  readonly label: string
  readonly invalid: boolean
}

export function LeafInput({ input, value, path, label, invalid }: Props) {
  const { change } = useEditing()
  const id = idOf(path)
  const described = {
    id,
    'aria-invalid': invalid,
    ...(invalid ? { 'aria-describedby': `${id}-problem` } : {}),
  }
  switch (input.kind) {
    case 'choice':
      return (
        <select
          {...described}
          value={asText(value)}
          onChange={(event) => change(path, event.currentTarget.value)}
        >
          {input.options.some((option) => option.value === value) ? null : (
            <option value={asText(value)}>{asText(value) || 'Choose …'}</option>
          )}
          {input.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )
    case 'choices': {
      const chosen = isList(value) ? value : []
      return (
        <div class="editor-ticks" id={id} role="group" aria-label={label}>
          {input.options.map((option) => (
            <label key={option.value}>
              <input
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={(event) =>
                  change(
                    path,
                    event.currentTarget.checked
                      ? [...chosen, option.value]
                      : chosen.filter((each) => each !== option.value),
                  )
                }
              />{' '}
              {option.label}
            </label>
          ))}
        </div>
      )
    }
    case 'flag':
      return (
        <select
          {...described}
          value={value === false ? 'false' : 'true'}
          onChange={(event) => change(path, event.currentTarget.value === 'true')}
        >
          <option value="true">yes</option>
          <option value="false">no</option>
        </select>
      )
    case 'tick':
      return <span id={id}>yes</span>
    case 'number':
      return (
        <input
          {...described}
          type="number"
          step="any"
          value={asText(value)}
          onInput={(event) => change(path, numberOf(event.currentTarget.value))}
        />
      )
    case 'range': {
      const [low, high] = isList(value) ? value : []
      const ends = [
        [low, 'from'],
        [high, 'to'],
      ] as const
      return (
        <span class="editor-range" id={id}>
          {ends.map(([end, name], i) => (
            <input
              key={name}
              type="number"
              step="any"
              aria-label={`${label} ${name}`}
              value={asText(end)}
              onInput={(event) => {
                const typed = numberOf(event.currentTarget.value)
                change(path, i === 0 ? [typed, high ?? typed] : [low ?? typed, typed])
              }}
            />
          ))}
        </span>
      )
    }
    case 'number_or_word':
      return (
        <input
          {...described}
          value={asText(value)}
          placeholder={`A number, or ${input.words.join(' or ')}`}
          onInput={(event) => {
            const typed = event.currentTarget.value
            change(path, /^\d+$/.test(typed) ? Number(typed) : typed)
          }}
        />
      )
    case 'texts':
    case 'numbers': {
      const lines = isList(value) ? value.map(asText) : []
      return (
        <textarea
          {...described}
          rows={Math.min(6, Math.max(1, lines.length))}
          placeholder="One a line"
          value={lines.join('\n')}
          onInput={(event) => {
            const typed = event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n')
            change(path, input.kind === 'texts' ? typed : typed.map(numberOf))
          }}
        />
      )
    }
    case 'date':
      return (
        <input
          {...described}
          type="date"
          value={asText(value)}
          onInput={(event) => change(path, event.currentTarget.value)}
        />
      )
    case 'text':
      return (
        <input
          {...described}
          value={asText(value)}
          onInput={(event) => change(path, event.currentTarget.value)}
        />
      )
  }
}

/** What is no number yet stays text, which the server names as what is wrong. */
const numberOf = (typed: string): string | number =>
  typed.trim() === '' || Number.isNaN(Number(typed)) ? typed : Number(typed)

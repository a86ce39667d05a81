export interface Named {
  readonly name: string
  /** Undefined until somebody chooses one: then it is made of the name. */
  readonly code: string | undefined
  readonly goal: string
}

/** What it is called, and what it is for. */
export function NameFields({ named, onChange }: { named: Named; onChange(named: Named): void }) {
  return (
    <div class="profile-names">
      <label>
        Name
        <input
          required
          maxLength={100}
          value={named.name}
          onInput={(event) => onChange({ ...named, name: event.currentTarget.value })}
        />
      </label>
      <label>
        Code
        <input
          maxLength={32}
          value={named.code ?? ''}
          placeholder="Made of the name"
          onInput={(event) => {
            const typed = event.currentTarget.value.toUpperCase()
            onChange({ ...named, code: typed === '' ? undefined : typed })
          }}
        />
      </label>
      <label class="wide">
        Goal
        <input
          maxLength={500}
          value={named.goal}
          placeholder="What it is for, if you like"
          onInput={(event) => onChange({ ...named, goal: event.currentTarget.value })}
        />
      </label>
    </div>
  )
}

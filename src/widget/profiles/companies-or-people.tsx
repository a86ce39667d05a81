import { useQueryChange } from '../shell/place.ts'

/** Which records of an ICP are listed; it stands in the address. */
export function CompaniesOrPeople({ entity }: { entity: string }) {
  const change = useQueryChange()
  return (
    <div class="actions" role="group" aria-label="What to list">
      {(['company', 'person'] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === entity}
          onClick={() => change({ of: each === 'person' ? each : undefined }, { replace: true })}
        >
          {each === 'company' ? 'Companies' : 'Their people'}
        </button>
      ))}
    </div>
  )
}

import type { ImportPlan } from '#http/api.ts'
import type { Wishes } from './use-import.ts'

/** Whose ids the files have, where they are of a second shop: ids of two sources never mix. */
export function IdSource({
  wishes: { source, ...others },
  asked,
  disabled,
  onWish,
}: {
  wishes: Wishes
  /** Something in the plan can’t go on without it. */
  asked: boolean
  disabled: boolean
  onWish: (wishes: Wishes) => void
}) {
  return (
    <details open={asked || source !== undefined}>
      <summary>From a second shop?</summary>
      <p>
        <label>
          Give its ids a source of their own{' '}
          <input
            value={source ?? ''}
            size={16}
            maxLength={40}
            placeholder="shopify-2"
            disabled={disabled}
            onChange={({ currentTarget: { value } }) =>
              onWish(value.trim() === '' ? others : { ...others, source: value.trim().toLowerCase() })
            }
          />
        </label>{' '}
        <span class="muted">Two shops may both have a customer 1001. Use the same name each time.</span>
      </p>
    </details>
  )
}

/** Both can be said until the first money is imported. */
export function Money({
  plan: { currency, timezone },
  wishes,
  disabled,
  onWish,
}: {
  plan: ImportPlan
  wishes: Wishes
  disabled: boolean
  onWish: (wishes: Wishes) => void
}) {
  const say = (event: { readonly currentTarget: { readonly value: string } }) =>
    onWish({ ...wishes, currency: event.currentTarget.value })
  if (currency.settled) {
    return (
      <p class="muted">
        Amounts are read in {currency.code}, times in {timezone}.
      </p>
    )
  }
  return (
    <p class="money">
      <label>
        Amounts are read in{' '}
        {currency.choices.length === 0 ? (
          <input value={currency.code} size={4} maxLength={3} disabled={disabled} onChange={say} />
        ) : (
          <select value="" disabled={disabled} onChange={say}>
            <option value="" disabled>
              choose …
            </option>
            {currency.choices.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        )}
      </label>{' '}
      <label>
        times in{' '}
        <input
          value={timezone}
          size={20}
          disabled={disabled}
          onChange={(event) => onWish({ ...wishes, timezone: event.currentTarget.value })}
        />
      </label>{' '}
      <span class="muted">The first import with amounts settles both for good.</span>
    </p>
  )
}

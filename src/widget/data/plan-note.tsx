import type { ImportPlan } from '#http/api.ts'

/** What stands in the way of an import, or what people should know before it. */
export function PlanNote({ note: { severity, message, next } }: { note: ImportPlan['problems'][number] }) {
  const said = /[.!?]$/.test(message) ? message : `${message}.`
  return severity === 'error' ? (
    <p class="warning" role="alert">
      <strong>{said}</strong> {next}
    </p>
  ) : (
    <p class={next === '' ? 'muted' : 'warning'} role="note">
      {said} {next}
    </p>
  )
}

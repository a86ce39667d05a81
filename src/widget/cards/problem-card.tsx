import type { Refusal } from '#chat/message.ts'

/** Something went wrong: what, and what to do next. */
export function ProblemCard({ title, next }: { title: string; next: string }) {
  return (
    <div class="card problem" role="alert">
      <strong>{title}</strong>
      <p>{next}</p>
    </div>
  )
}

/** A request that can't be met, with the missing data or abilities by name. */
export function RefusalCard({ refusal }: { refusal: Refusal }) {
  if (refusal.missing.length === 0) return null
  return (
    <div class="card refusal">
      <strong>Not in Muster</strong>
      <ul>
        {refusal.missing.map((missing) => (
          <li key={missing}>{missing}</li>
        ))}
      </ul>
    </div>
  )
}

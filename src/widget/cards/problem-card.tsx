import type { ComponentChildren } from 'preact'
import type { Refusal } from '#chat/message.ts'
import { OwnLink } from '../shell/own-link.tsx'

interface Problem {
  readonly title: string
  readonly next: string
  /** It stands for a whole page. */
  readonly heading?: boolean
  /** Pages to go to instead. */
  readonly choices?: readonly { readonly label: string; readonly href: string }[]
  /** What can be done about it here. */
  readonly children?: ComponentChildren
}

/** Something went wrong: what, and what to do next. */
export function ProblemCard({ title, next, heading = false, choices = [], children }: Problem) {
  return (
    <div class="card problem" role="alert">
      {heading ? <h1>{title}</h1> : <strong>{title}</strong>}
      <p>{next}</p>
      {choices.length === 0 ? null : (
        <ul>
          {choices.map(({ label, href }) => (
            <li key={href}>
              <OwnLink to={href}>{label}</OwnLink>
            </li>
          ))}
        </ul>
      )}
      {children}
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

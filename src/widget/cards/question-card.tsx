import type { Question } from '#chat/message.ts'
import { members } from '../api/format.ts'

interface Props {
  readonly question: Question
  readonly open: boolean
  onSay(text: string): void
}

/** The readings of an ambiguous request, each a button with its count. */
export function QuestionCard({ question, open, onSay }: Props) {
  const most = Math.max(1, ...question.options.map(({ count = 0 }) => count))
  return (
    <fieldset class="card question" disabled={!open}>
      <legend>{question.question}</legend>
      {question.options.map((option) => (
        <button type="button" key={option.label} onClick={() => onSay(option.text)}>
          <span>{option.label}</span>
          {option.count === undefined ? null : (
            <>
              <span class="muted">{members(option.count, option.entity ?? 'customer')}</span>
              <svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 6">
                <rect class="bar-left" width={(100 * option.count) / most} height="6" />
              </svg>
            </>
          )}
        </button>
      ))}
    </fieldset>
  )
}

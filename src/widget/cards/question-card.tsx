import type { Question } from '#chat/message.ts'
import { members } from '../api/format.ts'

interface Props {
  readonly question: Question
  readonly open: boolean
  onSay(text: string): void
}

/** The readings of an ambiguous request, each a button with its count. */
export function QuestionCard({ question, open, onSay }: Props) {
  return (
    <fieldset class="card question" disabled={!open}>
      <legend>{question.question}</legend>
      {question.options.map((option) => (
        <button type="button" key={option.label} onClick={() => onSay(option.text)}>
          <span>{option.label}</span>
          {option.count === undefined ? null : (
            <span class="muted">{members(option.count, option.entity ?? 'customer')}</span>
          )}
        </button>
      ))}
    </fieldset>
  )
}

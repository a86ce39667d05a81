import type { MusterMessage } from '#chat/message.ts'
import { PreviewCard } from '../cards/preview-card.tsx'
import { ProblemCard, RefusalCard } from '../cards/problem-card.tsx'
import { QuestionCard } from '../cards/question-card.tsx'
import { lazy } from '../shell/lazy.tsx'
import { Markdown } from './markdown.tsx'
import { textOf } from './thread-chat.ts'

// What is not the first thing that anybody sees comes with code of its own.
const ComparisonCard = lazy(() => import('../cards/comparison-card.tsx').then((m) => m.ComparisonCard))
const FiguresCard = lazy(() => import('../cards/figures-card.tsx').then((m) => m.FiguresCard))
const ProposalCard = lazy(() => import('../cards/proposal-card.tsx').then((m) => m.ProposalCard))
const WhyCard = lazy(() => import('../cards/why-card.tsx').then((m) => m.WhyCard))

interface Props {
  readonly message: MusterMessage
  /** Only the last question can still be answered by a click. */
  readonly last: boolean
  onSay(text: string): void
}

export function Message({ message, last, onSay }: Props) {
  if (message.role === 'user') {
    return (
      <article class="message from-human" aria-label="You" dir="auto">
        {textOf(message)}
      </article>
    )
  }
  // A proposal shows its preview itself: the same numbers twice would only ask which of them holds.
  const proposed = new Set(
    message.parts.flatMap((part) => (part.type === 'data-proposal' ? [part.data.preview?.id] : [])),
  )
  return (
    <article class="message from-muster" aria-label="Muster">
      {message.parts.map((part, i) => {
        const key = `${message.id}-${i}`
        // The words before a problem are there for clients without cards.
        if (part.type === 'text' && message.parts[i + 1]?.type === 'data-problem') return null
        if (part.type === 'text') return <Markdown key={key} text={part.text} />
        if (part.type === 'data-proposal') return <ProposalCard key={key} shown={part.data} />
        if (part.type === 'data-figures') return <FiguresCard key={key} figures={part.data} />
        if (part.type === 'data-comparison') return <ComparisonCard key={key} comparison={part.data} />
        if (part.type === 'data-why') return <WhyCard key={key} why={part.data} />
        if (part.type === 'data-refusal') return <RefusalCard key={key} refusal={part.data} />
        if (part.type === 'data-question') {
          return <QuestionCard key={key} question={part.data} open={last} onSay={onSay} />
        }
        if (part.type === 'data-problem') {
          return <ProblemCard key={key} title={part.data.message} next={part.data.next} />
        }
        if (part.type === 'data-preview' && !proposed.has(part.data.id)) {
          return <PreviewCard key={key} preview={part.data} onSay={onSay} />
        }
        // Tool calls and reasoning: what people need of them is on the cards.
        return null
      })}
    </article>
  )
}

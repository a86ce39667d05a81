import { useState } from 'preact/hooks'
import type { Preview } from '#http/api.ts'
import { number } from '../api/format.ts'
import { type ReadWords, readWords } from './receipt-pieces.ts'

interface Props {
  readonly spans: Preview['receipt']
  readonly assumptions: Preview['assumptions']
  readonly unasked?: Preview['unasked'] | undefined
}

/** The request itself: each word by how it was read, with how many are left behind each condition. */
export function Receipt({ spans, assumptions, unasked = [] }: Props) {
  const [chosen, setChosen] = useState<number>()
  const words = readWords(spans)
  const unread = words.filter(({ span }) => span.as === 'not accounted for')
  const picked = words.find(({ span }) => span.start === chosen)
  const kinds = new Set(words.map(({ span }) => span.as))
  const assumed = words.some((one) => one.assumptions.length > 0)
  return (
    <section class="receipt" aria-label="How your words were read">
      {words.length === 0 ? null : (
        <>
          <p class="sentence">
            {words.map((one) => (
              <Words
                key={one.span.start}
                words={one}
                pressed={one === picked}
                onPress={() => setChosen(one === picked ? undefined : one.span.start)}
              />
            ))}
          </p>
          <p class="reading" aria-live="polite">
            {picked === undefined ? null : <Meaning words={picked} />}
          </p>
          <ul class="legend" aria-label="What the marks mean">
            {kinds.has('condition') ? (
              <li>
                <span class="span condition">words</span> became a condition
              </li>
            ) : null}
            {assumed ? (
              <li>
                <span class="span assumed">words</span> were assumed to mean something
              </li>
            ) : null}
            {unread.length > 0 ? (
              <li>
                <span class="span not-accounted-for">words</span> led to nothing
              </li>
            ) : null}
            {words.some(({ span }) => span.left !== undefined) ? (
              <li>
                <span class="left">12</span> are left after these words
              </li>
            ) : null}
          </ul>
        </>
      )}
      {assumptions.map((assumption) => (
        <p key={assumption} class="assumption">
          <strong>Assumed:</strong> {assumption}
        </p>
      ))}
      {unread.map(({ span }) => (
        <p key={span.start} class="warning" role="note">
          <strong>Not accounted for:</strong> “{span.text}” led to nothing: say it in another way, or leave it
          out.
        </p>
      ))}
      {unasked.map((condition) => (
        <p key={condition} class="warning" role="note">
          <strong>Not in your words:</strong> {condition}
        </p>
      ))}
    </section>
  )
}

interface WordsProps {
  readonly words: ReadWords
  readonly pressed: boolean
  onPress(): void
}

/** A stretch of the request; what it became is one click or key away. */
function Words({ words: { span, pieces, assumptions }, pressed, onPress }: WordsProps) {
  const marked = pieces.map((piece, i) => (
    <span key={i} class={piece.assumed ? 'assumed' : ''}>
      {piece.text}
    </span>
  ))
  const kind = span.as.replaceAll(' ', '-')
  const joint = span.as === 'condition' && span.parts === undefined && !/\s/.test(span.text)
  if (assumptions.length === 0 && (joint || span.as === 'ignored' || span.as === 'command'))
    return <span class={joint ? 'span' : `span ${kind}`}>{span.text} </span>
  return (
    <>
      <button
        type="button"
        class={`span ${kind}`}
        aria-pressed={pressed}
        title={meaningOf({ span, pieces, assumptions })}
        onClick={onPress}
      >
        {marked}
      </button>
      {span.left === undefined ? null : (
        <span class="left">
          {number(span.left)}
          <span class="hidden"> left</span>
        </span>
      )}{' '}
    </>
  )
}

const NO_CONDITION = {
  condition: '',
  assumption: '',
  command: 'What to do',
  ignored: 'Says nothing by itself',
  'not accounted for': 'Led to nothing',
} as const satisfies Record<ReadWords['span']['as'], string>

const becameOf = ({ span }: ReadWords): string => NO_CONDITION[span.as] || span.meaning

const meaningOf = (words: ReadWords): string =>
  [becameOf(words), ...words.assumptions.map(({ meaning }) => `Assumed: ${meaning}`)].join('\n')

function Meaning({ words }: { words: ReadWords }) {
  const { span, assumptions } = words
  return (
    <>
      “{span.text}” → <strong>{becameOf(words)}</strong>
      {span.left === undefined ? '' : `, ${number(span.left)} left`}
      {assumptions.map(({ meaning }) => (
        <span key={meaning} class="assumption">
          <br />
          Assumed: {meaning}
        </span>
      ))}
    </>
  )
}

import { z } from 'zod'
import { foldText } from '#kernel/text.ts'
import { sentence } from '#kernel/untrusted.ts'
import type { Answers } from './schema.ts'

const LONGEST_ANSWER = 200

const replySchema = z.object({
  answer: z.union([z.string(), z.boolean(), z.null()]),
  confidence: z.number().min(0).max(1),
  facts: z.array(z.int()),
})

/** An answer, or why it is unknown. */
export type Understood =
  | { readonly answer: string; readonly confidence: number; readonly facts: readonly string[] }
  | {
      readonly answer: null
      readonly why: string
      /** It may be read when the model says it once more. */
      readonly garbled?: true
    }

/**
 * What a model's reply says: an answer of the kind that was asked for, resting on facts that it was given. Whatever
 * else it says is unknown, and never made to fit.
 */
export function readReply(
  text: string,
  { answers, facts }: { readonly answers: Answers; readonly facts: readonly string[] },
): Understood {
  const reply = replySchema.safeParse(jsonIn(text)).data
  if (reply === undefined) return { answer: null, why: 'The model’s reply could not be read.', garbled: true }
  if (reply.answer === null) return unknown('The facts don’t say it.')
  const used = [...new Set(reply.facts)].flatMap((place) => facts[place - 1] ?? [])
  if (used.length === 0) return unknown('The model’s answer rests on none of the facts.')
  const answer = fitting(reply.answer, answers)
  if (answer === undefined) return unknown('The model’s answer is none of those that can be given.')
  return { answer, confidence: Math.round(100 * reply.confidence), facts: used }
}

const unknown = (why: string): Understood => ({ answer: null, why })

function fitting(answer: string | boolean, answers: Answers): string | undefined {
  switch (answers.kind) {
    case 'yes_no': {
      const said = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : foldText(answer)
      return said === 'yes' || said === 'no' ? said : undefined
    }
    case 'choice':
      return answers.options.find((one) => typeof answer === 'string' && foldText(one) === foldText(answer))
    case 'text': {
      const line = typeof answer === 'string' ? sentence(answer).slice(0, LONGEST_ANSWER).trim() : ''
      return line === '' ? undefined : line
    }
  }
}

/** The one object in a reply, also in a block of code. */
function jsonIn(text: string): unknown {
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  try {
    return from < 0 || to < from ? undefined : JSON.parse(text.slice(from, to + 1))
  } catch {
    return undefined
  }
}

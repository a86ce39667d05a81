import { query, type Reader } from '#db/run.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import type { Clock } from '#kernel/clock.ts'
import { ConflictError, MusterError } from '#kernel/errors.ts'
import { createJobLine } from '../../jobs/line.ts'
import { ids } from '../../members/bitset.ts'
import { decodeMembers } from '../../members/encode.ts'
import type { WriterPort } from '../../writer/port.ts'
import type { Answerer } from './answerer.ts'
import { TOKENS_EACH } from './estimate.ts'
import { factsOf } from './facts.ts'
import { createQuestions } from './read.ts'
import { readReply, type Understood } from './read-reply.ts'
import type { QuestionRun } from './schema.ts'

/** Asks what humans confirmed, one record after the other. Never part of what tools are given. */
export interface QuestionJobs {
  /** Begins with whatever waits; safe to call at any time. */
  wake(): void
  /** Once nothing waits any more. */
  settled(): Promise<void>
  /** Ends one that waits or runs; what was answered stays. Throws ConflictError for one that has ended already. */
  cancel(runId: string): Promise<QuestionRun>
  /** Has one that failed or was cancelled go on where it ended. */
  restart(runId: string): Promise<QuestionRun>
  /** Stops; what is not asked yet waits for the next start. */
  close(): Promise<void>
}

export interface QuestionJobsDeps {
  readonly reader: Reader
  readonly writer: WriterPort
  readonly clock: Clock
  readonly report: ReportBug
  /** Undefined where no model is configured that could answer. */
  readonly answerer: Answerer | undefined
}

/** Replies that can’t be read are asked for once more: models slip. */
const ATTEMPTS = 2

export function createQuestionJobs({
  reader,
  writer,
  clock,
  report,
  answerer,
}: QuestionJobsDeps): QuestionJobs {
  const questions = createQuestions(reader)

  const nextWaiting = () =>
    reader.get(
      query
        .selectFrom('question_runs as r')
        .innerJoin('questions as q', 'q.number', 'r.question')
        .selectAll('r')
        .select(['q.id as question_id', 'q.deleted_at'])
        .where('r.state', '=', 'waiting')
        .orderBy('r.number')
        .limit(1),
    )
  type Waiting = NonNullable<ReturnType<typeof nextWaiting>>

  const line = createJobLine({
    nextWaiting,
    async run(row, signal) {
      const ended = await askAll(row, signal)
      await writer.call('endQuestionRun', { runId: row.id, ...ended })
    },
    async stopped(row, { aborted, error }) {
      const reason = aborted
        ? 'It was cancelled; what was answered stays.'
        : error instanceof MusterError
          ? `${error.message}. ${error.next}`
          : `Something went wrong on the way to the model (${report(error, `question ${row.id}`)}).`
      await writer.call('endQuestionRun', { runId: row.id, state: aborted ? 'cancelled' : 'failed', reason })
    },
    report: (error) => void report(error, 'questions'),
  })

  async function askAll(row: Waiting, signal: AbortSignal) {
    if (row.deleted_at !== null)
      return { state: 'cancelled', reason: 'The question was taken back.' } as const
    if (answerer?.model !== row.model) {
      const reason = `${row.model} was confirmed to answer, and ${answerer?.model ?? 'no model'} is set now. Set MUSTER_MODEL back, or propose the question again.`
      return { state: 'failed', reason } as const
    }
    const { text, answers, entity } = questions.get(row.question_id)
    for (const recordId of ids(decodeMembers(row.members))) {
      signal.throwIfAborted()
      if (isAnswered(row.question, recordId)) continue
      const facts = factsOf(reader, entity, recordId, clock.now())
      if (facts === undefined) continue
      const { tokens, asked } = questions.run(row.id)
      // What one more takes, by what they took so far.
      const next = asked === 0 ? TOKENS_EACH.input + TOKENS_EACH.output : tokens / asked
      if (tokens + next > row.most_tokens) {
        const reason = `Stopped at the cap of ${row.most_tokens.toLocaleString('en-US')} tokens: ${asked.toLocaleString('en-US')} of ${row.confirmed.toLocaleString('en-US')} records were asked.`
        return { state: 'capped', reason } as const
      }
      const left = row.most_tokens - tokens
      const came = await ask(answerer, { question: text, answers, facts }, { signal, left })
      await writer.call('storeRecordAnswer', { run: row.number, question: row.question, recordId, ...came })
    }
    return { state: 'done', reason: null } as const
  }

  const isAnswered = (question: number, recordId: number): boolean =>
    reader.get(
      query
        .selectFrom('answers')
        .select('run')
        .where('question', '=', question)
        .where('record_id', '=', recordId),
    ) !== undefined

  return {
    wake: line.wake,
    async settled() {
      while (line.working() !== undefined) await line.working()
    },
    async cancel(runId) {
      const { state } = questions.run(runId)
      if (state !== 'waiting')
        throw new ConflictError(`This job is ${state} already`, { next: 'Nothing more is needed.' })
      if (!(await line.abort(runId))) {
        const reason = 'It was cancelled before it began.'
        await writer.call('endQuestionRun', { runId, state: 'cancelled', reason })
      }
      return questions.run(runId)
    },
    async restart(runId) {
      const { state } = questions.run(runId)
      if (!(await writer.call('restartQuestionRun', { runId }))) {
        throw new ConflictError(`This job is ${state}`, {
          next: 'Only jobs that failed or were cancelled go on; propose the question again for the others.',
        })
      }
      line.wake()
      return questions.run(runId)
    },
    close: line.close,
  }
}

/** What a model says of one record, and all that it took to hear it. */
async function ask(
  answerer: Answerer,
  asked: Parameters<Answerer['ask']>[0],
  { signal, left }: { readonly signal: AbortSignal; readonly left: number },
): Promise<{
  readonly understood: Understood
  readonly tokens: { readonly input: number; readonly output: number }
}> {
  if (asked.facts.length === 0) {
    return {
      understood: { answer: null, why: 'Nothing is known of this record.' },
      tokens: { input: 0, output: 0 },
    }
  }
  let tokens = { input: 0, output: 0 }
  for (let attempt = 1; ; attempt++) {
    const reply = await answerer.ask(asked, signal)
    tokens = { input: tokens.input + reply.tokens.input, output: tokens.output + reply.tokens.output }
    const understood = readReply(reply.text, asked)
    const garbled = understood.answer === null && understood.garbled === true
    // Once more takes as much again, and must not break the cap.
    const dear = 2 * (tokens.input + tokens.output) > left
    if (!garbled || attempt === ATTEMPTS || dear) return { understood, tokens }
  }
}

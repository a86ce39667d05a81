import { createUIMessageStreamResponse, validateUIMessages } from 'ai'
import { threadMessages } from '#domain/threads/read.ts'
import type { StoredMessage } from '#domain/threads/schema.ts'
import type { User } from '#domain/users/schema.ts'
import type { WriterPort } from '#domain/writer/port.ts'
import type { MusterMessage } from './message.ts'
import { problemOf } from './problems.ts'
import { createRuns, type Run } from './runs.ts'
import { checkSaid } from './said.ts'
import { runTurn, type TurnDeps } from './turn.ts'

export interface SaidInThread {
  readonly user: User
  readonly threadId?: string | undefined
  /** The thread's version as the human's tab knows it. */
  readonly version?: number | undefined
  readonly messageId: string
  readonly text: string
}

export interface AskedAgain {
  readonly user: User
  readonly threadId: string
  readonly version?: number | undefined
}

/** Conversations that are kept: what was said is stored before it is answered, and every answer is stored. */
export interface Conversations {
  /** Stores the message, then streams the answer. Throws when the message can't be stored. */
  say(said: SaidInThread): Promise<Response>
  /** Answers the last message of the thread once more, in place of its answer. */
  askAgain(asked: AskedAgain): Promise<Response>
  /** The answer that is being written, from its start; undefined when there is none. */
  follow(user: User, threadId: string): Response | undefined
  isAnswering(user: User, threadId: string): boolean
  stop(user: User, threadId: string): Promise<boolean>
  /** Stops what is being written and waits until it is stored. */
  close(): Promise<void>
}

export function createConversations(deps: TurnDeps & { readonly writer: WriterPort }): Conversations {
  const { services, writer, report } = deps
  const runs = createRuns()

  /** Runs `store`, which answers the thread's version, then the turn. */
  async function answer(
    user: User,
    threadId: string,
    store: (owner: string) => Promise<{ readonly version: number }>,
  ): Promise<Response> {
    const run = runs.begin(keyOf(user, threadId))
    try {
      const { version } = await store(user.id)
      const messages = await readMessages(threadId)
      const response = streamed(run)
      void write(run, { user, threadId, version, messages })
      return response
    } catch (error) {
      run.end()
      throw error
    }
  }

  const readMessages = async (threadId: string): Promise<MusterMessage[]> =>
    validateUIMessages<MusterMessage>({
      messages: threadMessages(services.reader, threadId).map(({ metadata, ...message }) => ({
        ...message,
        ...(metadata === null ? {} : { metadata }),
      })),
    })

  /** Writes the answer to its end and stores it. Never throws: it runs on after the request that began it. */
  async function write(run: Run, turn: Turn): Promise<void> {
    const { user, threadId, version, messages } = turn
    const answerId = services.ids.next('msg')
    let stored: { readonly version: number } | undefined
    const keep = async (message: StoredMessage) => {
      if (stored !== undefined) return
      stored = await writer.call('storeAnswer', { threadId, owner: user.id, message })
    }
    try {
      const chunks = runTurn(
        deps,
        {
          messages,
          text: textOf(messages.at(-1)),
          answerId,
          metadata: { threadId, version: version + 1 },
          actor: { userId: user.id, name: user.name, surface: 'chat', session: threadId },
          role: user.role,
          signal: run.signal,
        },
        ({ message }) => keep({ id: answerId, role: 'assistant', parts: message.parts, metadata: null }),
      )
      // Whoever reads of the end can rely on the answer being stored.
      for await (const chunk of chunks) if (chunk.type !== 'finish') run.emit(chunk)
    } catch (error) {
      const problem = problemOf(error, report)
      run.emit({ type: 'error', errorText: problem.message })
      const parts = [{ type: 'data-problem', data: problem }]
      await keep({ id: answerId, role: 'assistant', parts, metadata: null }).catch((lost: unknown) => {
        report(lost, 'chat')
      })
    }
    if (stored !== undefined) {
      run.emit({ type: 'message-metadata', messageMetadata: { threadId, version: stored.version } })
    }
    run.emit({ type: 'finish' })
    run.end()
  }

  return {
    say: ({ user, threadId = services.ids.next('thr'), version, messageId, text }) => {
      const said = checkSaid(text)
      const message = {
        id: messageId,
        role: 'user' as const,
        parts: [{ type: 'text', text: said }],
        metadata: null,
      }
      return answer(user, threadId, (owner) =>
        writer.call('storeUserMessage', { threadId, owner, version, message, title: said }),
      )
    },
    askAgain: ({ user, threadId, version }) =>
      answer(user, threadId, (owner) => writer.call('dropLastAnswer', { threadId, owner, version })),
    follow(user, threadId) {
      const run = runs.find(keyOf(user, threadId))
      return run && streamed(run)
    },
    isAnswering: (user, threadId) => runs.find(keyOf(user, threadId)) !== undefined,
    stop: (user, threadId) => runs.stop(keyOf(user, threadId)),
    close: () => runs.stopAll(),
  }
}

interface Turn {
  readonly user: User
  readonly threadId: string
  readonly version: number
  readonly messages: readonly MusterMessage[]
}

const keyOf = (user: User, threadId: string): string => `${user.id} ${threadId}`

const textOf = (message: MusterMessage | undefined): string =>
  message?.parts.map((part) => (part.type === 'text' ? part.text : '')).join('') ?? ''

/** Server-sent events; a comment now and then keeps proxies from closing a quiet connection. */
const streamed = (run: Run): Response =>
  createUIMessageStreamResponse({ stream: run.follow(), keepAliveMs: 15_000 })

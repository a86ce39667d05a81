import { AbstractChat, type ChatState, type ChatStatus, DefaultChatTransport } from 'ai'
import type { MusterMessage } from '#chat/message.ts'
import type { AskAgain, ChatRequest, ThreadView } from '#http/api.ts'
import type { Client } from '../api/client.ts'

interface Opened {
  readonly client: Client
  readonly threadId?: string
  readonly version?: number
  readonly messages: readonly MusterMessage[]
  /** Called on everything that a view shows. */
  onChange(): void
  /** The server has named the thread of a first message. */
  onThread(threadId: string): void
}

/** The AI SDK's chat over our threads: the server owns the history, so only the new text is sent. */
export class ThreadChat extends AbstractChat<MusterMessage> {
  readonly #opened: Opened
  /** The version that was read after an answer had broken off: the answer itself may have promised another one. */
  #readAgain: number | undefined
  /** The thread of a conversation that began here, once an answer that is not shown any more has named it. */
  #named: string | undefined

  constructor(opened: Opened) {
    super({
      state: stateOf(opened),
      transport: new DefaultChatTransport({
        api: '/api/chat',
        fetch: (input, init = {}) =>
          opened.client.fetch(input instanceof Request ? input.url : input.toString(), init),
        prepareSendMessagesRequest: ({ messages, trigger }) => ({
          body: requestOf(this.place, messages, trigger),
        }),
        prepareReconnectToStreamRequest: () => ({ api: `/api/chat/${this.place.threadId ?? ''}/stream` }),
      }),
      onFinish: ({ message }) => {
        if (message.metadata !== undefined && opened.threadId === undefined) {
          opened.onThread(message.metadata.threadId)
        }
      },
    })
    this.#opened = opened
  }

  /** The thread and its version: as opened, then as the latest answer names them. */
  get place(): { threadId?: string; version?: number } {
    const named = this.messages.findLast((message) => message.metadata !== undefined)?.metadata
    if (named !== undefined) return { threadId: named.threadId, version: named.version }
    const { threadId = this.#named } = this.#opened
    const version = this.#readAgain ?? this.#opened.version
    return { ...(threadId === undefined ? {} : { threadId }), ...(version === undefined ? {} : { version }) }
  }

  /**
   * Another answer; where the last message got none, it is sent once more, since it may not have arrived. One that
   * broke off may have been finished by the server: then that is shown, and nothing is asked twice.
   */
  async askAgain(): Promise<void> {
    const last = this.lastMessage
    const { threadId } = this.place
    if (brokeOff(this.error) && last?.role === 'assistant' && threadId !== undefined) {
      await this.#catchUp(threadId)
      return
    }
    await (last?.role === 'user'
      ? this.sendMessage({ text: textOf(last), messageId: last.id })
      : this.regenerate())
  }

  async #catchUp(threadId: string): Promise<void> {
    let view: ThreadView<MusterMessage>
    try {
      view = await this.#opened.client.getJson<ThreadView<MusterMessage>>(`/api/threads/${threadId}`)
    } catch {
      // Not there yet: what is shown says so already.
      return
    }
    this.#named = threadId
    this.#readAgain = view.thread.version
    this.messages = [...view.messages]
    this.clearError()
    if (view.answering) await this.resumeStream()
    else if (this.lastMessage?.role === 'user') await this.regenerate()
  }

  /** Stops the answer here and on the server; what has been said stays. */
  async stopAnswer(): Promise<void> {
    const { threadId } = this.place
    if (threadId !== undefined) await this.#opened.client.sendJson('POST', `/api/chat/${threadId}/stop`)
    await this.stop()
  }
}

/** What browsers throw where a connection ends within an answer; what the server says of itself is no such thing. */
export const brokeOff = (error: Error | undefined): boolean => error instanceof TypeError

function requestOf(
  place: ThreadChat['place'],
  messages: readonly MusterMessage[],
  trigger: string,
): ChatRequest | AskAgain {
  if (trigger === 'regenerate-message' && place.threadId !== undefined) {
    return { ...place, threadId: place.threadId, again: true }
  }
  const last = messages.findLast((message) => message.role === 'user')
  return { ...place, id: last?.id ?? '', text: textOf(last) }
}

export const textOf = (message: MusterMessage | undefined): string =>
  message?.parts.map((part) => (part.type === 'text' ? part.text : '')).join('') ?? ''

function stateOf(opened: Opened): ChatState<MusterMessage> {
  let status: ChatStatus = 'ready'
  let error: Error | undefined
  let messages = [...opened.messages]
  const changed = (next: MusterMessage[]) => {
    messages = next
    opened.onChange()
  }
  return {
    get status() {
      return status
    },
    set status(next) {
      status = next
      opened.onChange()
    },
    get error() {
      return error
    },
    set error(next) {
      error = next
      opened.onChange()
    },
    get messages() {
      return messages
    },
    set messages(next) {
      changed(next)
    },
    pushMessage: (message) => changed([...messages, message]),
    popMessage: () => changed(messages.slice(0, -1)),
    replaceMessage: (index, message) => changed(messages.map((old, i) => (i === index ? message : old))),
    snapshot: (thing) => structuredClone(thing),
  }
}

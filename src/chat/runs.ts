import { ConflictError } from '#kernel/errors.ts'
import type { MusterChunk } from './cards.ts'

/** An answer that is being written. It goes on by itself, whoever reads along or has stopped reading. */
export interface Run {
  readonly signal: AbortSignal
  emit(chunk: MusterChunk): void
  /** What has been written so far, then what follows. */
  follow(): ReadableStream<MusterChunk>
  /** Nothing follows; the place is free for the next one. */
  end(): void
}

/** The answers that are being written in this process, one for each conversation at most. */
export interface Runs {
  /** Takes the conversation's place. Throws ConflictError while an answer is being written in it. */
  begin(key: string): Run
  find(key: string): Run | undefined
  /** Aborts the answer and waits until it has ended. False when none was being written. */
  stop(key: string): Promise<boolean>
  stopAll(): Promise<void>
}

export function createRuns(): Runs {
  const running = new Map<string, { readonly run: Run; stop(): Promise<void> }>()

  return {
    begin(key) {
      if (running.has(key)) {
        throw new ConflictError('The last message in this conversation is still being answered', {
          next: 'Wait for the answer, or stop it first.',
        })
      }
      const abort = new AbortController()
      const ended = Promise.withResolvers<void>()
      const log = createLog()
      const run: Run = {
        signal: abort.signal,
        emit: log.add,
        follow: log.follow,
        end() {
          running.delete(key)
          log.close()
          ended.resolve()
        },
      }
      running.set(key, {
        run,
        stop() {
          abort.abort()
          return ended.promise
        },
      })
      return run
    },
    find: (key) => running.get(key)?.run,
    async stop(key) {
      const found = running.get(key)
      await found?.stop()
      return found !== undefined
    },
    async stopAll() {
      await Promise.all([...running.values()].map(({ stop }) => stop()))
    },
  }
}

/** Keeps every chunk, so that whoever comes late or comes back reads from the start. */
function createLog() {
  const chunks: MusterChunk[] = []
  const readers = new Set<ReadableStreamDefaultController<MusterChunk>>()
  let closed = false
  return {
    add(chunk: MusterChunk) {
      chunks.push(chunk)
      for (const reader of readers) reader.enqueue(chunk)
    },
    follow() {
      let mine: ReadableStreamDefaultController<MusterChunk> | undefined
      return new ReadableStream<MusterChunk>({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(chunk)
          if (closed) return controller.close()
          mine = controller
          readers.add(controller)
        },
        cancel() {
          if (mine !== undefined) readers.delete(mine)
        },
      })
    },
    close() {
      closed = true
      for (const reader of readers) reader.close()
      readers.clear()
    },
  }
}

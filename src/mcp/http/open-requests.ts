/** Of one token at a time, streams that are listened to among them. */
export const MOST_OPEN = 200

/** Counts the requests that are being answered, so that a client that hangs holds only so much. */
export function createOpenRequests() {
  const counts = new Map<string, number>()
  const add = (owner: string, by: number) => {
    const count = (counts.get(owner) ?? 0) + by
    if (count > 0) counts.set(owner, count)
    else counts.delete(owner)
  }
  return {
    count: (owner: string): number => counts.get(owner) ?? 0,
    /** Answers a request, which is open until its answer has been sent or its client is gone. */
    async during(owner: string, request: Request, answer: () => Promise<Response>): Promise<Response> {
      let isOpen = true
      add(owner, 1)
      const done = () => {
        if (isOpen) add(owner, -1)
        isOpen = false
      }
      request.signal.addEventListener('abort', done, { once: true })
      try {
        const response = await answer()
        if (response.body !== null) {
          const body = response.body.pipeThrough(new TransformStream({ flush: done, cancel: done }))
          return new Response(body, response)
        }
        done()
        return response
      } catch (error) {
        done()
        throw error
      }
    },
  }
}

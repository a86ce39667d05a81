/** What people wait for at the moment, so that work of which nobody sees the end can rest a little. */
export interface WaitedFor {
  /** Somebody waits for this until it ends. */
  during<T>(work: Promise<T>): Promise<T>
  /** Done when nobody waits, at the latest after so many milliseconds. */
  over(atMost: number): Promise<void>
}

export function createWaitedFor(): WaitedFor {
  let works = 0
  const resting = new Set<() => void>()

  return {
    async during(work) {
      works++
      try {
        return await work
      } finally {
        works--
        if (works === 0) for (const resume of resting) resume()
      }
    },
    over: (atMost) =>
      new Promise((done) => {
        const resume = () => {
          clearTimeout(timer)
          resting.delete(resume)
          done()
        }
        const timer = setTimeout(resume, atMost)
        if (works === 0) resume()
        else resting.add(resume)
      }),
  }
}

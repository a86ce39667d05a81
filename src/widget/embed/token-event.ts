/** Asks the page for a token; whoever listens answers with `respondWith`, as service workers answer a fetch. */
export class TokenEvent extends Event {
  #answer: Promise<unknown> | undefined

  constructor() {
    super('muster-token', { bubbles: true, composed: true })
  }

  /** A token, what Muster answered to `POST /v1/widget-tokens`, or a promise of either. */
  respondWith(answer: unknown): void {
    this.#answer = Promise.resolve(answer)
    this.stopPropagation()
  }

  /** Undefined when nobody answered. */
  get answer(): Promise<unknown> | undefined {
    return this.#answer
  }
}

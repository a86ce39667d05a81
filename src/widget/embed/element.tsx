import '../api/no-eval.ts'
import { render } from 'preact'
import type { ApiError, Proposal } from '#http/api.ts'
import type { Home } from '../api/home.ts'
import { hostClient } from './host-client.ts'
import { remember, remembered } from './memory.ts'
import { Panel } from './panel.tsx'
import { SHEET } from './sheet.ts'
import { TokenEvent } from './token-event.ts'
import { createTokens, tokenFrom } from './tokens.ts'

/** Where Muster is: where this file came from. */
const ORIGIN = new URL(import.meta.url).origin

/**
 * `<muster-chat>`. Attributes: `mode` (inline, floating), `label`, `theme` (light, dark, auto; else as the page says),
 * `token-url` (of the page's own server), `open`, and `id` to keep its conversation from page to page. Events: `muster-ready`, `muster-error`, `muster-proposal`, and
 * `muster-token` where there is no `token-url`. Methods: open() and close().
 */
export class MusterChat extends HTMLElement {
  static readonly observedAttributes = ['mode', 'label', 'open']

  readonly #root = this.attachShadow({ mode: 'open' })
  #threadId: string | undefined
  #home: Home | undefined
  #left = new AbortController()

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [SHEET]
    this.#left = new AbortController()
    this.#threadId ??= remembered(this.id)
    this.#home = this.#makeHome(this.#left.signal)
    this.#draw()
  }

  /** Nothing goes on in a page that it was taken out of; put back, it shows its conversation again. */
  disconnectedCallback(): void {
    this.#left.abort()
    this.#home = undefined
    render(null, this.#root)
  }

  attributeChangedCallback(): void {
    this.#draw()
  }

  /** Opens the floating panel. */
  open(): void {
    this.toggleAttribute('open', true)
  }

  close(): void {
    this.toggleAttribute('open', false)
  }

  #draw(): void {
    if (this.#home === undefined) return
    render(
      <Panel
        home={this.#home}
        mode={this.getAttribute('mode') === 'floating' ? 'floating' : 'inline'}
        label={this.getAttribute('label') ?? 'Ask Muster'}
        open={this.hasAttribute('open')}
        threadId={this.#threadId}
        onOpen={(open) => (open ? this.open() : this.close())}
        onReady={({ name, model }) => this.#tell('muster-ready', { workspace: name, model: model.id })}
        onThread={(threadId) => {
          this.#threadId = threadId
          remember(this.id, threadId)
        }}
      />,
      this.#root,
    )
  }

  #makeHome(left: AbortSignal): Home {
    const told = new Map<string, Proposal['state']>()
    return {
      client: hostClient({
        origin: ORIGIN,
        tokens: createTokens(() => this.#askForToken()),
        left,
        onError: ({ code, message, next }: ApiError) => this.#tell('muster-error', { code, message, next }),
      }),
      origin: ORIGIN,
      decides: false,
      onProposal: ({ id, state, summary, count }) => {
        if (told.get(id) === state) return
        told.set(id, state)
        this.#tell('muster-proposal', { id, state, summary, count, url: `${ORIGIN}/proposals/${id}` })
      },
    }
  }

  async #askForToken(): Promise<unknown> {
    const url = this.getAttribute('token-url')
    if (url !== null) return tokenFrom(url)
    const event = new TokenEvent()
    this.dispatchEvent(event)
    return event.answer
  }

  #tell(name: `muster-${string}`, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

// A page may include two versions: the first one serves.
if (customElements.get('muster-chat') === undefined) customElements.define('muster-chat', MusterChat)

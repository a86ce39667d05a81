import type { OpenBrowser } from './browser.ts'

/** A web app that this process serves itself. */
export interface WebApp {
  /** Origin, without a slash at the end. */
  readonly url: string
  close(): Promise<void>
}

export interface DeskDeps {
  /** The origin of a server that runs on this database already. */
  findServer(): Promise<string | undefined>
  /** Serves the web app on a free port of loopback. */
  serveWeb(): Promise<WebApp>
  /** A one-time code that signs the human of this machine in. */
  signInCode(): Promise<string>
  /** Undefined where nobody would see a page. */
  readonly openBrowser: OpenBrowser | undefined
  isWaiting(proposalId: string): boolean
}

/** Where a human looks at proposals and decides: the web app of a running server, else one of our own. */
export interface Desk {
  /** The proposal's page. Whoever opens it has to be signed in: there is no secret in this link. */
  link(proposalId: string): Promise<string>
  /**
   * Opens the page in the human's browser, signed in. Answers whether it did; it does not while the page
   * that it opened last still waits for an answer, so that many drafts don't open many tabs.
   */
  open(proposalId: string): Promise<boolean>
  /** Has a browser been signed in from here? */
  hasOpened(): boolean
  close(): Promise<void>
}

export function createDesk({ findServer, serveWeb, signInCode, openBrowser, isWaiting }: DeskDeps): Desk {
  let own: Promise<WebApp> | undefined
  let opened: string | undefined

  // Asked anew each time: a server may have been started, or stopped, since.
  const origin = async (): Promise<string> => {
    const running = await findServer()
    if (running !== undefined) return running
    own ??= serveWeb()
    try {
      return (await own).url
    } catch (error) {
      own = undefined
      throw error
    }
  }
  const pathOf = (proposalId: string) => `/proposals/${encodeURIComponent(proposalId)}`

  return {
    link: async (proposalId) => `${await origin()}${pathOf(proposalId)}`,
    async open(id) {
      if (openBrowser === undefined || (opened !== undefined && isWaiting(opened))) return false
      const page = new URL('/signin', await origin())
      // The code goes from here straight into the browser: neither the model nor its client ever reads it.
      page.searchParams.set('code', await signInCode())
      page.searchParams.set('next', pathOf(id))
      const done = await openBrowser(page.href)
      if (done) opened = id
      return done
    },
    hasOpened: () => opened !== undefined,
    async close() {
      await (await own)?.close()
    },
  }
}

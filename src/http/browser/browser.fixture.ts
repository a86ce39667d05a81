import type { Page } from 'playwright-core'
import { type App, openApp } from '#app'
import type { DraftRequest, Proposal } from '../api.ts'
import { openBrowser, signIn } from './chromium.fixture.ts'
import { makeCompany, proposed } from './company.fixture.ts'

/** A company, its server and a browser in which Ana, the approver, is signed in: one for a file. */
export async function openDesk() {
  const company = await makeCompany()
  const { app } = company
  let server = await app.serve()
  const browser = await openBrowser()
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await signIn(page, server.signInLink)
  const origin = server.url
  // What a second server is made of, at the address of the first.
  const open: App[] = [app]

  async function confirmed({ id, contentHash, count, typeCount, summary }: Proposal): Promise<Proposal> {
    const answer = await page.request.post(`${origin}/api/proposals/${id}/confirm`, {
      headers: { origin },
      data: { contentHash, ...(typeCount ? { typedCount: count } : {}) },
    })
    if (!answer.ok()) throw new Error(`“${summary}” was not confirmed: ${await answer.text()}`)
    const decided: Proposal = await answer.json()
    return decided
  }

  return {
    app,
    origin,
    browser,
    context,
    page,
    databasePath: app.databasePath,
    /** Makes what a sentence proposes, confirmed by Ana: what it left behind. */
    async make(text: string): Promise<Proposal> {
      return confirmed(await proposed(app, text))
    },
    /** Makes a change as a form drafts it, confirmed by Ana. */
    async change(change: DraftRequest['change']): Promise<Proposal> {
      const drafted = await page.request.post(`${origin}/api/proposals`, {
        headers: { origin },
        data: { change },
      })
      if (!drafted.ok()) throw new Error(`${change.kind} was not drafted: ${await drafted.text()}`)
      return confirmed(await drafted.json())
    },
    propose: (text: string) => proposed(app, text),
    stopServer: () => server.close(),
    async startServer() {
      const again = await openApp({ ...company.env, PORT: new URL(origin).port })
      open.push(again)
      server = await again.serve()
    },
    async close() {
      await browser.close()
      await server.close()
      for (const each of open) await each.close()
      company.remove()
    },
  }
}
export type BrowserDesk = Awaited<ReturnType<typeof openDesk>>

/** What a page says that nobody wants to hear: errors, and warnings of the content security policy. */
export function complaintsOf(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security/i.test(message.text())) said.push(message.text())
  })
  page.on('pageerror', (error) => void said.push(`Not caught: ${error.message}`))
  return said
}

/** Waits until the page has drawn all that it asked for: nothing says any more that it is on its way. */
export const settled = (page: Page): Promise<unknown> => page.evaluate(SETTLED)

// Some frames without a note of loading: what has arrived may ask for more.
const SETTLED = `new Promise((done) => {
  const ready = () => document.querySelector('h1') && !document.querySelector('.loading, .thinking')
  let calm = 0
  const look = () => {
    calm = ready() ? calm + 1 : 0
    return calm > 3 ? done(true) : setTimeout(look, 25)
  }
  look()
})`

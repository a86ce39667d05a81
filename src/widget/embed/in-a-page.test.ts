import { createServer, type RequestListener, type Server } from 'node:http'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '#app'
import { provenHuman } from '#domain/proposals/human.ts'
import { openBrowser, withoutBrowser } from '#http/browser/chromium.fixture.ts'
import { makeCompany } from '#http/browser/company.fixture.ts'
import { keepPicture } from '#http/browser/picture.fixture.ts'
import { samplePage } from './sample/server.ts'

const EMAIL = 'ana@shop.example'
const REQUEST = 'customers from Canada who ordered more than 3 times'

/** What pages do to everything in them, and to names that others use, too. */
const HOSTILE_CSS = `
  html { font-size: 40px }
  :root { --ink: lime; --accent: lime; --paper: lime; --line: lime; --rem: 40px; --font: cursive }
  * { color: red !important; font: italic 700 33px/3 cursive !important; letter-spacing: 9px !important;
    text-transform: uppercase !important; text-align: right !important; visibility: visible !important }
  form, textarea, button, .card, .panel, .embed { display: none !important }`

describe.skipIf(withoutBrowser)('<muster-chat> in a page', () => {
  let company: Awaited<ReturnType<typeof makeCompany>>
  let app: App
  let muster: Awaited<ReturnType<App['serve']>>
  let keyId: string
  let host: Served
  let stranger: Served
  let browser: Browser
  let page: Page
  let complaints: string[]
  /** What the page's server answers when it is asked for a token; undefined lets the sample's answer. */
  let token: { readonly status: number; readonly body: string } | undefined
  let asked = 0

  beforeAll(async () => {
    let sample: RequestListener = () => {}
    const pages: RequestListener = (request, response) => {
      if (request.url === '/muster-token') {
        asked++
        if (token !== undefined) {
          const { status, body } = token
          token = undefined
          response.writeHead(status, { 'content-type': 'application/json' }).end(body)
          return
        }
      }
      if (request.url === '/hostile.css') {
        response.writeHead(200, { 'content-type': 'text/css' }).end(HOSTILE_CSS)
        return
      }
      sample(request, response)
    }
    host = await served(pages)
    stranger = await served(pages)
    company = await makeCompany({ MUSTER_WIDGET_ORIGINS: host.origin })
    app = company.app
    muster = await app.serve()
    const actor = { userId: null, name: 'test', surface: 'terminal', session: null } as const
    await app.writer.call('addUser', { name: 'Ana', email: EMAIL, role: 'approver', actor })
    const made = await app.writer.call('createWidgetKey', {
      name: 'Test',
      role: 'editor',
      origins: [host.origin],
      actor,
    })
    keyId = made.keyId
    const handle = samplePage({ muster: muster.url, key: made.key, email: EMAIL })
    sample = (request, response) => void handle(request, response)
    browser = await openBrowser()
  }, 300_000)

  afterAll(async () => {
    await browser?.close()
    await muster?.close()
    await app?.close()
    await host?.close()
    await stranger?.close()
    company?.remove()
  })

  beforeEach(async () => {
    await page?.close()
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    await page.addInitScript('globalThis.before = Object.getOwnPropertyNames(globalThis)')
    complaints = []
    page.on('console', (message) => {
      if (message.type() === 'error' || /policy/i.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => void complaints.push(error.message))
  })

  const inline = () => page.locator('muster-chat').first()
  const say = async (chat: Locator, text: string) => {
    await chat.getByLabel('Your request').fill(text)
    await chat.getByRole('button', { name: 'Send' }).click()
  }
  const eventsOf = (name: string) =>
    page.evaluate(
      `document.addEventListener('${name}', (event) => { (globalThis.told ??= []).push(event.detail) })`,
    )
  const heard = (): Promise<readonly Record<string, unknown>[]> => page.evaluate('globalThis.told ?? []')

  it('answers in a page of another origin under a strict policy, and shows what was counted', async () => {
    await page.goto(host.origin)
    await page.getByText('muster-ready: ').waitFor()
    await say(inline(), 'recent buyers')
    await inline().getByRole('group').last().getByRole('button').first().click()
    const previews = inline().getByRole('region', { name: 'Preview' })
    await previews.first().waitFor()
    await say(inline(), REQUEST)
    const preview = previews.nth(1)
    await preview.waitFor()
    expect(await preview.locator('.count').innerText()).toMatch(/^[\d,]+ customers?$/)
    await preview.getByRole('list', { name: 'What each condition leaves' }).waitFor()
    await preview.getByText('SQL', { exact: true }).click()
    expect(await preview.locator('.sql').innerText()).toContain('SELECT')
    await keepPicture(page, 'widget-light')
    expect(complaints).toEqual([])
    expect(asked).toBeGreaterThan(0)
  })

  it('takes no styles of the page and leaves none there', async () => {
    await page.goto(host.origin)
    await page.getByText('muster-ready: ').waitFor()
    await page.evaluate(`document.querySelector('muster-chat').style.cssText = 'width: 460px; height: 640px'`)
    const shown = (): Promise<readonly string[]> => page.evaluate(LOOKS)
    const before = await shown()
    expect(before.length).toBeGreaterThan(8)
    await page.addStyleTag({ url: '/hostile.css' })
    expect(await page.evaluate(`getComputedStyle(document.querySelector('header')).color`)).toBe(
      'rgb(255, 0, 0)',
    )
    expect(await shown()).toEqual(before)
    await keepPicture(page, 'widget-hostile')

    // Its own script aside, the page is what it was.
    expect(await page.evaluate('document.adoptedStyleSheets.length + document.styleSheets.length')).toBe(2)
    expect(await page.evaluate('[...document.head.children].map((each) => each.tagName).join()')).toBe(
      'META,META,TITLE,LINK,SCRIPT,SCRIPT,LINK',
    )
    expect(await page.evaluate(NEW_GLOBALS)).toEqual([])
  })

  it('takes the colours that the page sets, and its light or dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(host.origin)
    await page.getByText('muster-ready: ').waitFor()
    const behind = (part: string) =>
      page.evaluate(
        `getComputedStyle(document.querySelector('muster-chat').shadowRoot.querySelector('${part}')).backgroundColor`,
      )
    expect(await behind('.composer button')).toBe('rgb(232, 171, 119)')
    expect(await behind('.panel')).toBe('rgb(20, 22, 28)')
    await say(inline(), REQUEST)
    await inline().getByRole('region', { name: 'Preview' }).waitFor()
    await keepPicture(page, 'widget-dark')
    await page.evaluate(`document.querySelector('muster-chat').setAttribute('theme', 'light')`)
    expect(await behind('.panel')).toBe('rgb(255, 255, 255)')
  })

  it('opens from its launcher, keeps the focus in the panel, and gives it back at Escape', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(host.origin)
    const launcher = page.getByRole('button', { name: 'Ask about customers' })
    await launcher.waitFor()
    await launcher.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog', { name: 'Ask about customers' })
    const field = panel.getByLabel('Your request')
    const focused = () => page.evaluate(FOCUSED)
    await expect.poll(focused).toBe('TEXTAREA')
    await field.fill('half a')
    // What can't be pressed yet is passed over.
    await expect.poll(() => panel.getByRole('button', { name: 'Send' }).isEnabled()).toBe(true)
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Send')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('New')
    await page.keyboard.press('Shift+Tab')
    expect(await focused()).toBe('Send')
    await keepPicture(page, 'widget-phone')
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    await expect.poll(focused).toBe('Ask about customers')
    await page.evaluate(`document.querySelector('[mode=floating]').open()`)
    expect(await field.inputValue()).toBe('half a')
    await page.evaluate(`document.querySelector('[mode=floating]').close()`)
    await panel.waitFor({ state: 'hidden' })
  })

  it('leaves deciding to Muster’s own page, and follows what was decided there', async () => {
    await page.goto(host.origin)
    await eventsOf('muster-proposal')
    await say(inline(), 'create a segment of champions in Germany called German champions')
    const card = inline().getByRole('region', { name: 'Proposal' })
    const link = card.getByRole('link', { name: 'Decide in Muster' })
    await link.waitFor()
    expect(await card.getByRole('button', { name: 'Confirm' }).count()).toBe(0)
    const [proposal] = app.services.proposals.list()
    if (proposal === undefined) throw new Error('Nothing was proposed')
    const url = `${muster.url}/proposals/${proposal.id}`
    const said = await Promise.all(['href', 'target', 'rel'].map((name) => link.getAttribute(name)))
    expect(said).toEqual([url, '_blank', 'noopener'])
    await expect.poll(heard).toEqual([expect.objectContaining({ id: proposal.id, state: 'draft', url })])

    const ana = app.signInLinks.approver()
    if (ana === undefined) throw new Error('There is no approver')
    await app.decisions.confirm({
      proposalId: proposal.id,
      contentHash: proposal.contentHash,
      actor: provenHuman(ana, { surface: 'web', session: 'test' }),
      ...(proposal.typeCount && proposal.count !== null ? { typedCount: proposal.count } : {}),
    })
    await page.evaluate(`dispatchEvent(new Event('focus'))`)
    await card.getByText('Confirmed', { exact: true }).waitFor()
    await expect
      .poll(async () => (await heard()).at(-1))
      .toMatchObject({ id: proposal.id, state: 'confirmed' })
  })

  it('renews a token that ran out, and keeps what was typed when it can’t', async () => {
    token = { status: 201, body: JSON.stringify({ token: 'muster_wt_that_ran_out' }) }
    await page.goto(host.origin)
    await page.getByText('muster-ready: ').waitFor()
    await eventsOf('muster-error')
    await inline().getByLabel('Your request').fill(REQUEST)
    // Those that there are make room for as many new ones.
    for (let i = 0; i < 20; i++) await app.writer.call('createWidgetToken', { keyId, email: EMAIL })
    token = { status: 401, body: '' }
    await inline().getByRole('button', { name: 'Send' }).click()
    const problem = inline().getByRole('alert')
    await problem.getByText('The page’s server gave no token for Muster (status 401)').waitFor()
    await expect.poll(heard).toEqual([expect.objectContaining({ code: 'signed_out' })])
    await inline().getByText(REQUEST).waitFor()
    await inline().getByRole('button', { name: 'Ask again' }).click()
    await inline().getByRole('region', { name: 'Preview' }).waitFor()
    expect(await problem.count()).toBe(0)
  })

  it('asks the page where it has no address for tokens', async () => {
    await page.goto(host.origin)
    await eventsOf('muster-ready')
    await page.evaluate(`
      document.addEventListener('muster-token', (event) => event.respondWith(
        fetch('/muster-token', { method: 'POST' }).then((answer) => answer.json())))
      const chat = document.createElement('muster-chat')
      chat.id = 'by-event'
      document.querySelector('aside').append(chat)`)
    await page.locator('#by-event').getByRole('heading', { name: 'Who are you looking for?' }).waitFor()
    await expect.poll(heard).toContainEqual(expect.objectContaining({ model: 'offline' }))
  })

  it('does nothing once it was taken out, and shows its conversation when it is put back', async () => {
    await page.goto(host.origin)
    await say(inline(), REQUEST)
    await inline().getByRole('region', { name: 'Preview' }).waitFor()
    await page.evaluate(`globalThis.chat = document.querySelector('muster-chat'); chat.remove()`)
    expect(await page.evaluate('chat.shadowRoot.childElementCount')).toBe(0)
    await page.evaluate(`document.querySelector('section').append(chat)`)
    await inline().getByRole('region', { name: 'Preview' }).waitFor()
  })

  it('goes on in the next page where it has an id', async () => {
    await page.goto(host.origin)
    const open = async () => {
      await page.getByRole('button', { name: 'Ask about customers' }).click()
      return page.getByRole('dialog', { name: 'Ask about customers' })
    }
    const panel = await open()
    await say(panel, REQUEST)
    await panel.getByRole('region', { name: 'Preview' }).waitFor()
    await page.reload()
    const preview = (await open()).getByRole('region', { name: 'Preview' })
    await preview.waitFor()
    expect(await preview.count()).toBe(1)
    await panel.getByRole('button', { name: 'New' }).click()
    await page.reload()
    await (await open()).getByRole('heading', { name: 'Who are you looking for?' }).waitFor()
  })

  it('is not shown in pages that are not on the list, and says so', async () => {
    await page.goto(stranger.origin)
    await page.getByText(`Muster can’t be shown in pages of ${stranger.origin}`).first().waitFor()
    await page.getByText('muster-error: Muster can’t be shown').first().waitFor()
    expect(
      await page.evaluate(`fetch('${muster.url}/api/workspace').then(() => 'read', () => 'refused')`),
    ).toBe('refused')
  })
})

/** How what is shown of the element looks. */
const LOOKS = `(() => {
  const { shadowRoot } = document.querySelector('muster-chat')
  return [...shadowRoot.querySelectorAll('.panel, h1, .starters button, textarea, strong')].map((part) => {
    const { width, height } = part.getBoundingClientRect()
    const style = getComputedStyle(part)
    return [part.tagName, width, height, style.display, style.color, style.font, style.letterSpacing,
      style.textTransform, style.textAlign].join(' ')
  })
})()`

/** What has the keyboard inside the element that has it. */
const FOCUSED = `(() => {
  const focused = document.activeElement?.shadowRoot?.activeElement
  return focused?.tagName === 'BUTTON' ? focused.textContent : focused?.tagName
})()`

const NEW_GLOBALS = `Object.getOwnPropertyNames(globalThis)
  .filter((name) => !globalThis.before.includes(name) && name !== 'before')`

interface Served {
  readonly origin: string
  close(): Promise<void>
}

const served = (listener: RequestListener): Promise<Served> =>
  new Promise((resolve) => {
    const server: Server = createServer(listener).listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => server.close(() => closed()).closeAllConnections()),
      })
    })
  })

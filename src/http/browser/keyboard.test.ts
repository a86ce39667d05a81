import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listUsers } from '#domain/users/read.ts'
import { type BrowserDesk, openDesk, settled } from './browser.fixture.ts'
import { withoutBrowser } from './chromium.fixture.ts'

/** More stops than any page has. */
const STOPS = 120

describe.skipIf(withoutBrowser)('the web app by the keyboard alone', () => {
  let desk: BrowserDesk
  let page: Page

  beforeAll(async () => {
    desk = await openDesk()
    const [ana] = listUsers(desk.app.services.reader)
    const { code } = await desk.app.writer.call('createSigninCode', { userId: ana?.id ?? null })
    page = await (await desk.browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
    await page.goto(`${desk.origin}/signin?code=${code}`)
  })
  afterAll(() => desk?.close())

  /** Where the keyboard is: what it is called, and whether that can be seen. */
  const here = () => page.evaluate<{ name: string; ring: boolean; id: string }>(HERE)

  /** Goes from stop to stop until one is called so. */
  async function reach(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
    const passed: string[] = []
    for (let i = 0; i < STOPS; i++) {
      await page.keyboard.press(key)
      const stop = await here()
      if (!stop.ring) throw new Error(`Nobody sees that the keyboard is at “${stop.name}”`)
      if (name.test(stop.name)) return
      passed.push(stop.name)
    }
    throw new Error(`${name} can’t be reached: ${passed.join(' | ')}`)
  }

  it('signs in, and begins to write at once', async () => {
    await reach(/^Sign in$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Who are you looking for?' }).waitFor()
    await settled(page)
    expect((await here()).id).toBe('message')
  })

  it('asks, answers the question, and goes on writing', async () => {
    await page.keyboard.type('recent buyers')
    await page.keyboard.press('Enter')
    await page.getByRole('group').getByRole('button').first().waitFor()
    await settled(page)
    await reach(/^Ask again$/, 'Shift+Tab')
    await reach(/customers?$/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Preview' }).waitFor()
    expect((await here()).id).toBe('message')
  })

  it('confirms, and opens what was made', async () => {
    await settled(page)
    await page.keyboard.type('save it as “Regulars”')
    await page.keyboard.press('Enter')
    const card = page.getByRole('region', { name: 'Proposal' })
    await card.getByRole('button', { name: 'Confirm' }).waitFor()
    const count = (await card.locator('.count').innerText()).replace(/ .*/, '')
    await settled(page)
    await reach(/^Reject$/, 'Shift+Tab')
    if (await card.getByLabel(/Type/).isVisible()) {
      await reach(/Type .* to confirm/, 'Shift+Tab')
      await page.keyboard.type(count)
      await reach(/^Confirm$/)
    } else await reach(/^Confirm$/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await card.getByText(/^Confirmed by/).waitFor()
    await expect.poll(async () => (await here()).name).toMatch(/^Confirmed by Ana/)
    await reach(/Open it/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Regulars', level: 1 }).waitFor()
    expect((await here()).id).toBe('page')
    expect(await page.title()).toBe('Regulars · Muster')
    expect(await page.getByRole('status').filter({ hasText: 'Regulars · Muster' }).count()).toBe(1)
  })

  it('goes along the tabs by arrows, and about the map', async () => {
    await settled(page)
    await reach(/^Overview$/)
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
    await page.waitForURL('**/map')
    const map = page.getByRole('group', { name: /^World map/ })
    await map.waitFor()
    // The tab keeps the keyboard: the next one is an arrow away.
    expect((await here()).name).toBe('Map')
    await reach(/^World map/)
    const whole = await map.locator('g').getAttribute('transform')
    await page.keyboard.press('+')
    const closer = await map.locator('g').getAttribute('transform')
    await page.keyboard.press('ArrowRight')
    expect(new Set([whole, closer, await map.locator('g').getAttribute('transform')]).size).toBe(3)
    await page.keyboard.press('0')
    expect(await map.locator('g').getAttribute('transform')).toBe(whole)
  })

  it('edits the criteria', async () => {
    await reach(/^Map$/, 'Shift+Tab')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    const count = page.getByRole('region', { name: 'Count' })
    await count.locator('.count').waitFor()
    const conditions = page.locator('.editor-condition')
    const before = await conditions.count()
    await reach(/^Add a condition/)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => conditions.count()).toBe(before + 1)
    const title = (await conditions.last().locator('legend').innerText()).replace(/\s*×$/, '').trim()
    await reach(new RegExp(`^Remove “${title}”$`), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => conditions.count()).toBe(before)
    expect((await here()).name).toBe('Add a condition')
  })

  it('exports, and comes back to where it began', async () => {
    await reach(/^Actions$/, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('End')
    for (let i = 0; i < 5 && !(await here()).name.startsWith('Export'); i++)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: /^Export/ })
    await settled(page)
    await reach(/^Check it$/)
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Confirm' }).waitFor()
    await settled(page)
    const type = dialog.getByLabel(/Type/)
    if (await type.isVisible()) {
      const count = await dialog.locator('.type-count strong').innerText()
      await reach(/Type .* to confirm/)
      await page.keyboard.type(count)
    }
    await reach(/^Confirm$/)
    await page.keyboard.press('Enter')
    await dialog.getByRole('link', { name: 'manifest.json' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect((await here()).name).toBe('Actions')
  })

  it('skips to the page from its very beginning', async () => {
    await page.goto(`${desk.origin}/segments`)
    await settled(page)
    await page.keyboard.press('Tab')
    expect((await here()).name).toBe('Skip to the page')
    await page.keyboard.press('Enter')
    await reach(/^chat$/)
  })
})

const HERE = `(() => {
  const at = document.activeElement
  const labels = at.labels === undefined || at.labels === null ? '' : [...at.labels].map((each) => each.textContent).join(' ')
  const name = (at.getAttribute('aria-label') ?? (labels || at.textContent)).trim().replace(/\\s+/g, ' ')
  const ring = at === document.body || at.id === 'page' || getComputedStyle(at).outlineStyle !== 'none'
  return { name, ring, id: at.id }
})()`

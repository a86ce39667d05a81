import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserDesk, openDesk, settled } from './browser.fixture.ts'
import { withoutBrowser } from './chromium.fixture.ts'

describe.skipIf(withoutBrowser)('the page where data comes in', () => {
  let desk: BrowserDesk
  let page: Page
  beforeAll(async () => {
    desk = await openDesk()
    page = desk.page
  })
  afterAll(() => desk?.close())

  const choose = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  const open = async () => {
    await page.goto(`${desk.origin}/data`)
    await settled(page)
  }

  it('shows who is known from another source, too, and separates them', async () => {
    await open()
    const profiles = [
      ['Email', 'Klaviyo ID', 'First Name', 'Email Marketing Consent'],
      ['SOMEONE1@example.com', '01ANN', 'Ann', 'SUBSCRIBED'],
      ['new@example.com', '01NEW', 'Ñandú', 'SUBSCRIBED'],
    ]
    const text = profiles.map((cells) => `${cells.join('\t')}\r\n`).join('')
    await choose('profiles.txt', Buffer.from(`\uFEFF${text}`, 'utf16le'))
    const file = page.getByRole('region', { name: 'profiles.txt', exact: true })
    await file.getByText('2 rows, UTF-16, ids of “klaviyo”').waitFor()
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('1 customer is known from another source, too').waitFor()

    const join = page.getByRole('listitem').filter({ hasText: 'klaviyo 01ANN is also default K1' })
    await join.getByRole('button', { name: 'Separate klaviyo 01ANN' }).click()
    await join.getByText('what it was and consented to before').waitFor()
    expect(await join.innerText()).not.toContain('0 orders')
    await join.getByRole('button', { name: 'Confirm' }).click()
    await join.getByText(/^separated /).waitFor()
    expect(await join.getByRole('button', { name: 'Separate klaviyo 01ANN' }).count()).toBe(0)
  })

  it('takes no file of another shop, until its ids have a source of their own', async () => {
    await open()
    const rows = Array.from({ length: 12 }, (_, i) => `K${i + 1},other${i}@elsewhere.example\n`)
    await choose('customers.csv', Buffer.from(`id,email\n${rows.join('')}`))
    const begin = page.getByRole('button', { name: 'Import', exact: true })
    await page.getByRole('alert').getByText('customers.csv is likely of another shop').waitFor()
    expect(await begin.isEnabled()).toBe(false)
    // Open by itself, since there is no way on without it.
    const source = page.getByLabel('Give its ids a source of their own')
    expect(await source.isVisible()).toBe(true)
    await source.fill('shop-2')
    await source.blur()
    await page.getByText('12 rows, UTF-8, ids of “shop-2”').waitFor()
    await begin.click()
    await page.getByText('customers: 12 new').waitFor()
  })
})

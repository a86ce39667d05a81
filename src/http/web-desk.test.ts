import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserDesk, openDesk } from './browser/browser.fixture.ts'
import { withoutBrowser } from './browser/chromium.fixture.ts'

describe.skipIf(withoutBrowser)('handing over, in a browser', () => {
  let desk: BrowserDesk
  let page: Page

  beforeAll(async () => {
    desk = await openDesk()
    page = desk.page
  })
  afterAll(() => desk?.close())

  it('exports a segment to a channel: what the file would hold, then its files and its audience', async () => {
    await page.goto(`${desk.origin}/segments/champions`)
    await page.getByText('Actions', { exact: true }).click()
    await page.getByRole('button', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^Meta custom audience/).check()
    await dialog.getByLabel(/^hashed values/).check()
    await dialog.getByLabel('Whoever is in another segment').fill('At Risk')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Don’t leave out At Risk' }).waitFor()
    await dialog.getByLabel('Whoever was exported to Meta in the last').check()
    await dialog.getByRole('button', { name: 'Check it' }).click()

    const card = dialog.getByRole('region', { name: 'Proposal' })
    await card.getByText(/ of [\d,]+ customers \(\d+ %\)$/).waitFor()
    await card.getByText('hashed with SHA-256 before they leave').waitFor()
    expect(await card.getByText('because they are in the segment “At Risk”').isVisible()).toBe(true)
    await card.getByRole('button', { name: 'Confirm' }).click()
    const download = page.waitForEvent('download')
    await card.getByRole('link', { name: 'champions-ads-meta.csv' }).click()
    expect((await download).suggestedFilename()).toBe('champions-ads-meta.csv')

    await card.getByRole('link', { name: 'Champions (ads)' }).click()
    await page.getByRole('heading', { name: 'Champions (ads)', level: 1 }).waitFor()
    await page.getByRole('listitem').filter({ hasText: 'Meta custom audience' }).waitFor()
    await page.getByText('Actions', { exact: true }).click()
    await page.getByRole('button', { name: 'Export…' }).click()
    // An audience goes to its own channel.
    expect(await dialog.getByLabel(/^Klaviyo list/).isDisabled()).toBe(true)
  })

  it('exports the columns that are ticked, and contact columns only with that option', async () => {
    await page.goto(`${desk.origin}/segments/champions`)
    await page.getByText('Actions', { exact: true }).click()
    await page.getByRole('button', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Columns: all of 15').click()
    expect(await dialog.getByLabel('last_name').isDisabled()).toBe(true)
    await dialog.getByLabel(/^contact columns/).check()
    for (const name of ['email', 'phone', 'country', 'rfm_segment']) {
      await dialog.getByLabel(name, { exact: true }).uncheck()
    }
    await dialog.getByText('Columns: 17 of 21').waitFor()
    await dialog.getByRole('button', { name: 'Check it' }).click()
    const card = dialog.getByRole('region', { name: 'Proposal' })
    await card.getByText('email_consent, sms_consent, first_name and last_name', { exact: true }).waitFor()
    await card.getByText(/^customer_id, region, city, /).waitFor()
    await page.keyboard.press('Escape')
  })

  it('compares two segments that are ticked in the table, and makes a segment of a part of them', async () => {
    await page.goto(`${desk.origin}/segments`)
    await page.getByLabel('Compare Champions', { exact: true }).check()
    await page.getByLabel('Compare Lost', { exact: true }).check()
    await page.getByRole('link', { name: 'Compare Champions and Lost' }).click()
    await page.getByText('Nobody is in both: they are different people.').waitFor()
    await page.getByRole('img', { name: /^Only Champions: [\d,]+, In both: 0, Only Lost: / }).waitFor()
    await page.getByText(/^In the RFM segment Champions: 100 % of “Champions”, 0 % of “Lost”/).waitFor()
    expect(await page.getByRole('button', { name: /^those in both/ }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: /^those only in Lost/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await page.getByRole('heading', { name: 'Lost without Champions', level: 1 }).waitFor()
  })

  it('finds what was decided, and takes it back by a proposal', async () => {
    await page.goto(`${desk.origin}/activity`)
    await page.getByLabel('About').selectOption('exports')
    await page.waitForURL('**/activity?kind=exports')
    const rows = page.getByRole('row').filter({ has: page.getByRole('link') })
    await expect.poll(() => rows.count()).toBe(3)
    await page.getByLabel('About').selectOption('segments')
    await page.getByRole('button', { name: /^Undo: Create the segment “Lost without Champions”/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: /^Delete the segment “Lost without Champions”/ }).waitFor()
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await rows.first().getByText('Delete the segment').waitFor()
    await page.getByText('Changed again since').waitFor()
  })
})

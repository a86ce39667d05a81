import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { musterHome } from '#cli/muster.fixture.ts'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

// In CI a missing browser is a failure; on a newcomer's machine it is said and skipped.
describe.skipIf(!existsSync(CHROMIUM) && process.env['CI'] === undefined)(
  'handing over, in a browser',
  () => {
    const home = musterHome()
    let server: Awaited<ReturnType<typeof home.start>>
    let browser: Browser
    let page: Page

    beforeAll(async () => {
      server = await home.start()
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
      page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      await page.goto(server.link)
      await page.getByLabel(/your name/i).fill('Ana')
      await page.getByRole('button', { name: /sign in/i }).click()
      await page.getByRole('heading', { name: 'Who are you looking for?' }).waitFor()
    }, 120_000)

    afterAll(async () => {
      await browser?.close()
      await server?.stop()
      home.clean()
    })

    it('exports a segment to a channel: what the file would hold, then its files and its audience', async () => {
      await page.goto(`${server.origin}/segments/champions`)
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
  },
)

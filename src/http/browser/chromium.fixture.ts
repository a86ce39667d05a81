import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** In CI a missing browser is a failure; on a newcomer's machine it is said and skipped. */
export const withoutBrowser = !existsSync(CHROMIUM) && process.env['CI'] === undefined

export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  // As long as a busy machine may need.
  browser.on('context', (context) => context.setDefaultTimeout(60_000))
  return browser
}

/** Follows a sign-in link as Ana, until the chat of the web app is there. */
export async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel(/your name/i).fill('Ana')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('heading', { name: 'Who are you looking for?' }).waitFor()
}

import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Beside the other output of the tests. */
const FOLDER = join(import.meta.dirname, '../../../dist/screenshots')

/** Keeps a picture of a page as it is now, where `npm run screenshots` asks for them: they take a quarter of the time. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env['SCREENSHOTS'] === undefined) return
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}

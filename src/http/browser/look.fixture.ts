import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { complaintsOf, settled } from './browser.fixture.ts'

/** Where the pictures of all pages are put, beside the other output of the tests. */
const SCREENSHOTS = join(import.meta.dirname, '../../../dist/screenshots')
const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
] as const

export interface Seen {
  readonly name: string
  readonly refused?: true | undefined
  readonly width?: number | undefined
}

/** Somebody who looks at pages as they are now: answers what is wrong with them, and keeps pictures of them. */
export async function openEyes(page: Page) {
  mkdirSync(SCREENSHOTS, { recursive: true })
  // Not by the page: its policy lets no other script in.
  await page.addInitScript({ content: axe.source })
  const complaints = complaintsOf(page)

  /** What is as it is now, on every size of screen and in every colour. */
  return async function look({ name, refused, width }: Seen): Promise<string[]> {
    await settled(page)
    const found: string[] = []
    for (const size of SIZES) {
      if (width !== undefined && width !== size.width) continue
      await page.setViewportSize(size)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const at = `${name}-${size.width}-${colorScheme}`
        // The same elements in other colours can only differ in contrast.
        const wrong = await page.evaluate<string[]>(
          violations(colorScheme === 'dark' ? ['color-contrast'] : []),
        )
        found.push(...wrong.map((each) => `${at}: ${each}`))
        await page.screenshot({ path: join(SCREENSHOTS, `${at}.png`) })
      }
      const wide = await page.evaluate<string[]>(TOO_WIDE)
      found.push(...wide.map((each) => `${name} scrolls sideways at ${size.width}: ${each}`))
    }
    await page.setViewportSize(SIZES[0])
    await page.emulateMedia({ colorScheme: 'light' })
    const unexpected = complaints.splice(0).filter((each) => !(refused && /status of 4\d\d/.test(each)))
    return [...found, ...unexpected.map((each) => `${name} says: ${each}`)]
  }
}

/** Every violation counts, also the best practices that axe calls moderate. */
const violations = (only: readonly string[]) => `
  axe.run(document, { resultTypes: ['violations'] ${only.length === 0 ? '' : `, runOnly: ${JSON.stringify(only)}`} })
    .then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, any }) => [impact, id, target.join(' '), any[0]?.message ?? ''].join(' '))))`

const TOO_WIDE = `[document.documentElement, ...document.querySelectorAll('main, .page, .messages, .talk, dialog')]
  .filter((each) => each.scrollWidth > each.clientWidth + 1)
  .map((each) => each.className || each.tagName)`

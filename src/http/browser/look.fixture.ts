import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { complaintsOf, settled } from './browser.fixture.ts'

export const WIDE = { width: 1280, height: 900 }
export const PHONE = { width: 390, height: 844 }

/**
 * How a page is looked at: by everything that axe knows, or by contrast alone, as the same elements in other colours
 * can differ in nothing else. Phones show little that wide screens don't: once is enough, and in the dark.
 */
const LOOKS = [
  { size: WIDE, colorScheme: 'light', only: [] },
  { size: WIDE, colorScheme: 'dark', only: ['color-contrast'] },
  { size: PHONE, colorScheme: 'dark', only: [] },
] as const
/** What only phones show. */
const PHONE_LOOKS = [
  { size: PHONE, colorScheme: 'light', only: [] },
  { size: PHONE, colorScheme: 'dark', only: ['color-contrast'] },
] as const

/** Where the pictures of all pages are put, beside the other output of the tests. */
const SCREENSHOTS = join(import.meta.dirname, '../../../dist/screenshots')

export interface Seen {
  readonly name: string
  readonly refused?: true | undefined
  /** Only phones show it. */
  readonly phone?: true | undefined
  /** The part of the page that is new, where the rest was looked at before. */
  readonly within?: 'main' | 'dialog' | undefined
}

/** Somebody who looks at pages as they are now: answers what is wrong with them, and keeps pictures of them. */
export async function openEyes(page: Page) {
  mkdirSync(SCREENSHOTS, { recursive: true })
  // Not by the page: its policy lets no other script in.
  await page.addInitScript({ content: axe.source })
  const complaints = complaintsOf(page)

  /** What is as it is now, on every size of screen and in every colour. */
  return async function look({ name, refused, phone, within }: Seen): Promise<string[]> {
    await settled(page)
    const found: string[] = []
    for (const { size, colorScheme, only } of phone ? PHONE_LOOKS : LOOKS) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      const at = `${name}-${size.width}-${colorScheme}`
      const wrong = await page.evaluate<string[]>(violations(within, only))
      found.push(...wrong.map((each) => `${at}: ${each}`))
      await page.screenshot({ path: join(SCREENSHOTS, `${at}.png`) })
      const wide = await page.evaluate<string[]>(TOO_WIDE)
      found.push(...wide.map((each) => `${at} scrolls sideways: ${each}`))
    }
    await page.setViewportSize(WIDE)
    await page.emulateMedia({ colorScheme: 'light' })
    const unexpected = complaints.splice(0).filter((each) => !(refused && /status of 4\d\d/.test(each)))
    return [...found, ...unexpected.map((each) => `${name} says: ${each}`)]
  }
}

/** Every violation counts, also the best practices that axe calls moderate. */
const violations = (within: Seen['within'], only: readonly string[]) => `
  axe.run(document.querySelector('${within ?? 'html'}'), { resultTypes: ['violations'] ${only.length === 0 ? '' : `, runOnly: ${JSON.stringify(only)}`} })
    .then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, any }) => [impact, id, target.join(' '), any[0]?.message ?? ''].join(' '))))`

const TOO_WIDE = `[document.documentElement, ...document.querySelectorAll('main, .page, .messages, .talk, dialog')]
  .filter((each) => each.scrollWidth > each.clientWidth + 1)
  .map((each) => each.className || each.tagName)`

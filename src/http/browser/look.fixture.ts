import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { complaintsOf, settled } from './browser.fixture.ts'
import { keepPicture } from './picture.fixture.ts'

export const WIDE = { width: 1280, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** By everything that axe knows; by contrast alone, or by all but contrast, which takes it the longest. */
const EVERYTHING = {}
const CONTRAST = { runOnly: ['color-contrast'] }
const ALL_BUT_CONTRAST = { rules: { 'color-contrast': { enabled: false } } }

/**
 * How a page is looked at. The same elements in other colours can differ in nothing but contrast, and in another place
 * in everything but that: the colours of a phone are those of a wide screen.
 */
const LOOKS = [
  { size: WIDE, colorScheme: 'light', by: EVERYTHING },
  { size: WIDE, colorScheme: 'dark', by: CONTRAST },
  { size: PHONE, colorScheme: 'dark', by: ALL_BUT_CONTRAST },
] as const
/** What only phones show. */
const PHONE_LOOKS = [
  { size: PHONE, colorScheme: 'light', by: EVERYTHING },
  { size: PHONE, colorScheme: 'dark', by: CONTRAST },
] as const

export interface Seen {
  readonly name: string
  readonly refused?: true | undefined
  /** Only phones show it. */
  readonly phone?: true | undefined
  /** The part of the page that is new, where the rest was looked at before. */
  readonly within?: 'main' | 'dialog' | undefined
}

/** Somebody who looks at pages as they are now, and answers what is wrong with them. */
export async function openEyes(page: Page) {
  // Not by the page: its policy lets no other script in.
  await page.addInitScript({ content: axe.source })
  const complaints = complaintsOf(page)

  /** What is as it is now, on every size of screen and in every colour. */
  return async function look({ name, refused, phone, within }: Seen): Promise<string[]> {
    await settled(page)
    const found: string[] = []
    for (const { size, colorScheme, by } of phone ? PHONE_LOOKS : LOOKS) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      const at = `${name}-${size.width}-${colorScheme}`
      const wrong = await page.evaluate<string[]>(violations(within, by))
      found.push(...wrong.map((each) => `${at}: ${each}`))
      await keepPicture(page, at)
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
const violations = (within: Seen['within'], by: object) => `
  axe.run(document.querySelector('${within ?? 'html'}'), ${JSON.stringify({ resultTypes: ['violations'], ...by })})
    .then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, any }) => [impact, id, target.join(' '), any[0]?.message ?? ''].join(' '))))`

const TOO_WIDE = `[document.documentElement, ...document.querySelectorAll('main, .page, .messages, .talk, dialog')]
  .filter((each) => each.scrollWidth > each.clientWidth + 1)
  .map((each) => each.className || each.tagName)`

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserDesk, openDesk, settled } from './browser.fixture.ts'
import { withoutBrowser } from './chromium.fixture.ts'
import { openEyes, PHONE, WIDE } from './look.fixture.ts'
import { furnish, type Visit, visits } from './visits.fixture.ts'

const all: readonly Visit[] = Object.values(visits).flat()

describe.skipIf(withoutBrowser)('every page, light and dark, wide and on a phone', () => {
  let desk: BrowserDesk
  let page: Page
  let look: Awaited<ReturnType<typeof openEyes>>
  let furnished: Awaited<ReturnType<typeof furnish>>

  beforeAll(async () => {
    desk = await openDesk()
    page = desk.page
    furnished = await furnish(desk)
    look = await openEyes(page)
  })
  afterAll(() => desk?.close())

  const open = async ({ path, phone, act }: Visit) => {
    await page.setViewportSize(phone ? PHONE : WIDE)
    await page.goto(desk.origin + (typeof path === 'string' ? path : path(furnished)))
    await settled(page)
    await act?.(page)
  }

  it.for(all)('$name', async (visit) => {
    await open(visit)
    expect(await look(visit)).toEqual([])
  })

  it.for(all.filter(({ tabs }) => tabs))('$name: each tab', async (visit) => {
    await open(visit)
    const names = await page.locator('.tabs a').allInnerTexts()
    expect(names.length).toBeGreaterThan(1)
    const found: string[] = []
    for (const name of names.slice(1)) {
      await page.locator('.tabs').getByRole('link', { name, exact: true }).click()
      found.push(
        ...(await look({
          name: `${visit.name}-${name.toLowerCase().replaceAll(' ', '-')}`,
          within: 'main',
        })),
      )
    }
    expect(found).toEqual([])
  })

  it.for(all.filter(({ actions }) => actions))('$name: each action', async (visit) => {
    await open(visit)
    const menu = page.locator('summary', { hasText: 'Actions' })
    await menu.click()
    const choices = page.locator('.menu').getByRole('button', { disabled: false })
    const names = await choices.allInnerTexts()
    expect(names.length).toBeGreaterThan(0)
    const found = await look({ name: `${visit.name}-actions`, within: 'main' })
    for (const name of names) {
      await page.locator('.menu').getByRole('button', { name, exact: true }).click()
      found.push(
        ...(await look({
          name: `${visit.name}-${name.toLowerCase().replace('…', '')}`,
          refused: true,
          within: 'dialog',
        })),
      )
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await menu.click()
    }
    expect(found).toEqual([])
  })
})

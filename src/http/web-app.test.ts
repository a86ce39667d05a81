import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { musterHome } from '#cli/muster.fixture.ts'
import { openBrowser, signIn, withoutBrowser } from './browser/chromium.fixture.ts'

const REQUEST = 'Create a segment of customers who spent more than $500 in the last 90 days'

describe.skipIf(withoutBrowser)('the web app in a browser', () => {
  const home = musterHome()
  let server: Awaited<ReturnType<typeof home.start>>
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    server = await home.start()
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await signIn(page, server.link)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    home.clean()
  })

  const say = async (text: string) => {
    await page.getByLabel('Your request').fill(text)
    await page.getByRole('button', { name: 'Send' }).click()
  }

  it('goes from a sentence to a confirmed segment', async () => {
    await say(REQUEST)
    const card = page.getByRole('region', { name: 'Proposal' }).last()
    await card.getByText('spent more than $500 in the last 90 days').first().waitFor()
    const count = await card.locator('.count').innerText()
    expect(count).toMatch(/^[\d,]+ customers?$/)
    expect(await card.getByText('Nothing has been changed yet').isVisible()).toBe(true)

    await card.getByRole('button', { name: 'Confirm' }).click()
    await card.getByText('Confirmed', { exact: true }).waitFor()

    await page.getByRole('link', { name: 'Segments' }).first().click()
    const row = page.getByRole('row').filter({ hasText: 'spent more than $500 in the last 90 days' })
    await row.waitFor()
    expect(await row.innerText()).toContain(count.split(' ')[0])
  })

  it('asks about a vague request and takes a click for an answer', async () => {
    await page.getByRole('link', { name: 'New conversation' }).click()
    await say('recent buyers')
    const question = page.getByRole('group').last()
    await question.getByRole('button').first().click()
    const preview = page.getByRole('region', { name: 'Preview' }).last()
    await preview.waitFor()
    expect(await preview.locator('.count').innerText()).toMatch(/customers?$/)
  })

  it('keeps the conversation across a reload, and finds, renames and deletes it', async () => {
    await page.reload()
    await page.getByRole('region', { name: 'Preview' }).last().waitFor()
    await page.getByLabel('Search conversations').fill('recent buyers')
    const thread = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link') })
      .first()
    await thread.hover()
    await thread.getByRole('button', { name: /^Rename/ }).click()
    await page.getByLabel('New name').fill('Who bought lately')
    await page.keyboard.press('Enter')
    await page.getByLabel('Search conversations').fill('')
    const renamed = page.getByRole('link', { name: /Who bought lately/ })
    await renamed.waitFor()
    page.once('dialog', (dialog) => void dialog.accept())
    await thread.hover()
    await page.getByRole('button', { name: 'Delete Who bought lately' }).click()
    await page.getByRole('heading', { name: 'Who are you looking for?' }).waitFor()
    await renamed.waitFor({ state: 'detached' })
    expect(await page.getByRole('listitem').filter({ hasText: 'Who bought lately' }).count()).toBe(0)
  })

  it('says of each word what it became, by key as well, and where something was assumed', async () => {
    await page.goto(server.origin)
    await say('customers who ordered 3 times and spent over $200')
    const receipt = page.getByRole('region', { name: 'How your words were read' }).last()
    await receipt.getByText('Assumed: “3 times” is read as at least 3 times.').waitFor()
    const words = receipt.getByRole('button', { name: 'ordered 3 times' })
    expect(await words.locator('.assumed').innerText()).toBe('3 times')
    await words.focus()
    await page.keyboard.press('Enter')
    expect(await words.getAttribute('aria-pressed')).toBe('true')
    expect(await receipt.locator('.reading').innerText()).toMatch(
      /“(?:who )?ordered 3 times” → ordered at least 3 times, [\d,]+ left/,
    )
  })

  it('shows how an indicator spreads before it is confirmed, and on its page', async () => {
    await page.getByRole('link', { name: 'New conversation' }).click()
    await say('create an indicator called Tea love: share of spend on Tea')
    const card = page.getByRole('region', { name: 'Proposal' }).last()
    const bars = card.getByRole('list', { name: 'Customers by value' }).getByRole('listitem')
    await bars.first().waitFor()
    expect(await bars.count()).toBe(10)
    await card.getByRole('button', { name: 'Confirm' }).click()
    await card.getByText('Confirmed', { exact: true }).waitFor()

    await page.getByRole('link', { name: 'Indicators' }).first().click()
    const row = page.getByRole('list', { name: 'Indicators' }).getByRole('listitem')
    const mine = row.filter({ hasText: 'Tea love' })
    await mine.getByRole('img', { name: /^From 0% to / }).waitFor()
    await mine.getByRole('link', { name: 'Tea love' }).click()
    await page.getByRole('heading', { name: 'Tea love', level: 1 }).waitFor()
    await page.getByText('SQL', { exact: true }).click()
    await page.getByText('FROM', { exact: false }).first().waitFor()
    const shown = page.getByRole('list', { name: 'Customers by value' }).getByRole('listitem')
    await shown.first().waitFor()
    expect(await page.locator('.versions li').count()).toBe(1)
  })

  it('shows segments side by side, sorted by the address, and each on a page of its own', async () => {
    await page.goto(`${server.origin}/segments`)
    await page.getByRole('button', { name: 'Revenue' }).click()
    await page.waitForURL('**/segments?sort=-revenue')
    const head = page.getByRole('columnheader', { name: 'Revenue' })
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    await page.goBack()
    await page.waitForURL('**/segments')
    await page.getByRole('link', { name: 'Champions', exact: true }).click()
    await page.getByRole('heading', { name: 'Champions', level: 1 }).waitFor()
    await page.getByRole('heading', { name: 'Top products' }).waitFor()
    await page.getByRole('button', { name: 'Update Audience' }).click()
    const update = page.getByRole('region', { name: 'Update of the audience' })
    await update.getByText(/^Updated .* customers, /).waitFor()
    // The server kept it: whoever comes back finds it.
    await page.reload()
    await update.getByText(/^Updated /).waitFor()
  })

  it('changes a segment from its page by a dialog that shows whom it touches', async () => {
    await page.goto(`${server.origin}/segments/champions`)
    await page.getByText('Actions', { exact: true }).click()
    expect(await page.getByRole('button', { name: /^Rename…/ }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Clone…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('My champions')
    await dialog.getByRole('button', { name: 'Continue' }).click()
    expect(await dialog.locator('.count').innerText()).toMatch(/customers$/)
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await page.getByRole('heading', { name: 'My champions', level: 1 }).waitFor()
    await page.getByRole('link', { name: 'History' }).click()
    await page.getByRole('img', { name: /^From [\d,]+ customers/ }).waitFor()
    await page.getByRole('cell', { name: 'Created as a clone' }).waitFor()
  })

  it('keeps the chat at hand beside a page, and a tap away on a phone', async () => {
    await page.goto(`${server.origin}/segments/champion`)
    await page.getByRole('link', { name: 'Champions', exact: true }).waitFor()
    const beside = page.getByRole('complementary', { name: 'Chat' })
    await say('Champions in Germany')
    await beside.getByRole('region', { name: 'Preview' }).waitFor()
    await page.getByRole('link', { name: 'Champions', exact: true }).click()
    await page.getByRole('heading', { name: 'Champions', level: 1 }).waitFor()
    expect(await beside.getByRole('region', { name: 'Preview' }).isVisible()).toBe(true)

    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('link', { name: 'History' }).click()
    await page.waitForURL('**/history')
    expect(await beside.isVisible()).toBe(false)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page.getByRole('button', { name: 'Chat', exact: true }).click()
    expect(await beside.getByLabel('Your request').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await beside.waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('lists who is in a segment, puts them on a map and says why', async () => {
    await page.goto(`${server.origin}/segments/seg_rfm_champions/customers`)
    const rows = page.getByRole('row').filter({ has: page.getByRole('link') })
    await rows.first().waitFor()
    const first = await rows.first().innerText()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('Page 2').waitFor()
    await expect.poll(() => rows.first().innerText()).not.toBe(first)
    await page.getByRole('button', { name: 'Previous' }).click()
    await page.getByRole('button', { name: 'Customer', exact: true }).click()
    await page.locator('th[aria-sort="ascending"]').waitFor()
    expect(page.url()).toContain('sort=name')

    await page.getByRole('link', { name: 'Map', exact: true }).click()
    const map = page.getByRole('group', { name: /^World map/ })
    await map.locator('.shade-5').first().waitFor()
    const whole = await map.locator('g').getAttribute('transform')
    await map.getByRole('button', { name: 'Zoom in' }).click()
    await map.press('ArrowRight')
    expect(await map.locator('g').getAttribute('transform')).not.toBe(whole)
    await page.getByText('As a table').click()
    await page.getByRole('rowheader', { name: 'Canada', exact: true }).waitFor()

    await page.getByRole('link', { name: 'Why', exact: true }).click()
    await page.getByLabel('Search all customers').fill('C00040')
    await page.getByRole('button', { name: /C00040/ }).click()
    const why = page.getByRole('region', { name: 'Why' }).last()
    await why.getByText(/^In fact: has the RFM pattern/).waitFor()
  })

  it('builds criteria by hand, says beside a field what is wrong with it, and drafts a proposal', async () => {
    await page.goto(`${server.origin}/build`)
    await page.getByLabel('Add a condition').selectOption('attribute')
    const count = page.getByRole('region', { name: 'Count' })
    await count.getByText('Customers who are in the United States.').waitFor()
    await page.getByLabel('Value').fill('Atlantis')
    await page.getByRole('alert').getByText('No country Atlantis is in the data').waitFor()
    expect(await page.getByLabel('Value').getAttribute('aria-invalid')).toBe('true')

    await page.getByLabel('Value').fill('CA')
    await page.getByLabel('How these are joined').selectOption('none')
    await count.getByText(/^Customers who are not in Canada/).waitFor()
    await page.getByLabel('As a new segment').fill('Abroad')
    await page.getByRole('button', { name: 'Propose', exact: true }).click()
    const proposal = page.getByRole('region', { name: 'Proposal' })
    await proposal.getByRole('heading', { name: /^Create the segment “Abroad”/ }).waitFor()
    expect(await proposal.locator('.count').innerText()).toBe(await count.locator('.count').innerText())
  })

  it('shows who falls out of an audience where, before it is confirmed and on its page', async () => {
    await page.getByRole('link', { name: 'New conversation' }).click()
    await say('make an email audience from Champions, hold out 10 %, at most 20 by highest spend')
    const card = page.getByRole('region', { name: 'Proposal' }).last()
    const steps = card.getByRole('list', { name: 'Who falls out at which step' }).getByRole('listitem')
    await steps.filter({ hasText: 'Held out' }).waitFor()
    expect(await steps.last().innerText()).toMatch(/^In the audience\s+20/)
    await card.getByRole('button', { name: 'Confirm' }).click()
    await card.getByText('Confirmed', { exact: true }).waitFor()

    await page.getByRole('link', { name: 'Audiences' }).first().click()
    await page.getByRole('row').filter({ hasText: '10 % held out' }).getByRole('link').click()
    const perimeter = page.getByRole('region', { name: 'Perimeter' })
    await perimeter.getByText('because they unsubscribed from e-mail').waitFor()
    await page.getByText('Actions', { exact: true }).click()
    await page.getByRole('button', { name: 'Rename…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill('Spring champions')
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await page.getByRole('heading', { name: 'Spring champions', level: 1 }).waitFor()
  })

  it('runs no script that the server did not send', async () => {
    const response = await page.request.get(server.origin)
    const policy = response.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toContain('unsafe-inline')
  })
})

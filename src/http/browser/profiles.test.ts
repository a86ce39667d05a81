import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserDesk, complaintsOf, openDesk, settled } from './browser.fixture.ts'
import { withoutBrowser } from './chromium.fixture.ts'

describe.skipIf(withoutBrowser)('ICPs and personas by hand', () => {
  let desk: BrowserDesk
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    desk = await openDesk()
    page = desk.page
    complaints = complaintsOf(page)
  })
  afterAll(() => desk?.close())

  const open = async (path: string) => {
    await page.goto(desk.origin + path)
    await settled(page)
  }
  const dialog = () => page.getByRole('dialog')
  /** Confirms what a dialog shows, whoever it touches. */
  async function confirm() {
    const button = dialog().getByRole('button', { name: 'Confirm' })
    await button.waitFor()
    const field = dialog().getByLabel(/Type/)
    if (await field.isVisible()) {
      const count = await dialog().getByText(/Type/).locator('strong').innerText()
      await field.fill(count)
    }
    await button.click()
    await dialog().waitFor({ state: 'detached' })
  }
  const condition = (nth: number) => page.getByRole('region', { name: `Parameter ${nth}` })

  it('says what an ICP is where there is none, and offers to ask for one', async () => {
    await open('/qualification')
    await page.getByRole('heading', { name: 'There are no ICPs yet' }).waitFor()
    const sentence = page.getByRole('button', { name: /^Build an ICP for SaaS companies/ })
    expect(await sentence.count()).toBe(1)
  })

  it('builds an ICP with a filter and a weighed parameter, and counts while it is built', async () => {
    await page.getByRole('link', { name: 'built by hand' }).click()
    await page.getByLabel('Name').fill('SaaS')
    await condition(1).getByLabel('Add a condition').selectOption('company')
    await condition(1).getByLabel('Field').selectOption('industry')
    await condition(1).getByLabel('Comparison').selectOption('equals')
    await condition(1).getByLabel('Value').fill('SaaS')
    const count = page.getByRole('region', { name: 'Count' })
    await expect.poll(() => count.innerText()).toContain('8 companies')
    await page.getByRole('button', { name: '+ Scores' }).click()
    await condition(2).getByLabel('weight').fill('0')
    await condition(2).getByLabel('Add a condition').selectOption('company')
    await condition(2).getByRole('alert').getByText('a weight is at least 1').waitFor()
    await condition(2).getByLabel('weight').fill('4')
    await condition(2).getByLabel('Value').fill('200')
    await expect.poll(() => condition(2).innerText()).toMatch(/holds for \d+ companies/)
    await expect.poll(() => count.innerText()).toContain('Its code will be SAAS.')
    await page.getByRole('button', { name: 'Create it…' }).click()
    await dialog().getByText('8 companies').first().waitFor()
    await confirm()
    await page.getByRole('heading', { name: 'SaaS', level: 1 }).waitFor()
    await page.getByText('A draft scores nobody.').waitFor()
  })

  it('adds a persona to it, and sets both live', async () => {
    await page.getByRole('link', { name: 'Add a persona' }).click()
    await page.getByLabel('Name').fill('VP')
    await condition(1).getByLabel('Add a condition').selectOption('person')
    await condition(1).getByLabel('Field').selectOption('seniority')
    await condition(1).getByLabel('Comparison').selectOption('equals')
    await condition(1).getByLabel('Value').fill('VP')
    await page.getByRole('button', { name: 'Create it…' }).click()
    await confirm()
    for (const name of ['VP', 'SaaS']) {
      if (name === 'SaaS') await page.getByRole('link', { name, exact: true }).click()
      await page.getByRole('heading', { name, level: 1 }).waitFor()
      await page.locator('summary', { hasText: 'Actions' }).click()
      await page.getByRole('button', { name: 'Set live…' }).click()
      await confirm()
      await page.locator('.segment-head .state', { hasText: 'Live' }).waitFor()
    }
    await desk.app.refreshScores.due({})
    const { icps } = await desk.app.services.standing.tree()
    expect(icps[0]?.personas[0]).toMatchObject({ name: 'VP', code: 'VP', status: 'live' })
  })

  it('walks through the tree by the keyboard', async () => {
    await open('/qualification')
    const item = (name: RegExp) => page.getByRole('treeitem', { name })
    await item(/^SaaS.*8 companies/).focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => item(/^SaaS/).getAttribute('aria-expanded')).toBe('false')
    expect(await item(/^VP/).count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    await item(/^VP/).waitFor()
    // Scores that were just computed draw the tree anew, and a key pressed meanwhile would go nowhere.
    const isAtVp = () => item(/^VP/).evaluate((each) => each === each.ownerDocument.activeElement)
    await expect
      .poll(async () => {
        await item(/^SaaS.*8 companies/).press('ArrowRight')
        return isAtVp()
      })
      .toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'No persona fit', level: 1 }).waitFor()
  })

  it('counts the corners anew when a threshold moves, and they are everybody', async () => {
    await open('/qualification')
    const corners = page.locator('.corners tbody td strong')
    const counts = async () => (await corners.allInnerTexts()).map(Number)
    const before = await counts()
    expect(before.reduce((sum, n) => sum + n, 0)).toBe(60)
    await page.getByRole('spinbutton', { name: 'ICP score at least' }).fill('0')
    await expect.poll(counts).not.toEqual(before)
    expect((await counts()).reduce((sum, n) => sum + n, 0)).toBe(60)
    expect(page.url()).toContain('min_icp=0')
  })

  it('says why a company scores what it scores, parameter by parameter', async () => {
    await open('/qualification/SaaS/records')
    await page.getByRole('link', { name: 'Ada Works' }).first().click()
    const explained = page.getByRole('region', { name: 'ICP SaaS' })
    await explained.waitFor()
    const said = await explained.innerText()
    expect(said).toContain('of 4 points')
    expect(said).toMatch(/Must are in the industry SaaS\s*Holds/)
    await page.getByLabel('Held against').selectOption({ label: 'SaaS (live ICP)' })
    await expect.poll(() => page.url()).toContain('profile=icp_')
  })

  it('shows whom rules handed on, and sends again what did not arrive', async () => {
    await desk.change({
      kind: 'create_routing_rule',
      name: 'To Anna',
      definition: {
        entity: 'company',
        criteria: { type: 'company', field: 'industry', op: 'equals', value: 'SaaS' },
        to: { type: 'owner', owner: 'Anna' },
      },
      present: true,
    })
    const rules = page.getByRole('region', { name: 'Handed on by rules' })
    await expect
      .poll(async () => {
        await open('/qualification')
        return rules.innerText()
      })
      .toContain('8 arrived')
    const database = new Database(desk.databasePath)
    database.exec("UPDATE deliveries SET state = 'failed', reason = 'answered 503' WHERE number <= 2")
    database.close()
    await open('/qualification')
    await rules.getByText('6 arrived, 2 failed').waitFor()
    await rules.getByRole('button', { name: 'Send 2 again…' }).click()
    await dialog().getByText('Send 2 deliveries of the routing rule “To Anna” again, to Anna').waitFor()
    await confirm()
    await rules.getByText('8 arrived').waitFor()
    expect(await rules.getByRole('button', { name: /^Send/ }).count()).toBe(0)
  })

  it('complained of nothing but what was wrong in the form', () => {
    expect(complaints.filter((each) => !/status of 4\d\d/.test(each))).toEqual([])
  })

  it('looks for groups inside an ICP over customers, and says where there are too few', async () => {
    const { outcome } = await desk.change({
      kind: 'create_icp',
      name: 'Buyers',
      code: 'BUYERS',
      goal: '',
      parameters: [{ mode: 'filter', criteria: { type: 'orders', measure: 'count', op: '>=', value: 1 } }],
    })
    await open(`/qualification/${outcome?.['profileIds']}`)
    await page.getByRole('link', { name: 'Find groups' }).click()
    await page.getByLabel('Goal').selectOption('Win back')
    await page.getByRole('button', { name: 'Find groups' }).click()
    await page.getByText(/^Too few customers: /).waitFor()
    expect(await page.getByRole('button', { name: /Save as personas/ }).count()).toBe(0)
  })
})

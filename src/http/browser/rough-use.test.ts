import { createWriteStream } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { query } from '#db/run.ts'
import { folderOf } from '#domain/exports/folder.ts'
import { type BrowserDesk, openDesk, settled } from './browser.fixture.ts'
import { withoutBrowser } from './chromium.fixture.ts'
import { AWKWARD } from './company.fixture.ts'
import { cuttingOff } from './cut-off.fixture.ts'

describe.skipIf(withoutBrowser)('what the web app does when it is used roughly', () => {
  let desk: BrowserDesk
  let page: Page

  beforeAll(async () => {
    desk = await openDesk()
    page = desk.page
    await desk.make('create a segment of customers from Germany called Berliners')
  })
  afterAll(() => desk?.close())

  const open = async (path: string, on = page) => {
    await on.goto(desk.origin + path)
    await settled(on)
  }

  it.for([
    ['/segments/Berliner', 'heading', /Berliner/, 'Berliners'],
    ['/segments/Berliners/numbers', 'alert', /no tab “numbers”/, 'Overview'],
    ['/segments?sort=height', 'alert', /height/, 'Show all segments'],
    ['/segments?page=0', 'alert', /page/, 'Show all segments'],
    ['/segments?page=-1e9', 'alert', /page/, 'Show all segments'],
    ['/segments/Berliners/customers?sort=height', 'alert', /list/, 'Show them all, by spend'],
    ['/segments/Berliners/customers?direction=sideways', 'alert', /list/, 'Show them all, by spend'],
    ['/segments/Berliners/why?customer=nobody', 'alert', /no customer/, 'Overview'],
    ['/build?preview=none', 'alert', /preview/, 'Segments'],
    ['/proposals/none', 'heading', /proposal/i, '← Activity'],
    ['/indicators/none', 'heading', /indicator/i, '← All indicators'],
    ['/threads/none', 'alert', /conversation/, 'Begin a new conversation'],
    ['/segments/%E0%A4%A', 'heading', /./, '← All segments'],
    ['/<img src=x>', 'heading', 'There is no page here', 'A new conversation'],
  ] as const)('%s says what is wrong, and where to go', async ([path, role, says, leads]) => {
    await open(path)
    const told = role === 'alert' ? page.getByRole('alert').first() : page.getByRole('heading', { level: 1 })
    expect(await told.innerText()).toMatch(says)
    expect(await page.getByRole('link', { name: leads }).first().isVisible()).toBe(true)
  })

  it('says that a page of a list is none any more, and goes back to the first', async () => {
    await desk.make('create a segment of customers who ordered at least once called Buyers')
    await open('/segments/Buyers/customers')
    await page.route(/\/customers\?.*cursor=/, (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/cursor=[^&]*/, 'cursor=abc'),
      }),
    )
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('alert').first().waitFor()
    await page.unroute(/\/customers\?.*cursor=/)
    await page.getByRole('button', { name: 'To the first page' }).click()
    await page.getByText('Page 1').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await page.getByRole('row').count()).toBeGreaterThan(40)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('Page 2').waitFor()
  })

  it('shows names as they are written, and runs none', async () => {
    const named = `${AWKWARD.quotes} ${AWKWARD.rightToLeft} ${AWKWARD.script}`
    const { outcome } = await desk.make('create a segment of customers from France called Parisians')
    await open(`/segments/${outcome?.['segmentId']}`)
    await page.getByText('Actions', { exact: true }).click()
    await page.getByRole('button', { name: 'Rename…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill(named)
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await page.getByRole('heading', { name: named, level: 1 }).waitFor()
    for (const path of ['/segments', `/segments/${encodeURIComponent(named)}`, '/proposals']) {
      await open(path)
      expect(await page.getByText(named).first().isVisible()).toBe(true)
    }
    await open('/')
    await page.getByLabel('Your request').fill(`Champions ${AWKWARD.script}`)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('button', { name: 'Ask again' }).waitFor()

    await open('/segments/Champions/customers')
    await page.getByLabel('Search these customers').fill('Nº')
    await page.getByText(/match “Nº”/).waitFor()
    for (const tab of ['Geography', 'Map', 'Overview']) {
      await page.locator('.tabs').getByRole('link', { name: tab }).click()
      await settled(page)
    }
    expect(await page.evaluate('window.harmed')).toBeUndefined()
    expect(await page.locator('img:not([src="/icon.svg"])').count()).toBe(0)
  })

  it('confirms once, however often that is clicked', async () => {
    const { id } = await desk.propose('create a segment of customers from Canada called Twice')
    await open(`/proposals/${id}`)
    const asked: string[] = []
    page.on('request', (request) => void asked.push(`${request.method()} ${request.url()}`))
    await page.getByRole('button', { name: 'Confirm' }).dblclick()
    await page.getByText(/^Confirmed by Ana/).waitFor()
    await settled(page)
    expect(asked.filter((each) => each.endsWith('/confirm'))).toHaveLength(1)
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('runs one update for two tabs, and both see how it ends', async () => {
    const other = await desk.context.newPage()
    await Promise.all([open('/segments/Berliners'), open('/segments/Berliners', other)])
    const update = { name: 'Update Audience' }
    await Promise.all([page.getByRole('button', update).click(), other.getByRole('button', update).click()])
    const ends = [page, other].map(async (each) => {
      const panel = each.getByRole('region', { name: 'Update of the audience' })
      await panel.getByText(/^Updated /).waitFor()
      return panel.locator('strong').innerText()
    })
    const [first, second] = await Promise.all(ends)
    expect(first?.replace(/.*: /, '')).toBe(second?.replace(/.*: /, ''))
    await other.close()
  })

  it('has the answer for whoever went away before it was there', async () => {
    const away = await desk.context.newPage()
    await open('/', away)
    await away.getByLabel('Your request').fill('customers from Toronto')
    const begun = away.waitForResponse('**/api/chat')
    await away.getByRole('button', { name: 'Send' }).click()
    await begun
    await away.close()
    await open('/')
    await page.getByRole('link', { name: 'customers from Toronto' }).click()
    const preview = page.getByRole('region', { name: 'Preview' })
    await preview.waitFor()
    expect(await preview.locator('.count').innerText()).toMatch(/customers?$/)
  })

  it('says that an answer broke off, and shows it once when it is asked for again', async () => {
    const cut = await cuttingOff(desk.origin)
    const other = await desk.context.newPage()
    await other.goto(cut.origin)
    await settled(other)
    cut.cutNext()
    await other.getByLabel('Your request').fill('customers from Berlin')
    await other.getByRole('button', { name: 'Send' }).click()
    const log = other.getByRole('log')
    await log.getByRole('alert').getByText('The answer broke off before its end').waitFor()
    await log.getByRole('button', { name: 'Ask again' }).click()
    await log.getByRole('region', { name: 'Preview' }).waitFor()
    await settled(other)
    expect(await log.getByRole('alert').count()).toBe(0)
    expect(await log.getByRole('region', { name: 'Preview' }).count()).toBe(1)
    expect(await log.getByText('customers from Berlin', { exact: true }).count()).toBe(1)
    await other.close()
    await cut.close()
  })

  it('tells of a place on the map that is tapped, and brings it closer between two fingers', async () => {
    const state = await desk.context.storageState()
    const phone = await desk.browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      storageState: state,
    })
    const held = await phone.newPage()
    await open('/segments/Champions/map', held)
    const frame = held.locator('.map > svg')
    const city = await held.locator('.map circle[data-tip^="Paris"]').boundingBox()
    const map = await frame.boundingBox()
    if (city === null || map === null) throw new Error('There is no map')
    const [x, y] = [map.x + map.width / 2, map.y + map.height / 2]
    await held.touchscreen.tap(city.x + city.width / 2, city.y + city.height / 2)
    const tip = held.locator('.map-tip')
    expect(await tip.innerText()).toMatch(/^Paris.*: [\d,]+ customers?, /)
    const told = await tip.boundingBox()
    expect(told?.x).toBeGreaterThanOrEqual(map.x)
    expect((told?.x ?? 0) + (told?.width ?? 0)).toBeLessThanOrEqual(map.x + map.width)

    const fingers = await phone.newCDPSession(held)
    const put = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number) =>
      fingers.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          apart === undefined
            ? []
            : [
                { x: x - apart, y, id: 1 },
                { x: x + apart, y, id: 2 },
              ],
      })
    const whole = await frame.locator('g').getAttribute('transform')
    await put('touchStart', 20)
    for (const apart of [35, 50, 65, 80]) await put('touchMove', apart)
    await put('touchEnd')
    const closer = await frame.locator('g').getAttribute('transform')
    expect(closer).not.toBe(whole)
    expect(Number(/scale\((.*)\)/.exec(closer ?? '')?.[1])).toBeGreaterThan(2)
    await phone.close()
  })

  it('takes files that are dropped beside the place for them, and says which column gave way to another', async () => {
    await open('/data')
    const dataTransfer = await page.evaluateHandle(`(() => {
      const held = new DataTransfer()
      held.items.add(new File(['id,email,city,Town\\nN1,n1@example.com,Rome,Bern\\n'], 'customers.csv'))
      return held
    })()`)
    const elsewhere = page.getByRole('heading', { name: 'Data', level: 1 })
    await elsewhere.dispatchEvent('dragenter', { dataTransfer })
    await page.getByText('Let go to look at them').waitFor()
    await elsewhere.dispatchEvent('drop', { dataTransfer })
    const file = page.getByRole('region', { name: 'customers.csv', exact: true })
    await file.getByText('3 of 4 columns are read').waitFor()
    await file.getByLabel('Town is read as').selectOption('city')
    await file.getByText('city is not read any more: Town fills city now.').waitFor()
    expect(await file.getByLabel('city is read as', { exact: true }).inputValue()).toBe('')
    await file.getByRole('button', { name: 'Leave out customers.csv' }).click()
    await file.waitFor({ state: 'detached' })
  })

  it('cancels an import, of which nothing stays', async () => {
    const customers = () =>
      desk.app.services.reader.get(query.selectFrom('customers').select((eb) => eb.fn.countAll().as('n')))
    const before = customers()
    const rows = Array.from({ length: 100_000 }, (_, i) => `N${i},Rome`).join('\n')
    await open('/data')
    await page.locator('input[type=file]').setInputFiles({
      name: 'customers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`id,city\n${rows}\n`),
    })
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('The import was cancelled; nothing was changed.').waitFor()
    expect(customers()).toEqual(before)
    // The file is there still, to be looked at again.
    expect(await page.getByRole('button', { name: 'Import', exact: true }).isEnabled()).toBe(true)
  })

  it('serves a download again whose connection was closed in the middle', async () => {
    const exported = await desk.make('export Berliners')
    const id = exported.outcome?.['exportId'] ?? ''
    await open(`/proposals/${exported.id}`)
    await page.getByRole('link', { name: 'manifest.json' }).waitFor()
    // Larger than what a closed connection may have taken already.
    const file = `${folderOf(desk.databasePath, id)}/berliners-standard-csv.csv`
    const more = createWriteStream(file, { flags: 'a' })
    for (let i = 0; i < 64; i++) more.write(Buffer.alloc(1 << 20, 10))
    await new Promise((done) => more.end(done))
    const first = await page.evaluate<number>(`(async () => {
      const stop = new AbortController()
      const answer = await fetch('/api/exports/${id}/file', { signal: stop.signal })
      const { value } = await answer.body.getReader().read()
      stop.abort()
      return value.length
    })()`)
    const whole = await page.evaluate<number>(
      `fetch('/api/exports/${id}/file').then((answer) => answer.arrayBuffer()).then((all) => all.byteLength)`,
    )
    expect(first).toBeLessThan(whole)
    expect(whole).toBeGreaterThan(64 << 20)
  })

  it('says that the server is away, and goes on when it is back', async () => {
    await open('/segments')
    await desk.stopServer()
    await page.getByRole('link', { name: 'Berliners' }).click()
    await page.getByText('Muster can’t be reached.').waitFor()
    await page.getByLabel('Your request').fill('Champions')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('log').getByRole('alert').waitFor()
    await desk.startServer()
    await page.getByText('Muster can’t be reached.').waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Berliners', level: 1 }).waitFor()
    await page.getByRole('button', { name: 'Ask again' }).click()
    const preview = page.getByRole('region', { name: 'Preview' })
    await preview.waitFor()
    expect(await preview.innerText()).toContain('Champions')
  })
})

import type { Page } from 'playwright-core'
import type { Route } from '#widget/shell/route.ts'
import type { BrowserDesk } from './browser.fixture.ts'
import { AWKWARD } from './company.fixture.ts'

/** One look at a page of the web app. */
export interface Visit {
  /** What its screenshots are called. */
  readonly name: string
  readonly path: string | ((furnished: Furnished) => string)
  /** What is done there before it is looked at. */
  readonly act?: (page: Page) => Promise<void>
  /** The server refuses what is asked for there, which browsers note as an error. */
  readonly refused?: true
  /** It has tabs, or a menu of actions: each of them is looked at too. */
  readonly tabs?: true
  readonly actions?: true
  /** It is something that only phones show. */
  readonly phone?: true
}

/** What the visits need to be there. */
export async function furnish(desk: BrowserDesk) {
  await desk.make('create a segment of customers from Germany called Berliners')
  await desk.make('make an email audience from Berliners called Spring letter')
  await desk.make('create an indicator called Tea love: share of spend on Tea')
  const waiting = await desk.propose('create a segment of customers from France called Parisians')
  const exported = await desk.make('export Berliners')
  return { waiting: waiting.id, exported: exported.id }
}
type Furnished = Awaited<ReturnType<typeof furnish>>

const say =
  (...texts: readonly string[]) =>
  async (page: Page) => {
    for (const [i, text] of texts.entries()) {
      await page.getByLabel('Your request').fill(text)
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByRole('article', { name: 'Muster' }).nth(i).waitFor()
      await page.getByRole('button', { name: 'Ask again' }).waitFor()
    }
  }

/** Each page of the web app with what is to be seen there. Types know which pages there are: none is forgotten. */
export const visits = {
  new: [{ name: 'start', path: '/' }],
  thread: [
    { name: 'chat-preview', path: '/', act: say('customers who ordered 3 times and spent over $200') },
    { name: 'chat-question', path: '/', act: say('recent buyers') },
    {
      name: 'chat-proposal',
      path: '/',
      act: say('create a segment of customers from Canada called Canucks'),
    },
    { name: 'chat-audience', path: '/', act: say('make an email audience from Champions, hold out 10 %') },
    { name: 'chat-figures', path: '/', act: say('what is the average order of Berliners by city?') },
    { name: 'chat-comparison', path: '/', act: say('compare Champions and Berliners') },
    { name: 'chat-why', path: '/', act: say('why is K12 in Berliners?', 'customers who like jazz') },
    { name: 'chat-missing', path: '/threads/thr_none', refused: true },
  ],
  segments: [
    { name: 'segments', path: '/segments' },
    { name: 'segments-none-found', path: '/segments?search=zebra' },
    { name: 'segments-bad-sort', path: '/segments?sort=height', refused: true },
    {
      name: 'menu',
      path: '/segments',
      phone: true,
      act: (page) => page.getByRole('button', { name: 'Menu' }).click(),
    },
    {
      name: 'chat-beside',
      path: '/segments',
      phone: true,
      act: (page) => page.getByRole('button', { name: 'Chat', exact: true }).click(),
    },
  ],
  segment: [
    { name: 'segment', path: '/segments/Berliners', tabs: true, actions: true },
    { name: 'segment-list', path: `/segments/${encodeURIComponent(AWKWARD.script)}` },
    { name: 'segment-why-one', path: '/segments/Berliners/why?customer=K12' },
    { name: 'segment-missing', path: '/segments/Berlin', refused: true },
    { name: 'segment-no-such-tab', path: '/segments/Berliners/numbers' },
  ],
  audiences: [{ name: 'audiences', path: '/audiences' }],
  audience: [
    { name: 'audience', path: '/audiences/Spring%20letter' },
    { name: 'audience-missing', path: '/audiences/Sprung', refused: true },
  ],
  compare: [
    { name: 'compare', path: '/compare?a=Berliners&b=Champions' },
    { name: 'compare-choose', path: '/compare' },
    { name: 'compare-missing', path: '/compare?a=Berliners&b=Berlin', refused: true },
  ],
  build: [
    {
      name: 'build',
      path: '/build',
      async act(page) {
        await page.getByLabel('Add a condition').selectOption('attribute')
        await page.getByLabel('Value').fill('Atlantis')
        await page.getByRole('alert').getByText('No country Atlantis is in the data').waitFor()
      },
      refused: true,
    },
  ],
  indicators: [{ name: 'indicators', path: '/indicators' }],
  indicator: [
    { name: 'indicator', path: '/indicators/Tea%20love' },
    { name: 'indicator-missing', path: '/indicators/none', refused: true },
  ],
  activity: [
    { name: 'activity', path: '/activity' },
    { name: 'activity-none-found', path: '/activity?what=zebra' },
    { name: 'activity-bad-filter', path: '/activity?kind=weather', refused: true },
  ],
  proposal: [
    { name: 'proposal-waiting', path: ({ waiting }) => `/proposals/${waiting}` },
    { name: 'proposal-exported', path: ({ exported }) => `/proposals/${exported}` },
    { name: 'proposal-missing', path: '/proposals/none', refused: true },
  ],
  missing: [{ name: 'missing', path: '/nowhere/at/all' }],
} satisfies Record<Route['page'], readonly Visit[]>

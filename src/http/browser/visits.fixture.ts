import type { Page } from 'playwright-core'
import type { Route } from '#widget/shell/route.ts'
import type { ProfileTree } from '../api.ts'
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
  const icp = await desk.change({
    kind: 'create_icp',
    name: 'Mid-market SaaS',
    code: 'MID-SAAS',
    goal: 'Sell the yearly plan',
    parameters: [
      { mode: 'filter', criteria: company('industry', 'in', ['SaaS', AWKWARD.long]) },
      { mode: 'exclude', criteria: company('industry', 'equals', 'Agency') },
      {
        mode: 'score',
        criteria: company('employees', '>=', 200),
        weight: 3,
        grades: [{ criteria: company('employees', 'between', [50, 199]), credit: 50 }],
      },
      { mode: 'score', criteria: company('country', 'equals', 'US'), weight: 2 },
    ],
  })
  const icpId = icp.outcome?.['profileIds'] ?? ''
  const vps = await desk.change({
    kind: 'create_persona',
    icpId,
    name: 'VP Sales',
    code: 'VP-SALES',
    goal: '',
    parameters: [
      { mode: 'filter', criteria: person('seniority', 'equals', 'VP') },
      { mode: 'score', criteria: person('title', 'contains', 'Sales'), weight: 2 },
      { mode: 'score', criteria: person('years_in_role', '<=', 3), weight: 1 },
    ],
  })
  const draft = { kind: 'create_persona', icpId, name: AWKWARD.script, code: 'CTO', goal: '' } as const
  await desk.change({
    ...draft,
    parameters: [{ mode: 'filter', criteria: person('seniority', 'equals', 'C-suite') }],
  })
  const personaId = vps.outcome?.['profileIds'] ?? ''
  for (const profileId of [icpId, personaId]) {
    await desk.change({ kind: 'set_profile_status', profileId, status: 'live' })
  }
  await desk.app.refreshScores.due({})
  return { waiting: waiting.id, exported: exported.id, icpId, personaId }
}
const company = (field: string, op: string, value: unknown) => ({ type: 'company', field, op, value })
const person = (field: string, op: string, value: unknown) => ({ type: 'person', field, op, value })
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
  qualification: [
    { name: 'qualification', path: '/qualification' },
    {
      name: 'qualification-none-yet',
      path: '/qualification',
      async act(page) {
        const nothing = { icps: [], scored: [] } satisfies ProfileTree
        await page.route('**/api/profiles', (route) => route.fulfill({ json: nothing }), { times: 1 })
        await page.reload()
        await page.getByRole('heading', { name: 'There are no ICPs yet' }).waitFor()
      },
    },
  ],
  record: [
    { name: 'record-company', path: '/records/company/B0' },
    { name: 'record-person', path: '/records/person/L0' },
    { name: 'record-other', path: ({ icpId }) => `/records/company/B1?profile=${icpId}` },
    { name: 'record-missing', path: '/records/company/none', refused: true },
    { name: 'record-of-nothing', path: '/records/planet/Mars', refused: true },
  ],
  profile: [
    { name: 'icp', path: ({ icpId }) => `/qualification/${icpId}`, tabs: true, actions: true },
    { name: 'persona', path: ({ personaId }) => `/qualification/${personaId}`, tabs: true },
    {
      name: 'icp-people',
      path: ({ icpId }) => `/qualification/${icpId}/records?of=person`,
      act: (page) => page.getByRole('button', { name: /^Right company, wrong person/ }).click(),
    },
    { name: 'profile-missing', path: '/qualification/nobody', refused: true },
  ],
  'build-profile': [
    {
      name: 'build-icp',
      path: '/build/icp',
      async act(page) {
        await page.getByRole('textbox', { name: 'Name', exact: true }).fill('German SaaS')
        await page.getByLabel('Add a condition').selectOption('company')
        await page.getByRole('button', { name: '+ Scores' }).click()
      },
      refused: true,
    },
    { name: 'build-persona', path: ({ icpId }) => `/build/persona?icp=${icpId}` },
    { name: 'build-persona-nowhere', path: '/build/persona' },
  ],
  'no-persona-fit': [{ name: 'no-persona-fit', path: ({ icpId }) => `/no-persona-fit/${icpId}` }],
  'no-icp-fit': [
    { name: 'no-icp-fit', path: '/no-icp-fit/company' },
    { name: 'no-icp-fit-people', path: '/no-icp-fit/person' },
    { name: 'no-icp-fit-nothing', path: '/no-icp-fit/planets' },
  ],
  indicators: [{ name: 'indicators', path: '/indicators' }],
  indicator: [
    { name: 'indicator', path: '/indicators/Tea%20love' },
    { name: 'indicator-missing', path: '/indicators/none', refused: true },
  ],
  health: [
    {
      name: 'data-health',
      path: '/health',
      act: (page) => page.getByRole('region', { name: 'Score' }).waitFor(),
    },
  ],
  data: [
    { name: 'data', path: '/data' },
    {
      name: 'data-planned',
      path: '/data',
      act: async (page) => {
        const buffer = Buffer.from('Customer ID,Email,Colour\n1,a@example.com,red\n')
        await page.locator('input[type=file]').setInputFiles([
          { name: 'customers.csv', mimeType: 'text/csv', buffer },
          { name: `${AWKWARD.long}.csv`.slice(-100), mimeType: 'text/csv', buffer: Buffer.from([0, 1]) },
        ])
        await page.getByRole('button', { name: 'Import', exact: true }).waitFor()
      },
    },
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

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { browserCommand, systemBrowser } from './browser.ts'

const page = 'http://127.0.0.1:4747/signin?code=abc&next=%2Fproposals%2Fp'

test.for([
  ['linux', { DISPLAY: ':0' }, ['xdg-open', page]],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', page]],
  ['linux', {}, undefined],
  ['darwin', {}, ['open', page]],
  ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', page]],
  ['linux', { BROWSER: 'firefox' }, ['firefox', page]],
  ['linux', { BROWSER: 'firefox --private %s:lynx' }, ['firefox', '--private', page]],
  ['linux', { BROWSER: 'lynx -dump' }, ['lynx', '-dump', page]],
  ['darwin', { BROWSER: 'none' }, undefined],
  ['darwin', { CI: 'true', BROWSER: 'firefox' }, undefined],
] as const)('on %s with %o it runs %o', ([platform, env, command]) => {
  expect(browserCommand(page, env, platform)).toEqual(command)
})

test('where nobody would see a page there is no browser', () => {
  expect(systemBrowser({ CI: '1' })).toBeUndefined()
})

test('a browser that does not exist was not opened', async () => {
  expect(await systemBrowser({ BROWSER: '/nowhere/browser' })?.(page)).toBe(false)
})

test('the browser is given the page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-browser-'))
  try {
    const script = join(folder, 'browser.cjs')
    const seen = join(folder, 'seen')
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(seen)}, process.argv[2])`)
    expect(await systemBrowser({ BROWSER: `${process.execPath} ${script} %s` })?.(page)).toBe(true)
    await expect.poll(() => existsSync(seen) && readFileSync(seen, 'utf8')).toBe(page)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

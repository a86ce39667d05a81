import { afterAll, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { musterHome } from './muster.fixture.ts'

const home = musterHome()
afterAll(() => home.clean())

test('says its version and its commands', async () => {
  const version = await home.spawn(['--version'])
  expect(version).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' })
  const { out } = await home.run(['--help'])
  expect(out).toContain('ask [options]')
  expect(out).toContain('proposals')
})

import { afterAll, expect, test } from 'vitest'
import { musterHome } from './muster.fixture.ts'

const home = musterHome()
afterAll(() => home.clean())

/** What the doctor says of pages that show the chat. */
async function ofPages(origins: string) {
  const { out } = await home.run(['doctor', '--json'], { MUSTER_WIDGET_ORIGINS: origins })
  const { findings }: { findings: readonly { ok: boolean; text: string; next?: string }[] } = JSON.parse(out)
  return findings.filter(({ text }) => /widget key/.test(text))
}

test('warns of pages that may show the chat and have no key, and of keys whose pages may not', async () => {
  expect(await ofPages('')).toEqual([])
  expect(await ofPages('https://shop.example')).toEqual([
    {
      ok: false,
      text: expect.stringMatching(/^Pages of https:\/\/shop\.example may show the chat, and no widget key/),
      next: expect.stringContaining('muster widget-keys add <name> --origin https://shop.example'),
    },
  ])

  await home.run(['widget-keys', 'add', 'Shop', '--origin', 'https://shop.example', 'https://old.example'])
  expect(await ofPages('https://shop.example')).toEqual([
    {
      ok: false,
      text: 'The widget key “Shop” is for pages of https://old.example, which may not show the chat',
      next: expect.stringContaining('MUSTER_WIDGET_ORIGINS=https://shop.example,https://old.example'),
    },
  ])
  expect(await ofPages('https://shop.example,https://old.example')).toEqual([])
  expect(await ofPages('')).toMatchObject([{ text: expect.stringContaining('https://shop.example and') }])
})

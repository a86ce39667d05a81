import { expect, test } from 'vitest'
import { tools, toolsets } from '#tools/index.ts'
import { offer, type Wish } from './offer.ts'

const offered = (...asked: Parameters<typeof offer>) => {
  const refusal = offer(...asked)
  return tools.filter((tool) => refusal(tool) === undefined)
}

test('without a wish all tools are there', () => {
  expect(offered({})).toEqual(tools)
})

test('toolsets come with what all others build on, and with nothing else', () => {
  expect(offered({ toolsets: 'routing, indicators' })).toEqual([
    ...(toolsets['core'] ?? []),
    ...(toolsets['indicators'] ?? []),
    ...(toolsets['routing'] ?? []),
  ])
})

test('who only reads, by wish or by role, is offered nothing that drafts', () => {
  const reading = tools.filter(({ effect }) => effect === 'read')
  const asked: Parameters<typeof offer>[] = [
    [{ readOnly: true }],
    [{}, 'viewer'],
    [{ readOnly: true }, 'viewer'],
  ]
  for (const each of asked) expect(offered(...each)).toEqual(reading)
})

test.for<[Wish, string]>([
  [{ toolsets: 'segments' }, 'build_icp is in none of the toolsets segments'],
  [{ readOnly: true }, 'build_icp drafts a change, and this connection only reads'],
])('a tool that is not there says why: %o', ([wish, why]) => {
  const tool = tools.find(({ name }) => name === 'build_icp')
  expect(tool && offer(wish)(tool)?.message).toBe(why)
})

test.for(['nonsense', '', 'segments,', 'core'])('a toolset that there is not is no wish: “%s”', (wanted) => {
  expect(() => offer({ toolsets: wanted })).toThrow('There is no toolset')
})

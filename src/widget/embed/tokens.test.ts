import { expect, test, vi } from 'vitest'
import { RequestError } from '../api/client.ts'
import { createTokens } from './tokens.ts'

/** Tokens `1`, `2` …, in order. */
const counted = () => {
  let n = 0
  return vi.fn<() => Promise<unknown>>(async () => ({ token: String(++n) }))
}

test('one is asked for when the first is needed, once for all who wait', async () => {
  const ask = counted()
  const tokens = createTokens(ask)
  expect(ask).not.toHaveBeenCalled()
  expect(await Promise.all([tokens.current(), tokens.current()])).toEqual(['1', '1'])
  expect(await tokens.current()).toBe('1')
  expect(ask).toHaveBeenCalledTimes(1)
})

test('one that was refused is renewed once, whoever says so first', async () => {
  const ask = counted()
  const tokens = createTokens(ask)
  const first = await tokens.current()
  expect(await Promise.all([tokens.renew(first), tokens.renew(first)])).toEqual(['2', '2'])
  expect(await tokens.renew(first)).toBe('2')
  expect(ask).toHaveBeenCalledTimes(2)
})

test('a page that gave none is asked again the next time', async () => {
  const ask = vi.fn<() => Promise<unknown>>().mockRejectedValueOnce(new RequestError(0, NOTHING))
  ask.mockResolvedValueOnce('by itself')
  const tokens = createTokens(ask)
  await expect(tokens.current()).rejects.toThrow('Nothing')
  expect(await tokens.current()).toBe('by itself')
})

test.for([undefined, null, '', {}, { token: 7 }, { token: '' }])('%j is no token', async (given) => {
  await expect(createTokens(async () => given).current()).rejects.toMatchObject({
    detail: { code: 'signed_out', message: 'This page has no token for Muster' },
  })
})

const NOTHING = { code: 'bug', message: 'Nothing', next: '', path: [], choices: [] } as const

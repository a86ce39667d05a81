import { expect, test } from 'vitest'
import { createDesk, type DeskDeps } from './desk.ts'

function desk(given: Partial<DeskDeps> = {}) {
  const seen = { served: 0, closed: 0, codes: 0, pages: new Array<string>() }
  const made = createDesk({
    findServer: async () => undefined,
    serveWeb: async () => {
      seen.served++
      return { url: 'http://127.0.0.1:5000', close: async () => void seen.closed++ }
    },
    signInCode: async () => `code-${++seen.codes}`,
    openBrowser: async (url) => seen.pages.push(url) > 0,
    isWaiting: () => false,
    ...given,
  })
  return { made, seen }
}

test('links point at the server that runs, and at one of our own where none does', async () => {
  let running: string | undefined
  const { made, seen } = desk({ findServer: async () => running })
  expect(await made.link('prop_1')).toBe('http://127.0.0.1:5000/proposals/prop_1')
  expect(await made.link('prop_2')).toBe('http://127.0.0.1:5000/proposals/prop_2')
  running = 'https://muster.example'
  expect(await made.link('prop_1')).toBe('https://muster.example/proposals/prop_1')
  await made.close()
  expect(seen).toMatchObject({ served: 1, closed: 1 })
})

test('nothing is served before a link is asked for', async () => {
  const { made, seen } = desk()
  await made.close()
  expect(seen).toMatchObject({ served: 0, closed: 0 })
})

test('a server that failed to start is tried again', async () => {
  let fails = true
  const { made } = desk({
    serveWeb: async () => {
      if (fails) throw new Error('no port')
      return { url: 'http://127.0.0.1:6000', close: async () => {} }
    },
  })
  await expect(made.link('p')).rejects.toThrow('no port')
  fails = false
  expect(await made.link('p')).toBe('http://127.0.0.1:6000/proposals/p')
})

test('the code goes into the browser, and only there', async () => {
  const { made, seen } = desk()
  expect(made.hasOpened()).toBe(false)
  expect(await made.open('prop_1')).toBe(true)
  expect(made.hasOpened()).toBe(true)
  expect(seen.pages).toEqual(['http://127.0.0.1:5000/signin?code=code-1&next=%2Fproposals%2Fprop_1'])
  expect(await made.link('prop_1')).not.toContain('code')
})

test('a second page is opened once the first one was answered', async () => {
  const waiting = new Set(['prop_1'])
  const { made, seen } = desk({ isWaiting: (id) => waiting.has(id) })
  await made.open('prop_1')
  expect(await made.open('prop_2')).toBe(false)
  waiting.clear()
  expect(await made.open('prop_3')).toBe(true)
  expect(seen.pages).toHaveLength(2)
})

test('without a browser no code is made', async () => {
  const { made, seen } = desk({ openBrowser: undefined })
  expect(await made.open('prop_1')).toBe(false)
  expect(seen.codes).toBe(0)
})

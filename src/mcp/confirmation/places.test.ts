import { expect, test } from 'vitest'
import type { Desk } from './desk.ts'
import { createPlaces, type PlacesDeps } from './places.ts'

const desk: Desk = {
  link: async (id) => `http://localhost:4747/proposals/${id}`,
  open: async () => true,
  hasOpened: () => false,
  close: async () => {},
}
const broken: Desk = {
  ...desk,
  link: () => Promise.reject(new Error('no port')),
  open: () => Promise.reject(new Error('no browser')),
}

function places(given: Partial<PlacesDeps>) {
  const reported: unknown[] = []
  const made = createPlaces({
    desk,
    surfaces: new Set(['web', 'terminal']),
    command: (id) => `muster confirm ${id}`,
    report: (error) => `bug_${reported.push(error)}`,
    ...given,
  })
  return { made, reported }
}

test('a page that can’t be served is reported, and the terminal stays', async () => {
  const { made, reported } = places({ desk: broken })
  expect(await made.of('p', true)).toEqual({ page: null, opened: false, command: 'muster confirm p' })
  expect(await made.open('p')).toBe(false)
  expect(reported).toEqual([new Error('no port'), new Error('no browser')])
})

test('where the web app doesn’t count, nothing is served or opened', async () => {
  const { made, reported } = places({ desk: broken, surfaces: new Set(['mcp']) })
  expect(await made.of('p')).toEqual({ page: null, opened: false, command: null })
  expect(await made.open('p')).toBe(false)
  expect(reported).toEqual([])
})

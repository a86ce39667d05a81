import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createWaitedFor } from './waited-for.ts'

/** What happened, in order. */
function noted() {
  const waitedFor = createWaitedFor()
  const happened: string[] = []
  const note = (what: string) => () => void happened.push(what)
  return { waitedFor, happened, note }
}

test('where nobody waits nothing rests', async () => {
  await expect(createWaitedFor().over(60_000)).resolves.toBeUndefined()
})

test('whoever rests goes on when all that is waited for has ended, also badly', async () => {
  const { waitedFor, happened, note } = noted()
  const works = [pause(20), pause(40).then(() => Promise.reject(new Error('failed')))]
  const ends = works.map((work) => waitedFor.during(work).then(note('ended'), note('failed')))
  await waitedFor.over(60_000).then(note('rested'))
  await Promise.all(ends)
  expect(happened.toSorted()).toEqual(['ended', 'failed', 'rested'])
  expect(happened[0]).toBe('ended')
})

test('nobody rests for longer than agreed', async () => {
  const { waitedFor, happened, note } = noted()
  const work = waitedFor.during(pause(200)).then(note('ended'))
  await waitedFor.over(20).then(note('rested'))
  await work
  expect(happened).toEqual(['rested', 'ended'])
})

import { expect, test } from 'vitest'
import { createJobLine } from './line.ts'

/** A line over jobs in memory; each runs until it is let go or aborted. */
function lineOver(...ids: readonly string[]) {
  const waiting = ids.map((id) => ({ id }))
  const did: string[] = []
  const letGo = new Map<string, () => void>()
  const line = createJobLine({
    nextWaiting: () => waiting[0],
    async run({ id }, signal) {
      did.push(`began ${id}`)
      await new Promise<void>((resolve, reject) => {
        letGo.set(id, resolve)
        signal.addEventListener('abort', () => reject(new Error('aborted')))
      })
      did.push(`ended ${id}`)
      waiting.shift()
    },
    stopped({ id }, { aborted }) {
      did.push(`${aborted ? 'aborted' : 'failed'} ${id}`)
      waiting.shift()
      return Promise.resolve()
    },
    report: (error) => void did.push(`bug ${String(error)}`),
  })
  return { line, did, waiting, end: (id: string) => letGo.get(id)?.() }
}

/** What promises wait for among themselves. */
const turn = () => new Promise(setImmediate)

test('one after the other, however often it is woken, and what comes meanwhile', async () => {
  const { line, did, waiting, end } = lineOver('a', 'b')
  line.wake()
  line.wake()
  await turn()
  expect(did).toEqual(['began a'])
  waiting.push({ id: 'c' })
  for (const id of ['a', 'b', 'c']) {
    end(id)
    await turn()
  }
  expect(did).toEqual(['began a', 'ended a', 'began b', 'ended b', 'began c', 'ended c'])
  expect(line.working()).toBeUndefined()
})

test('one that is ended by hand is recorded, and the next begins; one that does not run is not', async () => {
  const { line, did, end } = lineOver('a', 'b')
  line.wake()
  await turn()
  expect(await line.abort('b')).toBe(false)
  const aborted = line.abort('a')
  await turn()
  end('b')
  expect(await aborted).toBe(true)
  expect(did).toEqual(['began a', 'aborted a', 'began b', 'ended b'])
})

test('one that is cut off by closing still waits', async () => {
  const { line, did, waiting } = lineOver('a', 'b')
  line.wake()
  await turn()
  await line.close()
  line.wake()
  expect(did).toEqual(['began a'])
  expect(waiting.map(({ id }) => id)).toEqual(['a', 'b'])
})

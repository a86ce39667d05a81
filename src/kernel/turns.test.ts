import { expect, test } from 'vitest'
import { oneATurn } from './turns.ts'

test('those who come at once go on one after the other, and others come in between', async () => {
  const turn = oneATurn()
  const order: string[] = []
  const other = async () => {
    for (let n = 1; n <= 2; n++) {
      await new Promise((resume) => setImmediate(resume))
      order.push(`other ${n}`)
    }
  }
  const one = async (name: string) => {
    await turn()
    order.push(name)
  }
  await Promise.all([one('a'), one('b'), one('c'), other()])
  expect(order.filter((name) => name.length === 1)).toEqual(['a', 'b', 'c'])
  expect(order.indexOf('other 1')).toBeLessThan(order.indexOf('b'))
  expect(order.indexOf('other 2')).toBeLessThan(order.indexOf('c'))
})

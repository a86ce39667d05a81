import { afterAll, describe, expect, test } from 'vitest'
import { openReference } from './database.ts'

const reference = openReference()
afterAll(() => reference.close())

const count = (sql: string) => reference.ids(sql)?.length

describe('the independent scores', () => {
  test('every buyer has scores from 1 to 5 and a segment', () => {
    const buyers = count("SELECT DISTINCT customer_id AS id FROM orders WHERE status <> 'cancelled'")
    expect(
      count(`SELECT customer_id AS id FROM rfm
             WHERE r BETWEEN 1 AND 5 AND f BETWEEN 1 AND 5 AND m BETWEEN 1 AND 5 AND segment IS NOT NULL`),
    ).toBe(buyers)
  })

  test('the share at least as good decides: at most a fifth of the buyers score 1', () => {
    for (const score of ['r', 'f', 'm']) {
      const best = count(`SELECT customer_id AS id FROM rfm WHERE ${score} = 1`) ?? 0
      const buyers = count('SELECT customer_id AS id FROM rfm') ?? 0
      expect(best).toBeGreaterThan(0)
      expect(5 * best).toBeLessThanOrEqual(buyers)
    }
  })

  test('equal frequencies score alike', () => {
    expect(
      count(`SELECT n AS id FROM (
               SELECT f, (SELECT count(*) FROM orders o
                          WHERE o.customer_id = rfm.customer_id AND o.status <> 'cancelled') AS n FROM rfm)
             GROUP BY n HAVING min(f) <> max(f)`),
    ).toBe(0)
  })

  test('predictions are nobody else’s to make', () => {
    expect(reference.ids('SELECT customer_id AS id FROM predictions')).toBeUndefined()
  })
})

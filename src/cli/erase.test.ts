import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openWriter } from '#db/open.ts'
import { musterHome } from './muster.fixture.ts'

const home = musterHome()
afterAll(() => home.clean())

/** What the doctor says of the file of the database. */
async function ofRemnants() {
  const { out } = await home.run(['doctor', '--json'])
  const { findings }: { findings: readonly { ok: boolean; text: string; next?: string }[] } = JSON.parse(out)
  return findings.filter(({ text }) => text.includes('deletions were overwritten')).map(({ ok }) => ok)
}

test('the first erasure in a database of before takes older copies out of its file, and the doctor says what is left', async () => {
  const file = join(home.folder, 'customers.csv')
  writeFileSync(file, 'id,email\nc1,ann@example.com\nc2,bob@example.com\nc3,cy@example.com\n')
  await home.run(['import', file])
  expect(await ofRemnants()).toEqual([])
  const ofBefore = () => {
    const writer = openWriter(join(home.folder, 'muster.db'))
    writer.driver.exec('UPDATE workspace SET remnants = 1')
    writer.close()
  }
  ofBefore()
  expect(await ofRemnants()).toEqual([true])
  const first = await home.run(['erase', 'ann@example.com', '--yes'])
  expect(first.err).toContain('Nothing that was deleted is in the file any more')
  expect(await ofRemnants()).toEqual([])
  expect((await home.run(['erase', 'bob@example.com', '--yes'])).err).not.toContain('anew')

  // As after a webhook that erased.
  ofBefore()
  expect(await ofRemnants()).toEqual([false])
  expect(await home.run(['erase', '--remnants'])).toMatchObject({ code: 0 })
  expect(await ofRemnants()).toEqual([])
})

import type { ArrivalsTake } from '#db/schema.ts'
import { joinPeople } from '../accounts/join-people.ts'
import { customerKnownAs } from '../customers/find.ts'
import { joinCustomers } from '../customers/join.ts'
import type { Alias } from './aliases.ts'
import type { Applying } from './store.ts'

/** Makes one of those who turned out to be the same. An id that nobody has yet becomes another id of who is there. */
export function joinAliases(run: Applying, takes: ArrivalsTake, aliases: readonly Alias[]): void {
  for (const { previousId, userId } of aliases) {
    if (takes === 'customers') joinShoppers(run, previousId, userId)
    else joinStaff(run, previousId, userId)
  }
}

function joinShoppers(run: Applying, previousId: string, userId: string): void {
  const { writer, driver, source, changed } = run
  const find = (id: string) => writer.get(customerKnownAs(source, id))?.customer_id
  const [from, into] = [find(previousId), find(userId)]
  if (from === undefined || from === into) return
  if (into === undefined) {
    driver
      .prepare<[string, string, number]>('INSERT INTO identities VALUES (?, ?, ?)')
      .run(source, userId, from)
    changed('customers')
  } else joinCustomers(run, [{ kept: into, gone: from }])
}

function joinStaff(run: Applying, previousId: string, userId: string): void {
  const { driver, changed } = run
  const find = driver.prepare<[string], number>('SELECT id FROM people WHERE external_id = ?').pluck()
  const [from, into] = [find.get(previousId), find.get(userId)]
  if (from === undefined || from === into) return
  if (into === undefined) {
    driver.prepare<[string, number]>('UPDATE people SET external_id = ? WHERE id = ?').run(userId, from)
    changed('people')
  } else joinPeople(run, { from, into })
}

import type { Selectable } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { JoinRule, JoinsTable } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import { NEW_WORKSPACE, readWorkspaceRow } from '../workspace/workspace.ts'
import type { Joins, ShownJoin } from './shown.ts'

const LATEST = 50

/** What counts as the same person, for people. */
export const RULE_SAYS: Readonly<Record<JoinRule, string>> = {
  off: 'Nobody is joined: the same person from two sources is two customers.',
  email:
    'Customers of two sources are one person when both have the same verified e-mail. It is verified where its customer consented to e-mail, opened or clicked one, unsubscribed by one, or placed an order that counts, and none bounced.',
  email_or_phone:
    'Customers of two sources are one person when both have the same verified e-mail, or the same verified phone number and not two e-mails. An e-mail is verified where its customer consented to e-mail, opened or clicked one, unsubscribed by one, or placed an order that counts, and none bounced; a number where they consented to SMS or placed such an order.',
}

/** The rule by which customers are joined, and who was, the latest first; `search`: a part of an id. */
export function listJoins(reader: Reader, { search = '' }: { readonly search?: string } = {}): Joins {
  const rule = readWorkspaceRow(reader)?.join_rule ?? NEW_WORKSPACE.join_rule
  const part = `%${foldText(search).replaceAll(/[\\%_]/g, '\\$&')}%`
  const joined = reader.get(
    query
      .selectFrom('joins')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('separated_at', 'is', null),
  )
  const rows = reader.all(
    query
      .selectFrom('joins')
      .selectAll()
      .$if(search !== '', (q) =>
        q.where(({ or, eb }) => or([eb('external_id', 'like', part), eb('with_external_id', 'like', part)])),
      )
      .orderBy('id', 'desc')
      .limit(LATEST),
  )
  return { rule, says: RULE_SAYS[rule], joined: joined?.count ?? 0, latest: rows.map(shownJoin) }
}

/** A join as it is stored. Throws NotFoundError. */
export function findJoin(reader: Pick<Reader, 'get'>, joinId: number): Selectable<JoinsTable> {
  const join = reader.get(query.selectFrom('joins').selectAll().where('id', '=', joinId))
  if (join !== undefined) return join
  throw new NotFoundError(`There is no join ${joinId}`, {
    next: 'It may have been separated. Look at the list again.',
  })
}

const BECAUSE: Readonly<Record<JoinsTable['rule'], string>> = {
  email: 'they have the same verified e-mail',
  phone: 'they have the same verified phone number',
  hand: 'somebody joined them again',
}

const shownJoin = (row: Selectable<JoinsTable>): ShownJoin => ({
  id: row.id,
  of: { source: row.source, id: row.external_id },
  with: { source: row.with_source, id: row.with_external_id },
  because: BECAUSE[row.rule],
  at: toIso(row.at),
  separatedAt: row.separated_at === null ? null : toIso(row.separated_at),
})

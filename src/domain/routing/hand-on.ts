import { query } from '#db/run.ts'
import { appendLog } from '../log/append.ts'
import { andNot, type Bitset, count, ids, or } from '../members/bitset.ts'
import { decodeMembers, encodeMembers } from '../members/encode.ts'
import type { Operation } from '../writer/operation.ts'
import { routingDefinition } from './schema.ts'

/** Whom a rule has not seen yet. */
export const newcomers = (members: Bitset, seen: Uint8Array): Bitset => andNot(members, decodeMembers(seen))

/**
 * Makes one delivery for each who satisfies a rule for the first time, and remembers them, in one transaction: whoever
 * is killed has either done all of it or nothing. An owner has them at once; a webhook is told by the outbox. Answers
 * how many; none where the rule was changed since they were counted.
 */
export const handOn: Operation<
  {
    readonly ruleId: string
    readonly version: number
    /** As `encodeMembers` makes them. */
    readonly members: Uint8Array
  },
  number
> = ({ writer, clock, ids: names }, { ruleId, version, members }) =>
  writer.transaction(() => {
    const rule = writer.get(query.selectFrom('routing_rules').selectAll().where('id', '=', ruleId))
    if (rule === undefined || rule.deleted_at !== null || rule.version !== version) return 0
    const satisfying = decodeMembers(members)
    const fresh = newcomers(satisfying, rule.seen)
    const total = count(fresh)
    if (total === 0) return 0
    const { to } = routingDefinition.parse(JSON.parse(rule.definition))
    const now = clock.now()
    for (const record of ids(fresh)) {
      writer.run(
        query
          .insertInto('deliveries')
          .values({
            id: names.next('dlv'),
            rule_id: ruleId,
            rule_version: version,
            entity: rule.entity,
            record_id: record,
            destination: JSON.stringify(to),
            state: to.type === 'owner' ? 'done' : 'waiting',
            attempts: 0,
            next_at: now,
            lease_until: null,
            reason: null,
            created_at: now,
            finished_at: to.type === 'owner' ? now : null,
          })
          // Of a rule that was restored: once is once.
          .onConflict((conflict) => conflict.doNothing()),
      )
    }
    writer.run(
      query
        .updateTable('routing_rules')
        .set({ seen: encodeMembers(or(decodeMembers(rule.seen), satisfying)) })
        .where('id', '=', ruleId),
    )
    appendLog(writer, {
      at: now,
      actor: MUSTER,
      action: 'hand_on',
      subject: ruleId,
      detail: { records: total },
    })
    return total
  })

/** Rules act by the confirmation that is in the log already. */
const MUSTER = { userId: null, name: 'Muster', surface: 'system', session: null } as const

import { query, type Reader, type Writer } from '#db/run.ts'
import { ConflictError, NotFoundError } from '#kernel/errors.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { foldText } from '#kernel/text.ts'
import { type Bitset, or } from '../members/bitset.ts'
import { decodeMembers, encodeMembers } from '../members/encode.ts'
import type { Authorship } from '../segments/store.ts'
import type { RoutingDefinition } from './schema.ts'

interface RuleContent {
  readonly name: string
  readonly definition: RoutingDefinition
}

/** Throws ConflictError when another living rule has the name. */
export function refuseTakenRule(reader: Reader, name: string, exceptId: string | null): void {
  const holder = reader.get(
    query
      .selectFrom('routing_rules')
      .select(['id', 'name'])
      .where('name_key', '=', foldText(name))
      .where('deleted_at', 'is', null),
  )
  if (holder === undefined || holder.id === exceptId) return
  throw new ConflictError(`There is a routing rule called “${holder.name}” already`, {
    next: 'Choose another name, or update that rule instead.',
    path: ['name'],
  })
}

/** Inserts a rule at version 1; whoever is in `seen` is never handed on. The caller holds the transaction. */
export function insertRule(
  writer: Writer,
  { id, name, definition }: RuleContent & { readonly id: string },
  seen: Bitset,
  by: Authorship,
): void {
  refuseTakenRule(writer, name, null)
  writer.run(
    query.insertInto('routing_rules').values({
      id,
      name,
      name_key: foldText(name),
      entity: definition.entity,
      definition: canonicalJson(definition),
      version: 1,
      seen: encodeMembers(seen),
      created_at: by.at,
      updated_at: by.at,
      deleted_at: null,
    }),
  )
  recordVersion(writer, id, by)
}

/**
 * Writes the next version of a rule; what is not given stays. Whoever is in `seen` is added to those who are never
 * handed on. What waits of a rule that is deleted, or goes elsewhere now, is cancelled. Answers the version's number.
 */
export function reviseRule(
  writer: Writer,
  id: string,
  next: Partial<RuleContent> & { readonly seen?: Bitset; readonly deleted?: boolean },
  by: Authorship,
): number {
  const { name, definition, seen, deleted = false } = next
  if (name !== undefined) refuseTakenRule(writer, name, id)
  const now = ruleRow(writer, id)
  writer.run(
    query
      .updateTable('routing_rules')
      .set({
        ...(name === undefined ? {} : { name, name_key: foldText(name) }),
        ...(definition === undefined ? {} : { definition: canonicalJson(definition) }),
        ...(seen === undefined ? {} : { seen: encodeMembers(or(decodeMembers(now.seen), seen)) }),
        updated_at: by.at,
        deleted_at: deleted ? by.at : null,
        version: now.version + 1,
      })
      .where('id', '=', id),
  )
  if (deleted || definition !== undefined) cancelWaiting(writer, id, by)
  return recordVersion(writer, id, by)
}

/** The version a rule is at, deleted or not; null for an id that never was. */
export const versionOfRule = (reader: Reader, id: string): number | null =>
  reader.get(query.selectFrom('routing_rules').select('version').where('id', '=', id))?.version ?? null

function ruleRow(reader: Reader, id: string) {
  const row = reader.get(query.selectFrom('routing_rules').selectAll().where('id', '=', id))
  if (row !== undefined) return row
  throw new NotFoundError(`There is no routing rule ${id}`, {
    next: 'List the routing rules to see which there are.',
  })
}

const cancelWaiting = (writer: Writer, ruleId: string, { at }: Authorship): void =>
  void writer.run(
    query
      .updateTable('deliveries')
      .set({ state: 'cancelled', finished_at: at, reason: 'The rule was changed or deleted.' })
      .where('rule_id', '=', ruleId)
      .where('state', '=', 'waiting'),
  )

function recordVersion(writer: Writer, id: string, { at, actor, proposalId }: Authorship): number {
  const { name, definition, version, deleted_at } = ruleRow(writer, id)
  writer.run(
    query.insertInto('routing_rule_versions').values({
      rule_id: id,
      version,
      name,
      definition,
      deleted: deleted_at === null ? 0 : 1,
      actor: JSON.stringify(actor),
      at,
      proposal_id: proposalId,
    }),
  )
  return version
}

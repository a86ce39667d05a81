import { query, type Reader } from '#db/run.ts'
import type { DeliveryRow, DeliveryState, RoutingRulesTable } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import { foldText } from '#kernel/text.ts'
import { actorFrom } from '../log/actor.ts'
import { missing } from '../references/missing.ts'
import { destinationSchema, destinationWords } from './destination.ts'
import { type RoutingRule, type RoutingRuleVersion, routingDefinition } from './schema.ts'
import type { ShownDelivery } from './shown.ts'

/** Reads of routing rules as they are now, and of what they handed on. Deleted ones are not there, their versions are. */
export interface RoutingRules {
  /** By name. */
  list(): readonly RoutingRule[]
  /** By id, or by name ignoring case. Throws NotFoundError. */
  get(idOrName: string): RoutingRule
  find(idOrName: string): RoutingRule | undefined
  /** Oldest first; of a deleted rule too. Empty for an id that never was. */
  versions(id: string): readonly RoutingRuleVersion[]
  /** Newest first. */
  deliveries(options?: {
    readonly ruleId?: string
    readonly state?: DeliveryState
    readonly limit?: number
  }): readonly ShownDelivery[]
  /** How many there are of each state. */
  tally(ruleId: string): Readonly<Partial<Record<DeliveryState, number>>>
}

export function createRoutingRules(reader: Reader): RoutingRules {
  const find = (idOrName: string): RoutingRule | undefined => {
    const row =
      reader.get(living.where('id', '=', idOrName)) ??
      reader.get(living.where('name_key', '=', foldText(idOrName)))
    return row && ruleOf(row)
  }
  return {
    find,
    list: () => reader.all(living.orderBy('name_key')).map(ruleOf),
    get: (idOrName) =>
      find(idOrName) ??
      missing(reader, 'routing rule', idOrName, () =>
        reader.all(living.orderBy('name_key').limit(5)).map(({ name }) => name),
      ),
    versions: (id) =>
      reader
        .all(
          query.selectFrom('routing_rule_versions').selectAll().where('rule_id', '=', id).orderBy('version'),
        )
        .map(({ version, name, definition, deleted, actor, at, proposal_id }) => ({
          version,
          name,
          definition: definitionFrom(definition),
          deleted: deleted === 1,
          by: actorFrom(actor).name,
          at: toIso(at),
          proposalId: proposal_id,
        })),
    deliveries: ({ ruleId, state, limit = 100 } = {}) =>
      reader
        .all(
          query
            .selectFrom('deliveries as d')
            .innerJoin('routing_rules as r', 'r.id', 'd.rule_id')
            .selectAll('d')
            .select('r.name as rule')
            .$if(ruleId !== undefined, (q) => q.where('d.rule_id', '=', ruleId ?? ''))
            .$if(state !== undefined, (q) => q.where('d.state', '=', state ?? 'waiting'))
            .orderBy('d.number', 'desc')
            .limit(limit),
        )
        .map((row) => deliveryOf(reader, row)),
    tally: (ruleId) =>
      Object.fromEntries(
        reader
          .all(
            query
              .selectFrom('deliveries')
              .select(({ fn }) => ['state', fn.countAll<number>().as('deliveries')])
              .where('rule_id', '=', ruleId)
              .groupBy('state'),
          )
          .map(({ state, deliveries }) => [state, deliveries]),
      ),
  }
}

const living = query.selectFrom('routing_rules').selectAll().where('deleted_at', 'is', null)

const definitionFrom = (json: string) => routingDefinition.parse(JSON.parse(json))

function ruleOf(row: RoutingRulesTable): RoutingRule {
  const definition = definitionFrom(row.definition)
  return {
    id: row.id,
    name: row.name,
    entity: row.entity,
    to: definition.to,
    version: row.version,
    definition,
    createdAt: toIso(row.created_at),
    updatedAt: toIso(row.updated_at),
  }
}

function deliveryOf(reader: Reader, row: DeliveryRow & { readonly rule: string }): ShownDelivery {
  const open = row.state === 'waiting' || row.state === 'sending'
  return {
    id: row.id,
    ruleId: row.rule_id,
    rule: row.rule,
    entity: row.entity,
    record: recordOf(reader, row),
    to: destinationWords(destinationSchema.parse(JSON.parse(row.destination))),
    state: row.state,
    attempts: row.attempts,
    reason: row.reason,
    createdAt: toIso(row.created_at),
    nextAt: open ? toIso(row.next_at) : null,
    finishedAt: row.finished_at === null ? null : toIso(row.finished_at),
  }
}

const recordOf = (
  reader: Reader,
  { entity, record_id }: Pick<DeliveryRow, 'entity' | 'record_id'>,
): string | null =>
  reader.get(
    query
      .selectFrom(entity === 'company' ? 'companies' : 'people')
      .select('external_id')
      .where('id', '=', record_id),
  )?.external_id ?? null

import { query, type Reader, type Writer } from '#db/run.ts'
import type { IndicatorPolicy, IndicatorsTable } from '#db/schema.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import type { Authorship } from '../segments/store.ts'

interface IndicatorContent {
  readonly name: string
  readonly description: string
  /** Canonical JSON. */
  readonly definition: string
  readonly policy: IndicatorPolicy
  readonly policyReason: string
}

/** Inserts an indicator at version 1; the caller holds the transaction. */
export function insertIndicator(
  writer: Writer,
  {
    id,
    kind,
    policyReason,
    ...content
  }: IndicatorContent & { readonly id: string; readonly kind: IndicatorsTable['kind'] },
  by: Authorship,
): void {
  writer.run(
    query.insertInto('indicators').values({
      id,
      ...content,
      policy_reason: policyReason,
      name_key: foldText(content.name),
      kind,
      version: 1,
      created_at: by.at,
      updated_at: by.at,
      deleted_at: null,
      values_as_of: null,
      values_from: null,
    }),
  )
  recordVersion(writer, id, by)
}

/**
 * Writes the next version of an indicator; what is not given stays. Stored values of another definition, and of
 * an indicator that is not frozen any more, are dropped. Answers the version's number.
 */
export function reviseIndicator(
  writer: Writer,
  id: string,
  next: Partial<IndicatorContent> & { readonly deleted?: boolean },
  by: Authorship,
): number {
  const { deleted = false, policyReason, ...content } = next
  if (deleted || content.definition !== undefined || content.policy === 'dynamic') dropValues(writer, id)
  writer.run(
    query
      .updateTable('indicators')
      .set({
        ...content,
        ...(content.name === undefined ? {} : { name_key: foldText(content.name) }),
        ...(policyReason === undefined ? {} : { policy_reason: policyReason }),
        updated_at: by.at,
        deleted_at: deleted ? by.at : null,
      })
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', id),
  )
  return recordVersion(writer, id, by)
}

function dropValues(writer: Writer, id: string): void {
  writer.run(query.deleteFrom('indicator_values').where('indicator_id', '=', id))
  writer.run(
    query.updateTable('indicators').set({ values_as_of: null, values_from: null }).where('id', '=', id),
  )
}

/** The version an indicator is at, deleted or not; null for an id that never was. */
export const versionOfIndicator = (reader: Reader, id: string): number | null =>
  reader.get(query.selectFrom('indicators').select('version').where('id', '=', id))?.version ?? null

/** Sets that were read through an indicator are kept by the counter of its source. */
export const raiseIndicators = (writer: Writer): void =>
  void writer.run(
    query
      .updateTable('versions')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('source', '=', 'indicators'),
  )

function recordVersion(writer: Writer, id: string, { at, actor, proposalId }: Authorship): number {
  const now = writer.get(query.selectFrom('indicators').selectAll().where('id', '=', id))
  if (now === undefined) {
    throw new NotFoundError(`There is no indicator ${id}`, {
      next: 'List the indicators to see which there are.',
    })
  }
  const { name, description, definition, policy, policy_reason, version } = now
  writer.run(
    query.insertInto('indicator_versions').values({
      indicator_id: id,
      version,
      name,
      description,
      definition,
      policy,
      policy_reason,
      deleted: now.deleted_at === null ? 0 : 1,
      actor: JSON.stringify(actor),
      at,
      proposal_id: proposalId,
    }),
  )
  raiseIndicators(writer)
  return version
}

import { query, type Reader, type Writer } from '#db/run.ts'
import type { ExportRow } from '#db/schema.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { appendLog } from '../log/append.ts'
import type { Entity } from '../entities/entity.ts'
import { decodeMembers, encodeMembers } from '../members/encode.ts'
import { and, type Bitset, count } from '../members/bitset.ts'
import type { Authorship } from '../segments/store.ts'
import type { Operation } from '../writer/operation.ts'
import { consentedBy } from './allowed.ts'
import type { FormatId } from './formats/index.ts'
import type { ExportOptions } from './options.ts'

export interface NewExport {
  readonly entity: Entity
  readonly id: string
  readonly subject: { readonly kind: 'segment' | 'audience'; readonly id: string }
  /** As it is at this moment. */
  readonly name: string
  readonly version: number
  readonly format: FormatId
  readonly options: ExportOptions
  readonly channel: ExportRow['channel']
  readonly removes?: string
}

/** Those who were counted for a proposal: whom its human was shown, and confirms. */
export function confirmedMembers(
  reader: Reader,
  proposalId: string | null,
): { readonly members: Bitset; readonly asOf: number } {
  const shown = reader.get(
    query
      .selectFrom('proposals as p')
      .innerJoin('previews as v', 'v.id', 'p.preview_id')
      .select(['v.members', 'v.as_of'])
      .where('p.id', '=', proposalId ?? ''),
  )
  if (shown === undefined) throw new Error('An export was confirmed without a count')
  return { members: decodeMembers(shown.members), asOf: shown.as_of }
}

/** Keeps a confirmed export for the job that writes it; the caller holds the transaction. */
export function insertExport(
  writer: Writer,
  added: NewExport,
  { members, asOf }: { readonly members: Bitset; readonly asOf: number },
  by: Authorship,
): void {
  const consented = (channel: 'email' | 'sms') =>
    added.options.contact && added.entity === 'customer'
      ? encodeMembers(and(members, consentedBy(writer.driver, channel)))
      : null
  writer.run(
    query.insertInto('exports').values({
      id: added.id,
      proposal_id: by.proposalId ?? '',
      entity: added.entity,
      format: added.format,
      subject_kind: added.subject.kind,
      subject_id: added.subject.id,
      subject_name: added.name,
      subject_version: added.version,
      options: canonicalJson(added.options),
      confirmed_by: JSON.stringify(by.actor),
      confirmed_at: by.at,
      as_of: asOf,
      channel: added.channel,
      confirmed: count(members),
      members: encodeMembers(members),
      email_consented: consented('email'),
      sms_consented: consented('sms'),
      removes: added.removes ?? null,
      state: 'waiting',
      reason: null,
      manifest: null,
      written: null,
      finished_at: null,
    }),
  )
}

/** Records that an export came to nothing; it was confirmed, so it can be started again. */
export const stopExport: Operation<
  { readonly exportId: string; readonly state: 'failed' | 'cancelled'; readonly reason: string },
  null
> = ({ writer, clock }, { exportId, state, reason }) => {
  writer.transaction(() => {
    const changed = writer.run(
      query
        .updateTable('exports')
        .set({ state, reason, finished_at: clock.now() })
        .where('id', '=', exportId)
        .where('state', '=', 'waiting'),
    )
    if (changed === 1) logOutcome(writer, clock.now(), exportId, `export_${state}`, { reason })
  })
  return null
}

/** Lets an export that came to nothing wait for its job again. Answers whether there was one. */
export const restartExport: Operation<{ readonly exportId: string }, boolean> = ({ writer }, { exportId }) =>
  writer.run(
    query
      .updateTable('exports')
      .set({ state: 'waiting', reason: null, finished_at: null })
      .where('id', '=', exportId)
      .where('state', 'in', ['failed', 'cancelled']),
  ) === 1

/** Jobs act by the confirmation that is in the log already. */
export function logOutcome(
  writer: Writer,
  at: number,
  exportId: string,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): void {
  const actor = { userId: null, name: 'Muster', surface: 'system', session: null } as const
  appendLog(writer, { at, actor, action, subject: exportId, detail })
}

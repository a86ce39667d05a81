import type { Reader } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import { type Clock, type Instant, toMinute } from '#kernel/clock.ts'
import type { Ids } from '#kernel/ids.ts'
import { checkAudience } from '../audiences/check.ts'
import { membersOf } from '../audiences/steps.ts'
import type { CheckExport } from '../exports/checks.ts'
import { type Change, definitionOf } from '../changes/index.ts'
import type { ReadingContext } from '../conditions/define.ts'
import { namesIn } from '../criteria/context.ts'
import { describe } from '../criteria/describe.ts'
import { measureOf } from '../indicators/measures/index.ts'
import { createDefinitions } from '../definitions.ts'
import type { Scoring } from '../profiles/scoring/scoring.ts'
import { checkWebhook, type WebhookPolicy } from '../routing/webhook.ts'
import { readWorkspace } from '../workspace/workspace.ts'
import type { Previews } from '../previews/previews.ts'
import type { Segments } from '../segments/read.ts'
import type { WriterPort } from '../writer/port.ts'
import { brokenRules } from './broken-rules.ts'
import { contentHashOf } from './content.ts'
import type { Proposals } from './read.ts'
import { EXPIRES_AFTER_SECONDS, type Proposal } from './schema.ts'

export interface DraftOptions {
  readonly actor: Actor
  readonly signal?: AbortSignal
  /** The human's own message that asked for the change, for the receipt. */
  readonly message?: string | undefined
  /** Seconds; the default is a day. */
  readonly expiresAfter?: number
}

/** Describes a change without making it. The only thing besides previews that tools can store. */
export interface Draft {
  proposal(change: Change, options: DraftOptions): Promise<Proposal>
}

export interface DraftDeps {
  readonly reader: Reader
  readonly clock: Clock
  readonly ids: Ids
  readonly segments: Segments
  readonly previews: Previews
  readonly proposals: Proposals
  readonly writer: WriterPort
  readonly checkExport: CheckExport
  readonly webhooks: WebhookPolicy
  readonly scoring: Pick<Scoring, 'asIf'>
  /** |came and went since the preview| ÷ previewed members, above which a proposal is stale. */
  readonly tolerance: number
}

export function createDraft(deps: DraftDeps): Draft {
  const { reader, clock, ids, segments, previews, proposals, writer, tolerance } = deps
  return {
    async proposal(change, { actor, signal, message, expiresAfter = EXPIRES_AFTER_SECONDS }) {
      const names = namesNow(reader, clock)
      const { summary, target, preview, difference } = await definitionOf(change).describe(change, {
        reader,
        ...createDefinitions(reader),
        now: () => names.now,
        words: (criteria) => describe(criteria, names),
        measureWords: (measure) => measureOf(measure).words(measure, names),
        preview: (id) => previews.get(id),
        resolve: (criteria) => previews.resolve(criteria),
        count: (criteria, about) => previews.count(criteria, { actor, about, ...(signal && { signal }) }),
        asIf: (profiles) => deps.scoring.asIf(profiles, signal === undefined ? {} : { signal }),
        countFit: (fit, { held, assumptions }) =>
          previews.count(fit, {
            actor,
            assumptions,
            ...(message !== undefined && held !== null && { message, held }),
            ...(signal && { signal }),
          }),
        checkExport: (of) => deps.checkExport(of, signal),
        checkWebhook: (url) => checkWebhook(url, deps.webhooks),
        countAudience(perimeter, assumptions) {
          checkAudience(perimeter.definition)
          return previews.count(membersOf(perimeter.definition, perimeter.audienceId), {
            actor,
            perimeter,
            assumptions,
            ...(signal && { signal }),
          })
        },
      })
      const broken = brokenRules(change, preview, { reader, segments })
      const now = clock.now()
      const asOf = preview === null ? toMinute(now) : instantOf(preview.asOf)
      const id = ids.next('prop')
      await writer.call('storeProposal', {
        id,
        change,
        target,
        previewId: preview?.id ?? null,
        summary: broken.length === 0 ? summary : `${summary}. ${brokenWords(change, broken)}`,
        difference: [
          ...difference,
          ...broken.map((rule) => ({ what: 'broken rule', before: null, after: rule })),
        ],
        count: preview?.count ?? null,
        total: preview?.total ?? null,
        membersHash: preview?.membersHash ?? null,
        asOf,
        contentHash: contentHashOf({
          change,
          criteria: preview?.criteria ?? null,
          baseVersion: target?.version ?? null,
          asOf,
          count: preview?.count ?? null,
          membersHash: preview?.membersHash ?? null,
        }),
        tolerance,
        expiresAt: now + expiresAfter,
        actor,
      })
      return proposals.get(id)
    },
  }
}

function namesNow(reader: Reader, clock: Clock): ReadingContext {
  const { zone, currency } = readWorkspace(reader)
  return { now: toMinute(clock.now()), zone, currency, ...namesIn(reader) }
}

const brokenWords = ({ kind }: Change, broken: readonly string[]): string =>
  kind === 'pin_segment'
    ? `Its last count breaks: ${broken.join('; ')}`
    : `This breaks rules that it is held to: ${broken.join('; ')}`

const instantOf = (iso: string): Instant => Date.parse(iso) / 1000

import { Hono } from 'hono'
import { z } from 'zod'
import { questionChoices } from '#domain/conditions/answer/answer-named.ts'
import { profileChoices } from '#domain/conditions/profile/profile-named.ts'
import { entityOf } from '#domain/criteria/entity.ts'
import { criteriaForms } from '#domain/criteria/forms.ts'
import { inputErrorOf } from '#domain/criteria/parse.ts'
import { count } from '#domain/members/bitset.ts'
import { profileMeanings } from '#domain/profiles/meaning.ts'
import { questionMeanings } from '#domain/profiles/questions/meaning.ts'
import { shownProposalSchema } from '#domain/proposals/shown.ts'
import { segmentDescription, segmentName } from '#domain/segments/schema.ts'
import { toIso, toMinute } from '#kernel/clock.ts'
import { criteriaAtHandAnswer, criteriaCountAnswer, criteriaFormsAnswer } from '../answers/definitions.ts'
import type { CountCriteria, CriteriaAtHand, CriteriaCount, CriteriaForms, DraftCriteria } from '../api.ts'
import { readBody } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { requireEditor } from '../guards/role.ts'
import { about } from '../openapi/about.ts'

const fromSchema = z.union([z.strictObject({ segment: z.string() }), z.strictObject({ preview: z.string() })])
const countSchema: z.ZodType<CountCriteria> = z.object({ criteria: z.unknown() })
const draftSchema: z.ZodType<DraftCriteria> = z.union([
  z.strictObject({ criteria: z.unknown(), segment: z.string() }),
  z.strictObject({
    criteria: z.unknown(),
    name: segmentName,
    description: segmentDescription.exactOptional(),
  }),
])

/** Criteria that a human builds by hand: what there is to build with, a count while it is built, a proposal of it. */
export const criteriaRoutes = ({ services }: HttpDeps) => {
  const { clock, members, previews, segments, indicators, explanations, draft } = services
  return new Hono<SignedInEnv>()
    .get(
      '/forms',
      about({
        does: 'What criteria can be built of by hand',
        answer: { CriteriaForms: criteriaFormsAnswer },
      }),
      (c) => {
        const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
        const profiles = profileMeanings(services.reader)
        const questions = questionMeanings(services.reader)
        const things = {
          segment: segments.list().map(option),
          indicator: indicators.list().map(option),
          customer_profile: profileChoices(profiles, 'customer'),
          company_profile: profileChoices(profiles, 'company'),
          person_profile: profileChoices(profiles, 'person'),
          customer_question: questionChoices(questions, 'customer'),
          company_question: questionChoices(questions, 'company'),
          person_question: questionChoices(questions, 'person'),
        }
        return c.json(criteriaForms(things) satisfies CriteriaForms)
      },
    )
    .get(
      '/',
      about({
        does: 'The criteria of a segment or preview',
        query: fromSchema,
        answer: { CriteriaAtHand: criteriaAtHandAnswer },
      }),
      (c) => {
        const from = fromSchema.safeParse(c.req.query())
        if (!from.success) throw inputErrorOf(from.error, 'Nothing says whose criteria')
        if ('preview' in from.data) {
          const { criteria, entity } = previews.get(from.data.preview)
          return c.json({ criteria, entity, segment: null } satisfies CriteriaAtHand)
        }
        const { id, name, kind, criteria } = segments.get(from.data.segment)
        return c.json({
          // A list has none of its own: who builds on it begins with being on it.
          criteria: criteria ?? { type: 'segment', segment: id },
          entity: 'customer',
          segment: { id, name, editable: kind === 'custom' },
        } satisfies CriteriaAtHand)
      },
    )
    .post(
      '/count',
      about({
        does: 'Count criteria; an error’s path begins at them',
        body: { CountCriteria: countSchema },
        answer: { CriteriaCount: criteriaCountAnswer },
      }),
      async (c) => {
        const { criteria: built } = await readBody(c, countSchema)
        const criteria = previews.resolve(built)
        const asOf = toMinute(clock.now())
        const read = { asOf, signal: c.req.raw.signal }
        const [inside, outside] = await members.ofEach([criteria, { none: [criteria] }], read)
        if (inside === undefined || outside === undefined) throw new Error('One set for each tree')
        const counted = count(inside.bits)
        return c.json({
          entity: entityOf(criteria),
          words: explanations.words(criteria),
          count: counted,
          total: counted + count(outside.bits),
          asOf: toIso(asOf),
        } satisfies CriteriaCount)
      },
    )
    .post(
      '/draft',
      about({
        does: 'Propose a segment of criteria, or other criteria for one',
        body: { DraftCriteria: draftSchema },
        answer: { Proposal: shownProposalSchema },
      }),
      async (c) => {
        const { user, session } = c.get('signedIn')
        requireEditor(user, 'draft proposals')
        const body = await readBody(c, draftSchema)
        const actor = { userId: user.id, name: user.name, surface: 'web', session } as const
        const { id: previewId } = await previews.count(body.criteria, {
          actor,
          signal: c.req.raw.signal,
          ...('segment' in body ? { about: segments.get(body.segment).id } : {}),
        })
        const change =
          'segment' in body
            ? ({ kind: 'update_segment', segmentId: segments.get(body.segment).id, previewId } as const)
            : ({
                kind: 'create_segment',
                previewId,
                name: body.name,
                description: body.description ?? '',
              } as const)
        return c.json(await draft.proposal(change, { actor, signal: c.req.raw.signal }))
      },
    )
}

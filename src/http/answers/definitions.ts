import { z } from 'zod'
import { perimeterSchema, shownAudienceSchema, shownAudienceVersionSchema } from '#domain/audiences/shown.ts'
import type { CriteriaForms, FormField, FormInput, FormOption } from '#domain/criteria/shown-form.ts'
import { ENTITIES } from '#domain/entities/entity.ts'
import { shownIndicatorSchema, shownIndicatorVersionSchema } from '#domain/indicators/shown.ts'
import { DIFFERENCE_KINDS } from '#domain/insights/shown-differences.ts'
import { freshnessSchema } from '#domain/sources/fresh-schema.ts'
import type {
  AudienceList,
  AudienceView,
  CriteriaAtHand,
  CriteriaCount,
  GroupDifferences,
  IndicatorList,
  IndicatorView,
} from '../api.ts'
import { namingAnswer } from './segments.ts'

const count = z.int().min(0)
const entity = z.enum(ENTITIES)
const words = z.string().nullable()

const audience = shownAudienceSchema.extend({ words, broken: z.string().nullable() })

export const audienceListAnswer = z.object({
  audiences: z.array(audience),
  totals: z.object({ customer: count, company: count, person: count }),
}) satisfies z.ZodType<AudienceList>

export const audienceViewAnswer = audience.extend({
  now: z
    .object({
      perimeter: perimeterSchema,
      asOf: z.string(),
      sql: z.string(),
      freshness: z.array(freshnessSchema),
    })
    .nullable(),
  versions: z.array(shownAudienceVersionSchema.extend({ words })),
}) satisfies z.ZodType<AudienceView>

const indicator = shownIndicatorSchema.extend({ words: z.string(), unit: z.string().nullable() })

export const indicatorListAnswer = z.object({
  indicators: z.array(indicator),
  total: count,
}) satisfies z.ZodType<IndicatorList>

export const indicatorViewAnswer = indicator.extend({
  sql: z.string(),
  usedBy: z.array(namingAnswer),
  versions: z.array(shownIndicatorVersionSchema),
}) satisfies z.ZodType<IndicatorView>

const worth = z.object({
  name: z.string(),
  customers: count,
  buyers: count,
  spent: z.number(),
  spentPerCustomer: z.number().nullable(),
  ordersPerCustomer: z.number().nullable(),
  averageOrder: z.number().nullable(),
})
const share = z.number().min(0).max(1)

export const differencesAnswer = z.object({
  asOf: z.string(),
  currency: z.string(),
  first: worth,
  second: worth,
  differences: z.array(
    z.object({
      by: z.enum(DIFFERENCE_KINDS),
      verb: z.string(),
      title: z.string(),
      rows: z.array(z.object({ label: z.string(), first: share, second: share })),
    }),
  ),
  told: z.array(z.string()),
}) satisfies z.ZodType<GroupDifferences>

const option = z.object({ value: z.string(), label: z.string() }) satisfies z.ZodType<FormOption>
const field: z.ZodType<FormField> = z.object({
  key: z.string(),
  label: z.string(),
  required: z.boolean(),
  get input() {
    return input
  },
})
const kind = <K extends string>(name: K) => z.literal(name)
const input: z.ZodType<FormInput> = z.union([
  z.object({ kind: z.enum(['choice', 'choices']), options: z.array(option) }),
  z.object({
    kind: z.enum(['flag', 'tick', 'text', 'date', 'number', 'texts', 'numbers', 'amount', 'value']),
  }),
  z.object({ kind: kind('number_or_word'), words: z.array(z.string()) }),
  z.object({ kind: kind('fields'), fields: z.array(field) }),
  z.object({
    kind: kind('list'),
    get of() {
      return input
    },
  }),
  z.object({
    kind: kind('either'),
    tag: z.string(),
    forms: z.array(option.extend({ fields: z.array(field) })),
  }),
  z.object({ kind: kind('criteria'), entity }),
  z.object({ kind: kind('shared'), name: z.string() }),
])

export const criteriaFormsAnswer = z.object({
  conditions: z.array(
    z.object({
      type: z.string(),
      entity,
      title: z.string(),
      start: z.unknown(),
      fields: z.array(field),
    }),
  ),
  shared: z.record(z.string(), input),
}) satisfies z.ZodType<CriteriaForms>

export const criteriaAtHandAnswer = z.object({
  criteria: z.unknown(),
  entity,
  segment: z.object({ id: z.string(), name: z.string(), editable: z.boolean() }).nullable(),
}) satisfies z.ZodType<CriteriaAtHand>

export const criteriaCountAnswer = z.object({
  entity,
  words: z.string(),
  count,
  total: count,
  asOf: z.string(),
}) satisfies z.ZodType<CriteriaCount>

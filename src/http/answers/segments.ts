import { z } from 'zod'
import type { CustomerPage, CustomerRow } from '#domain/browsing/shown.ts'
import type { Geography } from '#domain/insights/shown-geography.ts'
import type { Naming } from '#domain/references/named.ts'
import { fullFiguresSchema, segmentCountSchema, segmentRowSchema } from '#domain/segments/shown-table.ts'
import { shownSegmentSchema, shownSegmentVersionSchema } from '#domain/segments/shown.ts'
import { freshnessSchema } from '#domain/sources/fresh-schema.ts'
import type {
  CustomersFound,
  RefreshState,
  SegmentFigures,
  SegmentHistory,
  SegmentList,
  SegmentView,
} from '../api.ts'

const count = z.int().min(0)
const words = z.string().nullable()

export const namingAnswer = z.object({
  type: z.enum(['segment', 'indicator', 'profile', 'audience', 'routing rule']),
  id: z.string(),
  name: z.string(),
}) satisfies z.ZodType<Naming>

export const segmentListAnswer = z.object({
  segments: z.array(segmentRowSchema.extend({ words })),
  found: count,
  page: count,
  pages: count,
  total: count,
  noOrders: count,
  currency: z.string(),
  freshness: z.array(freshnessSchema),
}) satisfies z.ZodType<SegmentList>

export const segmentViewAnswer = shownSegmentSchema.extend({
  words,
  sql: z.string().nullable(),
  total: count,
  freshness: z.array(freshnessSchema),
  usedBy: z.array(namingAnswer),
  versions: z.array(shownSegmentVersionSchema.extend({ words })),
}) satisfies z.ZodType<SegmentView>

export const segmentFiguresAnswer = z.object({
  figures: fullFiguresSchema.nullable(),
}) satisfies z.ZodType<SegmentFigures>

export const segmentHistoryAnswer = z.object({
  counts: z.array(segmentCountSchema),
}) satisfies z.ZodType<SegmentHistory>

export const refreshStateAnswer = z.object({
  job: z
    .object({
      segmentId: z.string(),
      state: z.enum(['running', 'done', 'stopped', 'failed']),
      startedAt: z.string(),
      before: z.int().nullable(),
      step: z.enum(['customers', 'products', 'metrics']),
      done: z.number().min(0).max(1),
      result: z.object({ members: count, entered: count, left: count }).nullable(),
      problem: z.object({ message: z.string(), next: z.string() }).nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<RefreshState>

const customerRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  city: z.string(),
  country: z.string(),
  orders: count,
  spent: z.number(),
  lastOrder: z.string().nullable(),
}) satisfies z.ZodType<CustomerRow>

export const customerPageAnswer = z.object({
  customers: z.array(customerRow),
  total: count,
  asOf: z.string(),
  currency: z.string(),
  next: z.string().nullable(),
  masked: z.boolean(),
}) satisfies z.ZodType<CustomerPage>

export const customersFoundAnswer = z.object({
  customers: z.array(customerRow),
  masked: z.boolean(),
}) satisfies z.ZodType<CustomersFound>

const place = z.object({ name: z.string(), customers: count, share: z.number().min(0).max(1) })
const region = place.extend({ country: z.string() })
const more = z.object({ places: count, customers: count })

export const geographyAnswer = z.object({
  asOf: z.string(),
  customers: count,
  countries: z.array(place.extend({ code: z.string().nullable(), numeric: z.string().nullable() })),
  regions: z.array(region),
  cities: z.array(
    region.extend({
      region: z.string(),
      at: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    }),
  ),
  unknown: z.object({ country: count, region: count, city: count }),
  more: z.object({ regions: more, cities: more }),
}) satisfies z.ZodType<Geography>

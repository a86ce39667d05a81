import { z } from 'zod'
import { windowSchema } from '../time/window.ts'
import { OPERATORS } from './comparison.ts'

export const TEXT_FIELDS = [
  'email',
  'phone',
  'first_name',
  'last_name',
  'gender',
  'country',
  'region',
  'city',
  'postcode',
  'language',
] as const
export const LIST_FIELDS = ['tags', 'interests'] as const
export const NUMBER_FIELDS = ['latitude', 'longitude'] as const
export const DATE_FIELDS = ['created_at', 'birthday'] as const
export const CUSTOMER_FIELDS = [
  'id',
  ...TEXT_FIELDS,
  ...LIST_FIELDS,
  ...NUMBER_FIELDS,
  ...DATE_FIELDS,
] as const
export type CustomerField = (typeof CUSTOMER_FIELDS)[number]

const words = z.string().trim().min(1).max(300)

/**
 * A test of one customer column. `in` on a list field holds when the list has one of the values. `id` is the
 * customer's id as imported.
 *
 * @example { type: 'attribute', field: 'country', op: 'in', value: ['CA', 'US'] }
 * @example { type: 'attribute', field: 'created_at', op: 'during', window: { kind: 'calendar', unit: 'year', offset: 0 } }
 */
export const attributeSchema = z.strictObject({
  type: z.literal('attribute'),
  field: z.enum(CUSTOMER_FIELDS),
  op: z.enum([
    'equals',
    'in',
    'contains',
    'starts_with',
    'ends_with',
    'has',
    ...OPERATORS,
    'during',
    'known',
    'unknown',
  ]),
  value: z
    .union([words, z.number(), z.array(words).min(1).max(1000), z.tuple([z.number(), z.number()])])
    .optional(),
  window: windowSchema.optional(),
})
export type AttributeCondition = z.infer<typeof attributeSchema>

import { z } from 'zod'

/** What a webhook may be told of a record beside its id. Those of a person that say who it is are chosen one by one. */
export const ROUTED_FIELDS = [
  'name',
  'domain',
  'company',
  'title',
  'seniority',
  'function',
  'country',
  'icp_code',
  'icp_score',
  'persona_code',
  'persona_score',
  'email',
  'phone',
  'first_name',
  'last_name',
] as const
export type RoutedField = (typeof ROUTED_FIELDS)[number]

/** Which of them each entity has. */
export const FIELDS_OF: Readonly<Record<'company' | 'person', readonly RoutedField[]>> = {
  company: ['name', 'domain', 'country', 'icp_code', 'icp_score'],
  person: [
    'company',
    'title',
    'seniority',
    'function',
    'country',
    'icp_code',
    'icp_score',
    'persona_code',
    'persona_score',
    'email',
    'phone',
    'first_name',
    'last_name',
  ],
}

/** Those that say who a person is. */
export const PERSONAL_FIELDS: readonly RoutedField[] = ['email', 'phone', 'first_name', 'last_name']

/** Where a rule hands records on to: an owner, which is recorded here, or a web address, which is told. */
export const destinationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('owner'), owner: z.string().trim().min(1).max(100) }),
  z.strictObject({
    type: z.literal('webhook'),
    url: z.url({ protocol: /^https?$/ }).max(2000),
    /** Nothing else of a record leaves, its id apart. */
    fields: z.array(z.enum(ROUTED_FIELDS)).max(ROUTED_FIELDS.length),
  }),
])
export type Destination = z.infer<typeof destinationSchema>

/** `Anna`, `https://crm.example/leads` */
export const destinationWords = (to: Destination): string => (to.type === 'owner' ? to.owner : to.url)

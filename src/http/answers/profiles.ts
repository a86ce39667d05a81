import { z } from 'zod'
import { ENTITIES } from '#domain/entities/entity.ts'
import { foundGroupsSchema, groupSchema, type PersonaDrift } from '#domain/profiles/living/shown.ts'
import { questionRunSchema, questionSchema, recordAnswerSchema } from '#domain/profiles/questions/schema.ts'
import { scoreExplanationSchema } from '#domain/profiles/scoring/shown-explained.ts'
import { shownProfileSchema, shownProfileVersionSchema } from '#domain/profiles/shown.ts'
import {
  type BestProfile,
  personaNodeSchema,
  scoredSchema,
  standingSchema,
} from '#domain/profiles/standing/shown.ts'
import { discoverySchema, suggestionsSchema } from '#domain/profiles/suggestions/shown.ts'
import type {
  DiscoveryView,
  GroupGoals,
  GroupsLine,
  GroupsView,
  ParameterView,
  ProfileCount,
  ProfileView,
  RecordView,
  ScoredPage,
  ScoredRow,
  SuggestionsView,
} from '../api.ts'
import type { ProfileQuestions, RecordAnswers } from '../question-api.ts'
import { errorAnswer } from './error.ts'

const count = z.int().min(0)
const entity = z.enum(ENTITIES)
const words = z.string().nullable()

const parameter = z.object({
  mode: z.enum(['filter', 'exclude', 'score']),
  words,
  criteria: z.unknown(),
  weight: z.number().nullable(),
  grades: z.array(z.object({ credit: z.number(), words, criteria: z.unknown() })),
}) satisfies z.ZodType<ParameterView>

const drift = z.object({
  since: z.string(),
  asOf: z.string(),
  lines: z.array(
    z.object({
      what: z.string(),
      before: z.string(),
      now: z.string(),
      moved: z.enum(['same', 'more', 'less', 'unknown']),
    }),
  ),
}) satisfies z.ZodType<PersonaDrift>

export const profileViewAnswer = shownProfileSchema.extend({
  icp: shownProfileSchema.nullable(),
  parameters: z.array(parameter),
  standing: standingSchema.nullable(),
  personas: z.array(personaNodeSchema),
  personaEntity: entity,
  noPersona: count.nullable(),
  scored: scoredSchema,
  drift: drift.nullable(),
  versions: z.array(shownProfileVersionSchema),
}) satisfies z.ZodType<ProfileView>

export const profileCountAnswer = z.object({
  entity,
  parameters: z.unknown(),
  each: z.array(z.object({ words: z.string(), records: count })),
  fits: count,
  total: count,
  asOf: z.string(),
}) satisfies z.ZodType<ProfileCount>

export const freeCodeAnswer = z.object({ code: z.string() })

const best = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  score: z.number().min(0).max(100),
}) satisfies z.ZodType<BestProfile>

const scoredRow = z.object({
  id: z.string(),
  name: z.string(),
  contact: z.string(),
  about: z.string(),
  icp: best.nullable(),
  persona: best.nullable(),
}) satisfies z.ZodType<ScoredRow>

export const scoredPageAnswer = z.object({
  entity,
  rows: z.array(scoredRow),
  total: count,
  asOf: z.string().nullable(),
  next: z.string().nullable(),
  masked: z.boolean(),
}) satisfies z.ZodType<ScoredPage>

export const recordViewAnswer = z.object({
  record: scoredRow,
  explanation: scoreExplanationSchema,
  masked: z.boolean(),
}) satisfies z.ZodType<RecordView>

const outcomes = z.array(z.object({ id: z.string(), title: z.string() }))

export const suggestionsAnswer = suggestionsSchema.extend({ outcomes }) satisfies z.ZodType<SuggestionsView>
export const discoveryAnswer = discoverySchema.extend({ outcomes }) satisfies z.ZodType<DiscoveryView>

export const groupGoalsAnswer = z.object({
  goals: z.array(z.object({ id: z.string(), name: z.string(), measure: z.string() })),
}) satisfies z.ZodType<GroupGoals>

const groupsView = foundGroupsSchema.extend({
  groups: z.array(groupSchema.extend({ code: z.string(), parameters: z.unknown() })),
}) satisfies z.ZodType<GroupsView>

export const groupsLineAnswer = z.union([
  z.object({ done: z.number().min(0).max(1) }),
  z.object({ found: groupsView }),
  z.object({ error: errorAnswer }),
]) satisfies z.ZodType<GroupsLine>

export const profileQuestionsAnswer = z.object({
  questions: z.array(
    questionSchema.extend({
      runs: z.array(questionRunSchema),
      counts: z.array(z.object({ answer: z.string().nullable(), records: count })),
    }),
  ),
  model: z.string().nullable(),
}) satisfies z.ZodType<ProfileQuestions>

export const recordAnswersAnswer = z.object({
  answers: z.array(recordAnswerSchema),
}) satisfies z.ZodType<RecordAnswers>

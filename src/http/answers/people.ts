import { z } from 'zod'
import { roleSchema, type User } from '#domain/users/schema.ts'
import type { Session, ThreadView, WidgetToken, WorkspaceView } from '../api.ts'
import type { Thread } from '#domain/threads/schema.ts'

const user = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: roleSchema,
  hasPassphrase: z.boolean(),
}) satisfies z.ZodType<User>

export const sessionAnswer = z.object({ user, expiresAt: z.string() }) satisfies z.ZodType<Session>

export const workspaceAnswer = z.object({
  name: z.string(),
  zone: z.string(),
  currency: z.object({ code: z.string(), exponent: z.int() }),
  demo: z.boolean(),
  now: z.string(),
  model: z.object({ id: z.string(), note: z.string().exactOptional() }),
  confirmHere: z.boolean(),
}) satisfies z.ZodType<WorkspaceView>

export const threadAnswer = z.object({
  id: z.string(),
  title: z.string(),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
}) satisfies z.ZodType<Thread>

export const threadsAnswer = z.object({ threads: z.array(threadAnswer) })

export const threadViewAnswer = z.object({
  thread: threadAnswer,
  /** Messages of the AI SDK. */
  messages: z.array(z.unknown()),
  answering: z.boolean(),
}) satisfies z.ZodType<ThreadView>

export const widgetTokenAnswer = z.object({
  token: z.string(),
  expiresAt: z.string(),
  user: z.object({ name: z.string(), role: roleSchema }),
  origins: z.array(z.string()),
}) satisfies z.ZodType<WidgetToken>

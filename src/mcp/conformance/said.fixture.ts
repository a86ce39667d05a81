import { inputRequired } from '@modelcontextprotocol/server'
import { z } from 'zod'

/** One red pixel, and a WAV file without a sample. */
export const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='
export const WAV = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA='

/** What tools answer. */
export const text = (said: string) => ({ content: [{ type: 'text' as const, text: said }] })
export const image = { type: 'image' as const, data: PNG, mimeType: 'image/png' }

/** What is asked of the human, and of the model, at the client. */
export const nameForm = (message: string) =>
  inputRequired.elicit({ message, requestedSchema: z.object({ name: z.string() }) })
export const sampling = (asked: string, maxTokens = 100) =>
  inputRequired.createMessage({
    messages: [{ role: 'user', content: { type: 'text', text: asked } }],
    maxTokens,
  })

/** The type of resources that are texts. */
export const plain = { mimeType: 'text/plain' }

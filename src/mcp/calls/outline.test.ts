import { expect, test } from 'vitest'
import { z } from 'zod'
import { outline } from './outline.ts'

test('an output is outlined: its fields and what they hold, no deeper', () => {
  const tree: z.ZodType = z.lazy(() => z.union([z.string(), z.object({ all: z.array(tree) })]))
  const output = z.object({
    id: z.string().describe('long'),
    count: z.int().min(0),
    name: z.string().nullable(),
    state: z.enum(['draft', 'confirmed']),
    members: z.array(z.object({ id: z.string() })),
    preview: z.object({ words: z.string() }).nullable(),
    criteria: tree,
    note: z.string().optional(),
  })
  expect(outline(output, ['confirmation'])).toMatchInlineSnapshot(`
    {
      "properties": {
        "confirmation": {
          "type": "object",
        },
        "count": {
          "type": "integer",
        },
        "criteria": {},
        "id": {
          "type": "string",
        },
        "members": {
          "type": "array",
        },
        "name": {
          "type": [
            "string",
            "null",
          ],
        },
        "note": {
          "type": "string",
        },
        "preview": {
          "type": [
            "object",
            "null",
          ],
        },
        "state": {
          "enum": [
            "draft",
            "confirmed",
          ],
          "type": "string",
        },
      },
      "required": [
        "id",
        "count",
        "name",
        "state",
        "members",
        "preview",
        "criteria",
      ],
      "type": "object",
    }
  `)
})

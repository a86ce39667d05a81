import { expect, test } from 'vitest'
import { z } from 'zod'
import { tools } from './index.ts'

/** What is sent to a model with every conversation. */
const listed = JSON.stringify(
  tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })),
)

test('all tools together cost a model less than 40 kB, about 8,400 tokens', () => {
  expect(listed.length).toBeLessThan(40_000)
})

test('names are verbs of a closed list, and an object', () => {
  const verb =
    /^(list|get|find|validate|explain|compare|suggest|discover|create|build|clone|update|delete|refresh|export|undo|answer)_[a-z]+$/
  expect(tools.map(({ name }) => name).filter((name) => !verb.test(name))).toEqual([])
  expect(new Set(tools.map(({ name }) => name)).size).toBe(tools.length)
})

test('whatever would change something says that it only drafts, and needs a human', () => {
  const proposing = tools.filter(({ effect }) => effect === 'propose')
  expect(proposing.map(({ name }) => name).toSorted()).toEqual([
    'build_icp',
    'build_persona',
    'clone_icp',
    'clone_persona',
    'clone_segment',
    'create_audience',
    'create_indicator',
    'create_question',
    'create_segment',
    'delete_audience',
    'delete_indicator',
    'delete_profile',
    'delete_segment',
    'export_audience',
    'refresh_segment',
    'undo_change',
    'update_audience',
    'update_indicator',
    'update_profile',
    'update_route',
    'update_segment',
  ])
  for (const { description } of proposing) {
    expect(description).toMatch(/^Drafts a proposal .*Nothing changes until a human confirms it/)
  }
})

test('no tool confirms, and none but validate_criteria takes criteria', () => {
  const inputs = tools.flatMap((tool) =>
    Object.keys(tool.input.shape).map((key) => ({ tool: tool.name, key })),
  )
  expect(inputs.filter(({ key }) => key === 'criteria').map(({ tool }) => tool)).toEqual([
    'validate_criteria',
  ])
  expect(inputs.filter(({ key }) => /hash|confirm|count/i.test(key))).toEqual([])
})

test('no tool drops what it does not know', () => {
  const open = tools.filter(({ inputSchema }) => inputSchema['additionalProperties'] !== false)
  expect(open.map(({ name }) => name)).toEqual([])
})

test('schemas have object roots, nothing recursive, and no oneOf that clients reject', () => {
  expect(listed).not.toContain('oneOf')
  expect(listed).not.toContain('prefixItems')
  for (const { inputSchema } of tools) {
    expect(inputSchema.type).toBe('object')
    const { $defs = {} } = z
      .object({ $defs: z.record(z.string(), z.unknown()).optional() })
      .parse(inputSchema)
    const refers = (to: unknown): string[] =>
      [...JSON.stringify(to).matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, name = '']) => name)
    const depth = (name: string, above: readonly string[]): number => {
      expect(above).not.toContain(name)
      expect(Object.keys($defs)).toContain(name)
      return 1 + Math.max(0, ...refers($defs[name]).map((next) => depth(next, [...above, name])))
    }
    for (const name of refers(inputSchema)) expect(depth(name, [])).toBeLessThan(12)
  }
})

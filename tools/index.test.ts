import { expect, test } from 'vitest'
import { tools } from './index.ts'

/** What is sent to a model with every conversation. */
const listed = JSON.stringify(
  tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })),
)

test('names are verbs of a closed list, and an object', () => {
  const verb =
    /^(list|get|find|validate|explain|compare|suggest|discover|create|build|clone|update|delete|refresh|export|undo|answer)_[a-z]+$/
  expect(tools.map(({ name }) => name).filter((name) => !verb.test(name))).toEqual([])
  expect(new Set(tools.map(({ name }) => name)).size).toBe(tools.length)
})

test('whatever would change something says that it only drafts', () => {
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
    expect(description).toMatch(/^Proposes /)
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
  const dropping = tools.filter(({ input }) => {
    const issues = input.safeParse({ nobody_knows: 1 }).error?.issues ?? []
    return !issues.some(({ code }) => code === 'unrecognized_keys')
  })
  expect(dropping.map(({ name }) => name)).toEqual([])
})

test('schemas have object roots, nothing recursive, and no oneOf that clients reject', () => {
  for (const word of ['oneOf', 'prefixItems', '$ref', '$defs']) expect(listed).not.toContain(`"${word}"`)
  for (const { inputSchema } of tools) expect(inputSchema.type).toBe('object')
})

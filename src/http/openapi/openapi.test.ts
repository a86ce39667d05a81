import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createOfflineModel } from '#chat/offline-model.ts'
import { type Desk, openDesk } from '../desk.fixture.ts'
import { describeApi, type OpenApi, undescribed } from './document.ts'

let desk: Desk
let document: OpenApi
beforeAll(() => {
  desk = openDesk(
    createOfflineModel(() => {
      throw new Error('Nobody talks')
    }),
  )
  document = describeApi(desk.app.routes)
})
afterAll(() => desk.close())

/** Pages and files for a browser. */
const NO_API = [
  'GET /openapi.json',
  'GET /signin',
  'GET /signin.css',
  'POST /signin',
  'GET /assets/*',
  'GET /widget.js',
  'GET /*',
]

test('every route of the API is described where it stands', () => {
  expect(undescribed(desk.app.routes)).toEqual(expect.arrayContaining(NO_API))
  expect(undescribed(desk.app.routes).filter((route) => !NO_API.includes(route))).toEqual([])
})

test('the document is valid OpenAPI 3.1, every reference included', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone({ ...document }))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
  expect(validator.version).toBe('3.1')
  expect(() => validator.resolveRefs()).not.toThrow()
})

const operationSchema = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean() })).default([]),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown()),
})
const operation = (path: string, method: string) => operationSchema.parse(document.paths[path]?.[method])

test('a route says what it takes, by the schema that reads it', () => {
  const { parameters } = operation('/api/segments/{id}/customers', 'get')
  expect(parameters.map(({ name, in: where, required }) => [name, where, required])).toEqual([
    ['id', 'path', true],
    ['sort', 'query', false],
    ['direction', 'query', false],
    ['search', 'query', false],
    ['cursor', 'query', false],
    ['limit', 'query', false],
  ])
  expect(parameters.at(-1)).toMatchObject({
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  })
  expect(operation('/api/criteria', 'get').parameters).toMatchObject([
    { name: 'segment', required: false },
    { name: 'preview', required: false },
  ])
})

test('it says what it answers, under the name of api.ts, and that errors tell the next step', () => {
  expect(operation('/api/proposals/{id}/confirm', 'post')).toMatchObject({
    requestBody: {
      content: { 'application/json': { schema: { $ref: '#/components/schemas/ConfirmRequest' } } },
    },
    responses: {
      200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Proposal' } } } },
      default: { content: { 'application/json': { schema: { $ref: '#/components/schemas/ApiError' } } } },
    },
  })
  expect(Object.keys(operation('/api/threads/{id}', 'delete').responses)).toEqual(['204', 'default'])
})

test('it says who may ask: a confirmation takes a signed-in human, and no token of any kind', () => {
  expect(operation('/api/proposals/{id}/confirm', 'post').security).toEqual([{ session: [] }])
  expect(operation('/api/proposals/{id}', 'get').security).toEqual([{ session: [] }, { widgetToken: [] }])
  expect(operation('/v1/track', 'post').security).toEqual([{ writeKey: [] }])
  expect(operation('/healthz', 'get').security).toEqual([])
})

test('anybody may read it, and each operation has a name of its own', async () => {
  const response = await desk.app.request('http://localhost/openapi.json')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)))
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((each) => operationSchema.parse(each).operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toContain('get_api_segments_id_why')
})

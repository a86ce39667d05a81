import { Hono } from 'hono'
import { describeApi, type Routes } from '../openapi/document.ts'

/** What there is to ask for, for people and programs; it says nothing of the data. */
export function openApiRoutes(routes: () => Routes) {
  let document: ReturnType<typeof describeApi> | undefined
  return new Hono().get('/openapi.json', (c) => c.json((document ??= describeApi(routes()))))
}

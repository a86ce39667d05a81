import { expect, test } from 'vitest'
import { routeOf } from './route.ts'

test.for([
  ['/', { page: 'new' }],
  ['/segments', { page: 'segments' }],
  ['/segments/', { page: 'segments' }],
  ['/segments/seg_1', { page: 'segment', id: 'seg_1', tab: undefined }],
  ['/segments/seg_1/history', { page: 'segment', id: 'seg_1', tab: 'history' }],
  ['/segments/At%20Risk', { page: 'segment', id: 'At Risk', tab: undefined }],
  ['/segments/100%', { page: 'segment', id: '100%', tab: undefined }],
  ['/audiences', { page: 'audiences' }],
  ['/audiences/aud_1', { page: 'audience', id: 'aud_1' }],
  ['/threads/thr_1', { page: 'thread', id: 'thr_1' }],
  ['/build', { page: 'build' }],
  ['/build/icp', { page: 'build-profile', kind: 'icp' }],
  ['/build/persona', { page: 'build-profile', kind: 'persona' }],
  ['/qualification', { page: 'qualification' }],
  ['/qualification/icp_1', { page: 'profile', id: 'icp_1', tab: undefined }],
  ['/qualification/icp_1/records', { page: 'profile', id: 'icp_1', tab: 'records' }],
  ['/records/company/B%2F1', { page: 'record', entity: 'company', id: 'B/1' }],
  ['/no-persona-fit/icp_1', { page: 'no-persona-fit', icp: 'icp_1' }],
  ['/no-icp-fit/company', { page: 'no-icp-fit', of: 'company' }],
  ['/compare', { page: 'compare' }],
  ['/activity', { page: 'activity' }],
  ['/proposals', { page: 'activity' }],
  ['/proposals/prop_1', { page: 'proposal', id: 'prop_1' }],
] as const)('%s', ([path, route]) => {
  expect(routeOf(path)).toEqual(route)
})

test.for([
  '/segment',
  '/threads',
  '/segments/a/b/c',
  '/proposals/a/b',
  '/build/x',
  '/build/icp/x',
  '/records/company',
  '/no-icp-fit',
  '/no-persona-fit',
  '/compare/x',
  '/nowhere/at/all',
])('%s is no page', (path) => {
  expect(routeOf(path)).toEqual({ page: 'missing' })
})

import { expect, test } from 'vitest'
import { OWN_PAGE } from './own-page.ts'

test.for(['/', '/segments', '/proposals/prop_1', '#top'])('%s is a page of ours', (href) => {
  expect(href).toMatch(OWN_PAGE)
})

test.for([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '',
])('%s is none', (href) => {
  expect(href).not.toMatch(OWN_PAGE)
})

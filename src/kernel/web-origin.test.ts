import { expect, test } from 'vitest'
import { InputError } from './errors.ts'
import { webOrigin } from './web-origin.ts'

test.for([
  ['https://shop.example', 'https://shop.example'],
  [' https://Shop.example/ ', 'https://shop.example'],
  ['https://shop.example:443', 'https://shop.example'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
] as const)('%s is %s', ([text, origin]) => {
  expect(webOrigin(text)).toBe(origin)
})

test.for([
  ['*', 'is no single origin'],
  ['https://*.shop.example', 'is no single origin'],
  ['shop.example', 'is no origin of web pages'],
  ['null', 'is no origin of web pages'],
  ['javascript:alert(1)', 'is no origin of web pages'],
  ['https://shop.example/admin', 'holds more than an origin'],
  ['https://me:pw@shop.example', 'holds more than an origin'],
  ['http://shop.example', 'is not encrypted'],
] as const)('%s %s', ([text, why]) => {
  expect(() => webOrigin(text)).toThrow(InputError)
  expect(() => webOrigin(text)).toThrow(why)
})

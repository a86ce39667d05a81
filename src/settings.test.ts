import { expect, test } from 'vitest'
import { listSettings, readSettings } from './settings.ts'

test.for([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PORT', '80.5'],
  ['MUSTER_CONFIRM', 'web,telepathy'],
  ['MUSTER_TOLERANCE', '5%'],
  ['MUSTER_TOLERANCE', '2'],
  ['MUSTER_READERS', '0'],
  ['MUSTER_TIME_LIMIT', 'NaN'],
  ['MUSTER_PUBLIC_URL', 'muster.example.com'],
  ['MUSTER_PUBLIC_URL', 'javascript:alert(1)'],
  ['OPENAI_BASE_URL', 'file:///etc/passwd'],
  ['MUSTER_WIDGET_ORIGINS', 'https://shop.example,*'],
  ['MUSTER_WIDGET_ORIGINS', 'https://shop.example/admin'],
] as const)('%s=%s is refused by name', ([name, value]) => {
  expect(() => readSettings({ [name]: value })).toThrow(
    expect.objectContaining({
      code: 'config',
      message: expect.stringContaining(`${name} is not valid`),
      next: expect.stringContaining(`Correct ${name} in the environment`),
    }),
  )
})

test('an empty variable is one that was not set', () => {
  expect(readSettings({ PORT: '', MUSTER_MODEL: '', OPENAI_API_KEY: '' })).toMatchObject({
    PORT: 4747,
    MUSTER_MODEL: 'offline',
  })
})

test('the public address is taken without the slash at its end', () => {
  expect(readSettings({ MUSTER_PUBLIC_URL: 'https://muster.example.com/' }).MUSTER_PUBLIC_URL).toBe(
    'https://muster.example.com',
  )
})

test('origins stand between commas, each as browsers name it', () => {
  const read = (MUSTER_WIDGET_ORIGINS: string) =>
    readSettings({ MUSTER_WIDGET_ORIGINS }).MUSTER_WIDGET_ORIGINS
  expect(read('https://Shop.example/, http://localhost:3000,')).toEqual([
    'https://shop.example',
    'http://localhost:3000',
  ])
  expect(read('')).toEqual([])
})

test('no list of settings shows a key or a password', () => {
  const settings = readSettings({
    OPENAI_API_KEY: 'sk-secret',
    OPENAI_BASE_URL: 'https://me:secret@models.example.com/v1',
  })
  const listed = listSettings(settings)
  expect(JSON.stringify(listed)).not.toContain('secret')
  expect(listed).toContainEqual(expect.objectContaining({ name: 'OPENAI_API_KEY', value: '(set)' }))
  expect(listed).toContainEqual(
    expect.objectContaining({ name: 'OPENAI_BASE_URL', value: 'https://…@models.example.com/v1' }),
  )
})

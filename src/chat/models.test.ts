import { MockLanguageModelV4 } from 'ai/test'
import { expect, test } from 'vitest'
import { ConfigError } from '#kernel/errors.ts'
import { chooseModel } from './models.ts'

const offline = new MockLanguageModelV4()

test('without a key the offline model answers, and says why', () => {
  expect(chooseModel({ name: 'offline' }, offline)).toEqual({ id: 'offline', model: offline, offline: true })
  expect(chooseModel({ name: 'openai/gpt-5' }, offline)).toMatchObject({
    id: 'offline',
    model: offline,
    note: 'OPENAI_API_KEY is not set, so the offline interpreter answers instead of openai/gpt-5',
  })
})

test('providers get the model’s name as it is, slashes included', () => {
  const openai = chooseModel({ name: 'openai/gpt-5', apiKey: 'sk-1' }, offline)
  expect(openai.model).toMatchObject({ provider: 'openai.responses', modelId: 'gpt-5' })
  const local = chooseModel({ name: 'local/meta/llama:8b', baseUrl: 'http://127.0.0.1:1/v1' }, offline)
  expect(local.model).toMatchObject({ provider: 'local.chat', modelId: 'meta/llama:8b' })
  expect(local).toMatchObject({ id: 'local/meta/llama:8b', offline: false })
})

test.for(['gpt-5', 'openai/', 'local', 'anthropic/claude', ''])('%s is no model', (name) => {
  expect(() => chooseModel({ name, apiKey: 'sk-1', baseUrl: 'http://127.0.0.1:1' }, offline)).toThrow(
    ConfigError,
  )
})

test('a local model needs the address of its server', () => {
  expect(() => chooseModel({ name: 'local/llama' }, offline)).toThrow('needs the address')
})

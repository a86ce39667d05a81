import { readdirSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { mcpPrompts } from '#prompts/mcp.ts'
import { tools } from '#tools/index.ts'
import { settingsSchema } from '#settings'
import { bundleManifest } from './bundle-manifest.ts'
// As it is published with @anthropic-ai/mcpb 2.1.2.
import schema from './manifest-0.3.schema.json' with { type: 'json' }

const manifest = bundleManifest()

test('the manifest of the bundle is one by the published schema', () => {
  const ajv = new Ajv({ validateFormats: false })
  const isManifest = ajv.compile(schema)
  isManifest(manifest)
  expect(isManifest.errors).toBeNull()
  expect(isManifest({ ...manifest, tool: [] })).toBe(false)
})

test('it lists the tools and prompts that there are, each prompt with its arguments left to fill in', () => {
  expect(manifest.tools).toEqual(tools.map(({ name, description }) => ({ name, description })))
  expect(manifest.prompts.map(({ name }) => name)).toEqual(mcpPrompts.map(({ name }) => name))
  for (const prompt of manifest.prompts) {
    for (const argument of prompt.arguments) expect(prompt.text).toContain(`\${arguments.${argument}}`)
  }
})

test('what it asks for goes into settings that there are, and nothing else is left to fill in', () => {
  const { args, env } = manifest.server.mcp_config
  expect(Object.keys(env).filter((name) => !(name in settingsSchema.shape))).toEqual([])
  const left = [...args, ...Object.values(env)].flatMap((text) => text.match(/(?<=\$\{)[^}]+/g) ?? [])
  expect(left.toSorted()).toEqual(
    ['__dirname', ...Object.keys(manifest.user_config).map((name) => `user_config.${name}`)].toSorted(),
  )
  // A client leaves what has no value as it is written: only what must be given may have none.
  const empty = Object.values(manifest.user_config).filter(
    (option) => !('required' in option || 'default' in option),
  )
  expect(empty).toEqual([])
})

test('SQLite comes built for each platform that it names, and for both kinds of processor', () => {
  const built = readdirSync(new URL('../../../node_modules/better-sqlite3/prebuilds/', import.meta.url))
  for (const platform of manifest.compatibility.platforms) {
    expect(built).toEqual(expect.arrayContaining([`${platform}-x64.node`, `${platform}-arm64.node`]))
  }
})

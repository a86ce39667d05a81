import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The checkout. */
export const ROOT = new URL('../../../', import.meta.url)
/** Where the package is put together: what it is before it is packed. */
export const PACKAGE_FOLDER = new URL('dist/package/', ROOT)
/** The package with all that it needs, for clients that install a server by one file. */
export const BUNDLE_FILE = new URL('dist/muster.mcpb', ROOT)
/** The official tool for such files: bigger than all else that Muster needs for them, and asked for when one is made. */
export const MCPB = '@anthropic-ai/mcpb@2.1.2'

/** What is read at run time and is no code, at the places where the code looks for it. */
export const TEXTS = [
  'LICENSE',
  'README.md',
  'prompts/system.md',
  'src/domain/places/gazetteer/README.md',
  'src/domain/places/gazetteer/cities.tsv',
] as const

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  type: z.literal('module'),
  bin: z.object({ muster: z.string() }),
  engines: z.object({ node: z.string() }),
  dependencies: z.record(z.string(), z.string()),
})

/** The package.json of the package: that of the checkout, less what only a checkout has a use for. */
export const packageManifest = () =>
  manifestSchema.parse(JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')))

import { mcpPrompts } from '#prompts/mcp.ts'
import { tools } from '#tools/index.ts'
import { packageManifest } from './contents.ts'

/** What is left to a client to fill in when it starts the server. */
const given = (name: string) => `\${${name}}`

/** The folder of the npm package inside of the bundle. */
export const SERVER = 'server'

/** Tools and prompts, as whoever looks at the bundle reads of them before it is installed. */
const offered = () => ({
  tools: tools.map(({ name, description }) => ({ name, description })),
  prompts: mcpPrompts.map(({ name, description, arguments: args, text }) => ({
    name,
    description,
    arguments: args.map((argument) => argument.name),
    text: text((argument) => given(`arguments.${argument}`)),
  })),
})

/** What a client asks its human before it starts the server. What they leave empty is a setting that is not set. */
const asked = {
  database: {
    type: 'file',
    title: 'Database',
    description:
      'The file that Muster keeps your data in: muster.db in the folder .muster, unless you chose another',
    required: true,
  },
  model: {
    type: 'string',
    title: 'Model of the web app',
    description:
      'Who reads requests in the chat of the web app: offline, or openai/<model> with a key. Your client has its own',
    default: 'offline',
  },
  key: {
    type: 'string',
    title: 'Key of that model',
    description: 'An API key of OpenAI. Empty for offline',
    sensitive: true,
    default: '',
  },
} as const

const setting = (name: keyof typeof asked) => given(`user_config.${name}`)

/**
 * The manifest of the bundle that clients install with a click (`.mcpb`), by version 0.3 of its format:
 * https://github.com/anthropics/mcpb/blob/main/MANIFEST.md
 */
export function bundleManifest() {
  const { name, version, description, license, engines, bin } = packageManifest()
  return {
    manifest_version: '0.3',
    name,
    display_name: 'Muster',
    version,
    description,
    long_description:
      'Works on a database that Muster has: start Muster once (`npm start`), or import your data (`muster import`), and choose its file. Tools change nothing: what they draft waits until you confirm it on Muster’s own page.',
    author: { name: 'The Muster authors' },
    license,
    server: {
      type: 'node',
      entry_point: `${SERVER}/${bin.muster}`,
      mcp_config: {
        command: 'node',
        args: [`${given('__dirname')}/${SERVER}/${bin.muster}`, 'mcp'],
        env: {
          DATABASE_URL: `sqlite:${setting('database')}`,
          MUSTER_MODEL: setting('model'),
          OPENAI_API_KEY: setting('key'),
        },
      },
    },
    ...offered(),
    compatibility: { platforms: ['darwin', 'win32', 'linux'], runtimes: { node: engines.node } },
    user_config: asked,
  }
}

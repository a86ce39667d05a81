import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { ConfigError, InputError } from '#kernel/errors.ts'
import { webOrigin } from '#kernel/web-origin.ts'

const SURFACES = ['web', 'terminal', 'elicitation'] as const

const webAddress = z.url({
  protocol: /^https?$/,
  error: 'give an address that begins with http:// or https://',
})

/** Every setting, as an environment variable. `muster doctor` prints this list with the values in force. */
export const settingsSchema = z.object({
  DATABASE_URL: z.string().default('sqlite:.muster/muster.db').describe('Where the data lives: sqlite:PATH'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4747).describe('Port of the web app'),
  MUSTER_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on; anything but loopback opens the app to the network'),
  MUSTER_PUBLIC_URL: webAddress
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('How people reach the web app, when it stands behind a proxy'),
  MUSTER_WIDGET_ORIGINS: z
    .string()
    .default('')
    .transform(readOrigins)
    .describe('Whose pages may show <muster-chat>: origins such as https://shop.example, between commas'),
  MUSTER_MODEL: z
    .string()
    .default('offline')
    .describe('Who understands requests: offline, openai/<model> or local/<model>'),
  MUSTER_MODEL_PRICE: z
    .string()
    .optional()
    .transform(readPrice)
    .describe('What a million tokens of the model cost in dollars, read and written: 1.25/10'),
  OPENAI_API_KEY: z.string().min(1).optional().describe('Key for openai/… and local/… models'),
  OPENAI_BASE_URL: webAddress.optional().describe('An OpenAI-compatible server for local/… models'),
  MUSTER_NOW: z.string().optional().describe('A fixed now (ISO 8601), for reproducible counts'),
  MUSTER_CONFIRM: z
    .string()
    .default('web,terminal')
    .transform((list) => list.split(',').map((surface) => surface.trim()))
    .pipe(z.array(z.enum(SURFACES)).min(1))
    .describe(`Which answers count as a human’s: ${SURFACES.join(', ')}`),
  MUSTER_MCP_RATE: z.coerce
    .number()
    .int()
    .min(1)
    .default(600)
    .describe('Requests a minute that each token may send to /mcp'),
  MUSTER_WEBHOOK_SECRET: z
    .string()
    .min(16, 'give a secret of at least 16 characters')
    .optional()
    .describe('What deliveries to webhooks are signed with; without it there are none'),
  MUSTER_WEBHOOK_PRIVATE: z
    .enum(['true', 'false'])
    .default('false')
    .transform((allowed) => allowed === 'true')
    .describe('Whether webhooks may lead inside of your own networks, this machine among them'),
  MUSTER_SHOPIFY_SHOP: z
    .string()
    .toLowerCase()
    .regex(
      /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/,
      'give the store’s own address, such as example.myshopify.com',
    )
    .optional()
    .describe('The Shopify store whose webhooks are taken: example.myshopify.com'),
  MUSTER_SHOPIFY_SECRET: z
    .string()
    .transform((list) => list.split(',').map((secret) => secret.trim()))
    .pipe(z.array(z.string().min(8, 'give a secret of at least 8 characters')).max(2))
    .optional()
    .describe(
      'What Shopify signs webhooks with; while it is changed the new and the old one, between a comma',
    ),
  MUSTER_TOLERANCE: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .describe('Share of previewed members that may come and go before a proposal is stale'),
  MUSTER_READERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(availableParallelism())
    .describe('Threads that count'),
  MUSTER_TIME_LIMIT: z.coerce
    .number()
    .min(1)
    .max(3600)
    .default(30)
    .describe('Seconds after which counting stops with an error'),
})
export type Settings = z.output<typeof settingsSchema>

function readPrice(text: string | undefined, ctx: z.RefinementCtx) {
  if (text === undefined) return undefined
  const [input, output, ...more] = text.split('/').map(Number)
  const isPrice = (value: number | undefined) => value !== undefined && Number.isFinite(value) && value >= 0
  if (more.length === 0 && input !== undefined && output !== undefined && isPrice(input) && isPrice(output))
    return { input, output }
  ctx.addIssue({
    code: 'custom',
    message: 'give two numbers of dollars for a million tokens, such as 1.25/10',
  })
  return z.NEVER
}

function readOrigins(list: string, ctx: z.RefinementCtx): readonly string[] {
  const origins = list.split(',').filter((each) => each.trim() !== '')
  try {
    return origins.map(webOrigin)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    ctx.addIssue({ code: 'custom', message: error.message })
    return z.NEVER
  }
}

/** Names whose values never leave the process: not in `doctor`, not in a log. */
const SECRET_SETTINGS = ['OPENAI_API_KEY', 'MUSTER_WEBHOOK_SECRET', 'MUSTER_SHOPIFY_SECRET'] as const

/** Reads the environment once. Throws ConfigError naming the variable and what it may be. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  // An empty variable is one that was not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = settingsSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const name = String(issue?.path[0] ?? 'A setting')
  throw new ConfigError(`${name} is not valid: ${issue?.message ?? 'invalid'}`, {
    next: `Correct ${name} in the environment; \`muster doctor\` lists every setting.`,
  })
}

export interface SettingInForce {
  readonly name: string
  readonly value: string
  readonly meaning: string
}

/** Every setting with its value in force; secrets only say whether they are set. */
export const listSettings = (settings: Settings): readonly SettingInForce[] =>
  Object.entries(settingsSchema.shape).map(([name, { description }]) => {
    const value: unknown = Reflect.get(settings, name)
    const shown =
      value === undefined
        ? '–'
        : SECRET_SETTINGS.some((secret) => secret === name)
          ? '(set)'
          : typeof value === 'string'
            ? withoutPassword(value)
            : JSON.stringify(value)
    return { name, value: shown, meaning: description ?? '' }
  })

/** Addresses can carry a name and a password. */
const withoutPassword = (text: string): string => text.replace(/\/\/[^/@]*@/, '//…@')

/** The surfaces whose answers count: one to an elicitation is one that came over MCP. */
export const confirmSurfaces = ({ MUSTER_CONFIRM }: Settings) =>
  new Set(MUSTER_CONFIRM.map((each) => (each === 'elicitation' ? ('mcp' as const) : each)))

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

/** The names under which people reach the server by its setting, besides those of this machine. */
export const namedHosts = ({ MUSTER_HOST }: Settings): readonly string[] =>
  LOOPBACK.has(MUSTER_HOST) ? [] : [MUSTER_HOST]

/** The store that is connected: by both settings, or not at all. */
export const shopifyStore = ({ MUSTER_SHOPIFY_SHOP: shop, MUSTER_SHOPIFY_SECRET: secrets }: Settings) =>
  shop === undefined || secrets === undefined ? undefined : { shop, secrets }

/** What is blacked out wherever it would be written. */
export const secretsIn = (settings: Settings): readonly string[] =>
  SECRET_SETTINGS.flatMap((name) => settings[name] ?? [])

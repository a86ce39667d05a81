import { createOpenAI } from '@ai-sdk/openai'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { LanguageModelV4 } from '@ai-sdk/provider'
import { ConfigError } from '#kernel/errors.ts'

export interface ModelSettings {
  /** `offline`, `openai/<model>` or `local/<model>`. */
  readonly name: string
  readonly apiKey?: string | undefined
  readonly baseUrl?: string | undefined
}

/** Who answers. */
export interface ChosenModel {
  readonly id: string
  readonly model: LanguageModelV4
  /** The offline model is a program: it reads typed results where others read sentences. */
  readonly offline: boolean
  /** Why another model answers than the one that was asked for. */
  readonly note?: string
}

/** Resolves the setting `MUSTER_MODEL`. Throws ConfigError for names that mean nothing. */
export function chooseModel(settings: ModelSettings, offline: LanguageModelV4): ChosenModel {
  const { name, apiKey, baseUrl } = settings
  if (name === 'offline') return { id: name, model: offline, offline: true }
  const openai = after('openai/', name)
  if (openai !== undefined && apiKey === undefined) {
    const note = `OPENAI_API_KEY is not set, so the offline interpreter answers instead of ${name}`
    return { id: 'offline', model: offline, offline: true, note }
  }
  if (openai !== undefined) {
    const provider = createOpenAI({ ...(apiKey && { apiKey }), ...(baseUrl && { baseURL: baseUrl }) })
    return { id: name, model: provider(openai), offline: false }
  }
  const local = after('local/', name)
  if (local !== undefined) {
    const provider = createOpenAICompatible({
      name: 'local',
      baseURL: baseUrl ?? needsAddress(name),
      includeUsage: true,
      ...(apiKey && { apiKey }),
    })
    return { id: name, model: provider(local), offline: false }
  }
  throw new ConfigError(`MUSTER_MODEL names no model that Muster knows: ${name}`, {
    next: 'Use offline, openai/<model> or local/<model>.',
  })
}

const after = (prefix: string, name: string): string | undefined =>
  name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : undefined

function needsAddress(name: string): never {
  throw new ConfigError(`${name} needs the address of its server`, {
    next: 'Set OPENAI_BASE_URL, for example http://127.0.0.1:11434/v1.',
  })
}

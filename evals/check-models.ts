import { chooseModel } from '#chat/models.ts'
import { createOfflineModel } from '#chat/offline-model.ts'
import { ConfigError } from '#kernel/errors.ts'

/**
 * Refuses models that could not be asked, before anything is: a name that means nothing, a server or a key that is
 * not set. The chat answers offline then, whose figures would stand under another name.
 */
export function checkModels(
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): void {
  const offline = createOfflineModel(() => ({ kind: 'talk', topic: 'help', receipt: [] }))
  for (const name of names) {
    const settings = {
      name,
      apiKey: env['OPENAI_API_KEY'] || undefined,
      baseUrl: env['OPENAI_BASE_URL'] || undefined,
    }
    const { note } = chooseModel(settings, offline)
    if (note !== undefined) throw new ConfigError(note, { next: 'Set the key, or leave that model out.' })
  }
}

import type { App } from '#app'
import { countOfEntity } from '#domain/entities/entity.ts'
import type { CommandContext } from './command.ts'

/** Scores everybody whose data or profiles changed, and says how many scores that changes; nothing where none did. */
export async function scoreAnew({ terminal, signal }: CommandContext, app: App): Promise<void> {
  for (const { entity, fitted, changed } of await app.refreshScores.due({ signal })) {
    terminal.note(
      `Scored ${countOfEntity(fitted, entity)} inside a live ICP; ${changed.toLocaleString('en-US')} scores changed`,
    )
  }
}

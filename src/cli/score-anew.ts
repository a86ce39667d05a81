import type { App } from '#app'
import { countOfEntity } from '#domain/entities/entity.ts'
import type { CommandContext } from './command.ts'

/**
 * Scores everybody whose data or profiles changed, then lets them into audiences and out, and says what that changes;
 * nothing where nothing did.
 */
export async function scoreAnew({ terminal, signal }: CommandContext, app: App): Promise<void> {
  for (const { entity, fitted, changed } of await app.refreshScores.due({ signal })) {
    terminal.note(
      `Scored ${countOfEntity(fitted, entity)} inside a live ICP; ${changed.toLocaleString('en-US')} scores changed`,
    )
  }
  for (const { name, entered, left } of await app.refreshAudiences.due({ signal })) {
    if (entered + left > 0) {
      terminal.note(
        `Audience ${name}: ${entered.toLocaleString('en-US')} entered, ${left.toLocaleString('en-US')} left`,
      )
    }
  }
}

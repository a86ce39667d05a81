import { query } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Operation } from '../../writer/operation.ts'
import { createProfiles } from '../read.ts'
import { type MeasuredPersona, sameParameters } from './measured-persona.ts'

/**
 * Keeps what personas look like now beside what they looked like when they were saved, which is what they look like now
 * where they were not measured before, or ask for something else since. Those that changed meanwhile are left out.
 */
export const storeDrift: Operation<
  {
    readonly personas: readonly MeasuredPersona[]
    readonly asOf: Instant
    readonly readFrom: Readonly<Partial<Record<Source, number>>>
  },
  null
> = ({ writer }, { personas, asOf, readFrom }) =>
  writer.transaction(() => {
    const profiles = createProfiles(writer)
    for (const { id, version, goal, figures } of personas) {
      const present = profiles.known(id)
      if (present === undefined || present.version !== version) continue
      const row = writer.get(query.selectFrom('persona_drift').selectAll().where('profile_id', '=', id))
      const latest = JSON.stringify(figures)
      const isSame =
        row !== undefined &&
        row.goal === goal &&
        sameParameters(profiles, id, row.version, present.parameters)
      const saved = isSame ? { saved: row.saved, saved_at: row.saved_at } : { saved: latest, saved_at: asOf }
      const values = { version, goal, ...saved, latest, as_of: asOf, read_from: JSON.stringify(readFrom) }
      writer.run(
        query
          .insertInto('persona_drift')
          .values({ profile_id: id, ...values })
          .onConflict((on) => on.column('profile_id').doUpdateSet(values)),
      )
    }
    return null
  })

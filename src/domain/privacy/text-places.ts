import { sql } from 'kysely'
import { query } from '#db/run.ts'
import { pinsFrom } from '../segments/pins.ts'
import { redactedParts } from './messages.ts'
import { withoutMention } from './names.ts'
import type { Place } from './place.ts'
import { redactedJson } from './stored-json.ts'
import { inCriteria, inJsonWords, inWords, texts } from './texts.ts'

const definitions = (
  table: Parameters<typeof texts>[0]['table'],
  key: Parameters<typeof texts>[0]['key'],
  columns: Parameters<typeof texts>[0]['columns'],
  named: 'name' | 'name_key',
): Place => texts({ table, what: 'names and criteria that hold an address', key, columns, named })

const SEGMENT = { description: inWords, criteria: inCriteria }
const DEFINED = { description: inWords, definition: inCriteria }
const PROFILE = { goal: inWords, parameters: inCriteria }

/** Texts that people and models wrote: they stay, and nobody who left is named in them. */
export const textPlaces: readonly Place[] = [
  texts({
    table: 'messages',
    what: 'messages that name them',
    key: ['thread_id', 'seq'],
    columns: { parts: (json, names) => redactedParts(json, names) },
  }),
  texts({ table: 'threads', what: 'titles that name them', key: ['id'], columns: { title: withoutMention } }),
  texts({
    table: 'previews',
    what: 'samples of previews',
    key: ['id'],
    columns: {
      criteria: inCriteria,
      body: (json, names) => redactedJson(json, names, (text) => withoutMention(text, names)),
    },
  }),
  unlocked(
    texts({
      table: 'proposals',
      what: 'proposals that name them',
      key: ['id'],
      columns: { change: inJsonWords, summary: inWords, difference: inJsonWords, outcome: inJsonWords },
    }),
  ),
  texts({
    table: 'exports',
    what: 'names and criteria that hold an address',
    key: ['number'],
    columns: { subject_name: inWords, options: inCriteria },
  }),
  definitions('segments', ['id'], SEGMENT, 'name_key'),
  definitions('segment_versions', ['segment_id', 'version'], SEGMENT, 'name'),
  definitions('audiences', ['id'], DEFINED, 'name_key'),
  definitions('audience_versions', ['audience_id', 'version'], DEFINED, 'name'),
  definitions('indicators', ['id'], DEFINED, 'name_key'),
  definitions('indicator_versions', ['indicator_id', 'version'], DEFINED, 'name'),
  definitions('profiles', ['id'], PROFILE, 'name_key'),
  definitions('profile_versions', ['profile_id', 'version'], PROFILE, 'name'),
  definitions('routing_rules', ['id'], { definition: inCriteria }, 'name_key'),
  definitions('routing_rule_versions', ['rule_id', 'version'], { definition: inCriteria }, 'name'),
  pinned('segments'),
  pinned('segment_versions'),
]

/** Rules that hold a segment to having somebody in it, or not. */
function pinned(table: 'segments' | 'segment_versions'): Place {
  return {
    table,
    columns: ['pins'],
    what: 'rules about members',
    erase(writer, { customers }) {
      const going = new Set(customers)
      let changed = 0
      for (const { pins: json } of writer.all(
        query.selectFrom(table).select('pins').distinct().where('pins', 'is not', null),
      )) {
        const pins = pinsFrom(json)
        if (pins === null || ![...pins.in, ...pins.out].some((id) => going.has(id))) continue
        const stay = (ids: readonly number[]) => ids.filter((id) => !going.has(id))
        const left = JSON.stringify({ ...pins, in: stay(pins.in), out: stay(pins.out) })
        changed += writer.run(query.updateTable(table).set({ pins: left }).where('pins', '=', json))
      }
      return changed
    },
  }
}

/** The content of a proposal never changes, and a decided one not at all: but for the law, which this alone acts on. */
function unlocked(place: Place): Place {
  return {
    ...place,
    erase(writer, leaving, names) {
      const triggers = writer.all({
        compile: () =>
          sql<{ name: string; sql: string }>`SELECT name, sql FROM sqlite_schema
              WHERE type = 'trigger' AND tbl_name = ${place.table}`.compile(query),
      })
      for (const { name } of triggers) writer.driver.exec(`DROP TRIGGER ${name}`)
      const changed = place.erase(writer, leaving, names)
      for (const trigger of triggers) writer.driver.exec(trigger.sql)
      return changed
    },
  }
}

import { sql } from 'kysely'
import { foldText, joinWords } from '#kernel/text.ts'
import type { PersonRecord } from '../../accounts/record.ts'
import { saysSomething, titleMeans } from '../../titles/title-meaning.ts'
import { rowsWhere } from '../shared/columns/known.ts'
import type { Asked, Column, ColumnReadings } from '../shared/columns/column.ts'
import { PEOPLE } from '../shared/columns/column.ts'
import { type TextColumn, textColumn } from '../shared/columns/text-column.ts'
import { literal, oneOfText } from '../shared/sql-text.ts'
import { distinct } from '../shared/text-match.ts'
import { quotedWords } from '../shared/value-words.ts'

/** How sqlView marks the titles that mean something. */
export const TITLES_PART = 'titles: '
/** What stands between several meanings in the name of such a part. */
export const BETWEEN_TITLES = ' | '

/** Job titles: as texts, with wildcards, and by what they mean. */
export function titleColumn(spec: TextColumn<PersonRecord>): Column<PersonRecord> {
  const plain = textColumn(spec)
  return {
    takes: `${plain.takes}, like with * for any letters, or means with a title in words (“VP Sales”, “Director and up”)`,
    readings(asked) {
      if (asked.op === 'like') return likeReadings(spec, asked.value)
      if (asked.op === 'means') return meansReadings(spec, meaningsOf(asked))
      return plain.readings(asked)
    },
    normal(asked) {
      if (asked.op === 'like') return normalLike(asked)
      if (asked.op !== 'means') return plain.normal?.(asked) ?? asked
      const [value, ...others] = distinct(meaningsOf(asked) ?? [])
      if (value === undefined) return asked
      return { op: 'means', value: others.length === 0 ? value : [value, ...others] }
    },
  }
}

/** `chief * officer`: stars alone at the ends are what other operators ask. */
function normalLike(asked: Asked): Asked {
  if (typeof asked.value !== 'string') return asked
  const inside = asked.value.replaceAll(/^\*+|\*+$/g, '').trim()
  if (inside === '' || inside.includes('*')) return { ...asked, value: asked.value.replaceAll(/\*+/g, '*') }
  const [open, closed] = [!asked.value.startsWith('*'), !asked.value.endsWith('*')]
  const op = open ? (closed ? 'equals' : 'starts_with') : closed ? 'ends_with' : 'contains'
  return { op, value: inside }
}

function likeReadings(
  spec: TextColumn<PersonRecord>,
  value: Asked['value'],
): ColumnReadings<PersonRecord> | undefined {
  const key = typeof value === 'string' ? foldText(value) : ''
  if (key.replaceAll('*', '').trim() === '') return undefined
  const pattern = key.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`).replaceAll('*', '%')
  const matches = new RegExp(
    `^${key.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`,
    'su',
  )
  return {
    words: () =>
      // Without a star the whole title is meant; “like” alone would be heard as “with”.
      `have a ${spec.label} ${String(value).includes('*') ? 'like' : 'that is exactly'} ${quotedWords(String(value))}`,
    plan: (ctx) => rowsWhere(PEOPLE, sql<boolean>`t.title_key LIKE ${pattern} ESCAPE '\\'`, ctx),
    predicate: () => `person.title_key LIKE ${literal(pattern)}${/[\\%_]/.test(key) ? ` ESCAPE '\\'` : ''}`,
    holds: ({ text }) => text.title !== null && matches.test(foldText(text.title)),
    actual: (person, ctx) => actualTitle(spec, person, ctx),
  }
}

function meaningsOf({ value }: Asked): readonly string[] | undefined {
  const texts = [value].flat().flatMap((text) => (typeof text === 'string' ? [text.trim()] : []))
  const all = texts.length === [value].flat().length
  return all && texts.every((text) => saysSomething(text) && !text.includes('|')) ? texts : undefined
}

function meansReadings(
  spec: TextColumn<PersonRecord>,
  asked: readonly string[] | undefined,
): ColumnReadings<PersonRecord> | undefined {
  if (asked === undefined) return undefined
  return {
    words: () => `have a ${spec.label} that means ${joinWords(asked.map(quotedWords), 'or')}`,
    plan: (ctx) => rowsWhere(PEOPLE, ctx.dialect.oneOf(sql`t.title_key`, ctx.dictionary.titles(asked)), ctx),
    predicate: ({ dictionary }, { part }) =>
      `person.title_key IN (SELECT title_key FROM ${part(`${TITLES_PART}${asked.join(BETWEEN_TITLES)}`, () =>
        titlesText(dictionary.titles(asked)),
      )})`,
    holds: ({ text: { title } }) => title !== null && asked.some((one) => titleMeans(title, one)),
    actual: (person, ctx) => actualTitle(spec, person, ctx),
  }
}

/** The titles, for whoever reads the statement; it runs on these. */
const titlesText = (keys: readonly string[]): string =>
  `SELECT DISTINCT title_key FROM v_people WHERE ${keys.length === 0 ? 'FALSE' : oneOfText('title_key', keys)}`

const actualTitle: (
  spec: TextColumn<PersonRecord>,
  ...rest: Parameters<ColumnReadings<PersonRecord>['actual']>
) => string = (spec, person, ctx) => textColumn(spec).readings({ op: 'known' })?.actual(person, ctx) ?? ''

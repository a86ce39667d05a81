import type { DatabaseSync } from 'node:sqlite'
import type { Parameter } from '#domain/profiles/parameter.ts'
import { makeDatabase } from './new-database.ts'
import { NOW } from './rows.ts'

export interface AccountsSize {
  readonly companies: number
  readonly people: number
}

const INDUSTRIES = [
  'SaaS',
  'Fintech',
  'Retail',
  'Media',
  'Health',
  'Energy',
  'Travel',
  'Food',
  'Games',
  'Agency',
]
const COUNTRIES = ['US', 'DE', 'FR', 'GB', 'NL', 'CA', 'SE', 'ES']
const TECHNOLOGIES = ['Snowflake', 'dbt', 'SAP', 'Shopify', 'Segment']
const ROUNDS = ['Seed', 'Series A', 'Series B', 'Series C', 'Public']
const RELATIONSHIPS = ['prospect', 'pipeline', 'customer', 'churned', 'closed_lost']
const SENIORITIES = ['C-suite', 'VP', 'Director', 'Manager', 'IC']
const FUNCTIONS = ['Sales', 'Marketing', 'Engineering', 'Finance', 'HR']
const SIGNALS = ['funding', 'hiring', 'visit']

const ICPS = 10
const PERSONAS = 5
const DAY = 86_400

/** Companies, their people and signals, and live ICPs with personas, made unless they are there. */
export function makeAccounts(path: string, size: AccountsSize): void {
  makeDatabase(path, (db) => {
    db.exec(rows(size))
    insertProfiles(db)
  })
}

/** Hashes a number, so that columns don't go together. */
const drawn = (column: number, of: number): string =>
  `((i * 2654435761 + ${column * 40503}) % 1000003 % ${of})`
const oneOf = (texts: readonly string[], column: number): string =>
  `CASE ${drawn(column, texts.length)} ${texts.map((text, nth) => `WHEN ${nth} THEN '${text}'`).join(' ')} END`

/** One company in eight lacks its round, one in five its revenue. */
const rows = ({ companies, people }: AccountsSize) => `
  INSERT INTO workspace(id, name, timezone, currency, demo, created_at)
      VALUES (1, 'Benchmark', 'UTC', 'USD', 0, 0);
  CREATE TABLE n(i INTEGER PRIMARY KEY);
  INSERT INTO n WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ${Math.max(companies, people)})
    SELECT i FROM c;
  INSERT INTO companies(id, external_id, name, industry, employees, revenue, country, funding_stage, hiring_velocity,
      headcount_growth, relationship)
    SELECT i, 'B' || i, 'Company ' || i, ${oneOf(INDUSTRIES, 1)}, 1 + ${drawn(2, 5000)},
      CASE WHEN ${drawn(3, 5)} > 0 THEN 1000 * ${drawn(4, 90_000)} END, ${oneOf(COUNTRIES, 5)},
      CASE WHEN ${drawn(6, 8)} > 0 THEN ${oneOf(ROUNDS, 7)} END, ${drawn(8, 20)}, ${drawn(9, 100)} / 100.0,
      ${oneOf(RELATIONSHIPS, 10)} FROM n WHERE i <= ${companies};
  UPDATE companies SET name_key = fold_text(name), industry_key = fold_text(industry), country_key = fold_text(country),
    funding_stage_key = fold_text(funding_stage);
  INSERT INTO company_technologies SELECT fold_text(label), i, label FROM (
    SELECT i, ${oneOf(TECHNOLOGIES, 11)} AS label FROM n WHERE i <= ${companies});
  INSERT INTO people(id, external_id, company_id, title, seniority, function, country, years_experience, years_in_role)
    SELECT i, 'L' || i, 1 + ${drawn(12, 1_000_003)} % ${companies}, seniority || ' ' || function, seniority, function,
      ${oneOf(COUNTRIES, 13)}, ${drawn(14, 30)}, ${drawn(15, 10)} FROM (
        SELECT i, ${oneOf(SENIORITIES, 16)} AS seniority, ${oneOf(FUNCTIONS, 17)} AS function
        FROM n WHERE i <= ${people});
  UPDATE people SET title_key = fold_text(title), seniority_key = fold_text(seniority),
    function_key = fold_text(function), country_key = fold_text(country);
  INSERT INTO signals(external_id, type, type_key, company_id, occurred_at, strength)
    SELECT 'S' || i, type, type, i, ${NOW} - ${drawn(18, 365)} * ${DAY}, 0.5 FROM (
      SELECT i, ${oneOf(SIGNALS, 19)} AS type FROM n WHERE i <= ${companies} AND i % 2 = 0);
  DROP TABLE n`

function insertProfiles(db: DatabaseSync): void {
  const insert = db.prepare(`
    INSERT INTO profiles(number, id, kind, icp_id, entity, code, name, name_key, goal, status, parameters, version,
      created_at, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 'live', ?, 1, 0, 0)`)
  let number = 0
  for (let icp = 0; icp < ICPS; icp++) {
    const id = `icp_${icp}`
    insert.run(++number, id, 'icp', null, 'company', id, id, id, JSON.stringify(icpParameters(icp)))
    for (let nth = 0; nth < PERSONAS; nth++) {
      const persona = `per_${icp}_${nth}`
      const parameters = JSON.stringify(personaParameters(icp, nth))
      insert.run(++number, persona, 'persona', id, 'person', persona, persona, persona, parameters)
    }
  }
}

/** Of a list that goes round. */
const at = (texts: readonly string[], nth: number): string => texts[nth % texts.length] ?? ''

const icpParameters = (nth: number): readonly Parameter[] => [
  {
    mode: 'filter',
    criteria: {
      type: 'company',
      field: 'industry',
      op: 'in',
      value: [at(INDUSTRIES, nth), at(INDUSTRIES, nth + 1), at(INDUSTRIES, nth + 2)],
    },
  },
  {
    mode: 'exclude',
    criteria: { type: 'company', field: 'relationship', op: 'equals', value: at(RELATIONSHIPS, nth) },
  },
  {
    mode: 'score',
    weight: 5,
    criteria: { type: 'company', field: 'employees', op: 'between', value: [50 + 10 * nth, 500 + 100 * nth] },
    grades: [{ credit: 50, criteria: { type: 'company', field: 'employees', op: '<=', value: 2000 + nth } }],
  },
  {
    mode: 'score',
    weight: 3,
    criteria: { type: 'company', field: 'revenue', op: '>', value: 1_000_000 * (nth + 1) },
  },
  {
    mode: 'score',
    weight: 3,
    criteria: { type: 'company', field: 'country', op: 'equals', value: at(COUNTRIES, nth) },
  },
  {
    mode: 'score',
    weight: 2,
    criteria: { type: 'company', field: 'tech_stack', op: 'has', value: at(TECHNOLOGIES, nth) },
  },
  {
    mode: 'score',
    weight: 2,
    criteria: { type: 'company', field: 'funding_stage', op: '>=', value: at(ROUNDS.slice(0, 4), nth) },
  },
  {
    mode: 'score',
    weight: 1,
    criteria: {
      type: 'company_signal',
      signal: [at(SIGNALS, nth)],
      within: { kind: 'last', n: 30 * (nth + 1), unit: 'day' },
    },
  },
]

const personaParameters = (icp: number, nth: number): readonly Parameter[] => [
  {
    mode: 'filter',
    criteria: {
      type: 'person',
      field: 'seniority',
      op: 'in',
      value: [at(SENIORITIES, nth), at(SENIORITIES, nth + 1)],
    },
  },
  {
    mode: 'score',
    weight: 5,
    criteria: {
      type: 'person',
      field: 'title',
      op: 'means',
      value: `${at(SENIORITIES, nth)} ${at(FUNCTIONS, icp)}`,
    },
  },
  {
    mode: 'score',
    weight: 3,
    criteria: { type: 'person', field: 'function', op: 'equals', value: at(FUNCTIONS, icp + nth) },
  },
  {
    mode: 'score',
    weight: 2,
    criteria: { type: 'person', field: 'years_in_role', op: 'between', value: [nth, nth + 3] },
    grades: [{ credit: 40, criteria: { type: 'person', field: 'years_in_role', op: '<=', value: 6 + icp } }],
  },
  {
    mode: 'score',
    weight: 1,
    criteria: { type: 'person', field: 'years_experience', op: '>', value: 2 * nth + icp },
  },
]

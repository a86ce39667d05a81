import { TEXT_FIELDS } from '../../customers/keys.ts'
import { change, countRows, emptyTable } from '../apply/change.ts'
import { consentDiffers, type ConsentColumn, writeConsents } from '../customers/consents.ts'
import { giveIdentities } from '../customers/identities.ts'
import { writeKeys } from '../customers/keys.ts'
import { hasJoined, JOINED } from '../customers/joined.ts'
import { type LabelColumn, labelsDiffer, writeLabels } from '../customers/labels.ts'
import { CHANGED, stagedCustomers } from '../customers/staged.ts'
import { stagedName } from '../staging/names.ts'
import type { ImportTable } from './define.ts'
import { nameRegions } from './region-names.ts'

/** Columns that are stored as they are read. */
export const PLAIN = [...TEXT_FIELDS, 'birthday', 'latitude', 'longitude', 'created_at'] as const
/** What is one thing: where somebody lives. */
export const ADDRESS = ['country', 'region', 'city', 'postcode', 'latitude', 'longitude'] as const
export const isOfAddress = (column: string): boolean => ADDRESS.some((part) => part === column)

export const customers: ImportTable = {
  columns: {
    id: { kind: 'id', required: true },
    email: { kind: 'id' },
    phone: { kind: 'id' },
    first_name: { kind: 'text' },
    last_name: { kind: 'text' },
    gender: { kind: 'text' },
    birthday: { kind: 'date' },
    country: { kind: 'country' },
    region: { kind: 'text' },
    city: { kind: 'text' },
    postcode: { kind: 'text' },
    latitude: { kind: 'latitude' },
    longitude: { kind: 'longitude' },
    language: { kind: 'text' },
    interests: { kind: 'list' },
    accepts_email: { kind: 'flag' },
    accepts_sms: { kind: 'flag' },
    accepts_email_at: { kind: 'instant' },
    accepts_sms_at: { kind: 'instant' },
    tags: { kind: 'list' },
    created_at: { kind: 'instant' },
  },
  key: 'id',
  check: nameRegions,
  apply(run) {
    const { driver } = run
    const present = run.staging.present('customers') ?? new Set()
    const columns = PLAIN.filter((column) => present.has(column))
    const labels: LabelColumn[] = LABEL_COLUMNS.filter((column) => present.has(column))
    const consents: ConsentColumn[] = CONSENT_COLUMNS.filter((column) => present.has(column))
    const staged = stagedCustomers(run)

    // What one source of a joined customer doesn't know, another may.
    const address = ADDRESS.filter((column) => present.has(column)).map((column) => `s.${column}`)
    const saidOf = (column: (typeof PLAIN)[number]) =>
      !hasJoined(driver)
        ? `s.${column}`
        : `iif(${isOfAddress(column) ? allMissing(address) : `s.${column} IS NULL`} AND c.id IN (${JOINED}), c.${column}, s.${column})`

    const lastId = giveIdentities(run)
    const differences = [
      ...columns.map((column) => `c.${column} IS NOT ${saidOf(column)}`),
      ...labels.map((column) => labelsDiffer(column, hasJoined(driver))),
      ...consents.map((column) => `(${consentDiffers(column, run)})`),
    ]
    emptyTable(driver, CHANGED, 'id INTEGER PRIMARY KEY, place INTEGER')
    const updated = change(
      driver,
      `INSERT INTO ${CHANGED} SELECT c.id, s.place FROM ${staged} CROSS JOIN customers c ON c.id = i.customer_id
       WHERE ${differences.join(' OR ') || 'FALSE'}`,
    )
    if (updated > 0 && columns.length > 0) {
      change(
        driver,
        `UPDATE customers AS c SET ${columns.map((column) => `${column} = ${saidOf(column)}`).join(', ')}
         FROM ${CHANGED} d CROSS JOIN ${stagedName('customers')} s ON s.place = d.place
         WHERE c.id IN (SELECT id FROM ${CHANGED}) AND d.id = c.id`,
      )
    }
    const added = change(
      driver,
      `INSERT INTO customers(id, ${PLAIN.join(', ')})
       SELECT i.customer_id, ${PLAIN.map((column) => `s.${column}`).join(', ')}
       FROM ${staged} WHERE i.customer_id > ? ORDER BY s.place`,
      lastId,
    )
    if (added + updated > 0) {
      change(driver, `INSERT INTO ${CHANGED}(id) SELECT id FROM customers WHERE id > ?`, lastId)
      writeKeys(run)
      for (const column of labels) writeLabels(run, column)
      for (const column of consents) writeConsents(run, column)
      run.touched.add(`SELECT id FROM ${CHANGED}`)
      run.changed('customers')
      run.changed('consents')
    }
    return { added, updated, unchanged: countRows(driver, stagedName('customers')) - added - updated }
  },
}

const allMissing = (columns: readonly string[]): string =>
  columns.map((column) => `${column} IS NULL`).join(' AND ')

const LABEL_COLUMNS = ['tags', 'interests'] as const satisfies LabelColumn[]
const CONSENT_COLUMNS = ['accepts_email', 'accepts_sms'] as const satisfies ConsentColumn[]

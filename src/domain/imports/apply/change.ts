import type { Writer } from '#db/run.ts'

type Driver = Writer['driver']

/** Runs a bulk statement and answers how many rows it changed. */
export const change = (driver: Driver, sql: string, ...parameters: (string | number)[]): number =>
  driver.prepare(sql).run(...parameters).changes

export const countRows = (driver: Driver, table: string): number =>
  driver.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0

export const isEmpty = (driver: Driver, table: string): boolean =>
  driver.prepare<[], number>(`SELECT NOT EXISTS (SELECT 1 FROM ${table})`).pluck().get() === 1

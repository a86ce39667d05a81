import { quoted, stagedName } from '../staging/names.ts'
import type { TableName } from '../tables/define.ts'
import type { ApplyRun } from './run.ts'

export interface Reference {
  readonly column: string
  /** What the reason calls the thing that is missing: `customer` → `unknown customer`. */
  readonly what: string
  /** Answers a row when the thing that the staged row `s` names exists. */
  readonly exists: string
  /** The staged column that tells the order, for counting orders beside rows. */
  readonly order?: string
}

/** Rejects the staged rows that name something which is neither in the files nor in the database; answers how many. */
export function rejectUnknown({ staging }: ApplyRun, table: TableName, reference: Reference): number {
  const column = `s.${quoted(reference.column)}`
  return staging.rejects.rejectStaged(
    stagedName(table),
    `SELECT s.place, 'unknown ${reference.what}', ${column}, ${reference.order ?? 'NULL'}
     FROM ${stagedName(table)} s WHERE ${column} IS NOT NULL AND NOT EXISTS (${reference.exists})`,
  )
}

export const customerReference = (source: string): Reference => ({
  column: 'customer_id',
  what: 'customer',
  exists: `SELECT 1 FROM identities i WHERE i.source = '${source}' AND i.external_id = s.customer_id`,
})

export const productReference: Reference = {
  column: 'product_id',
  what: 'product',
  exists: 'SELECT 1 FROM products p WHERE p.external_id = s.product_id',
}

export const companyReference: Reference = {
  column: 'company_id',
  what: 'company',
  exists: 'SELECT 1 FROM companies c WHERE c.external_id = s.company_id',
}

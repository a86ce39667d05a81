import { regionName } from '../../places/regions.ts'
import type { CellValue } from '../cells/cell.ts'

/** Writes regions given as codes by their English names, where the country is known: CA in the US → California. */
export function nameRegions(columns: readonly string[]): (values: CellValue[]) => undefined {
  const country = columns.indexOf('country')
  const region = columns.indexOf('region')
  if (country === -1 || region === -1) return () => undefined
  return (values) => {
    const [where, code] = [values[country], values[region]]
    if (typeof where === 'string' && typeof code === 'string')
      values[region] = regionName(where, code) ?? code
    return undefined
  }
}

/** Countries that lie south of the equator, or mostly so (ISO 3166-1 alpha-2). */
const SOUTHERN = new Set(
  'AO AR AS AU BI BO BR BW CD CG CK CL EC FJ FK GA GS ID KM LS MG MU MW MZ NA NC NF NR NU NZ PE PF PG PN PY RE RW SB SC SH ST SZ TK TL TO TV TZ UY VU WF WS YT ZA ZM ZW'.split(
    ' ',
  ),
)

/** So few of the people live beyond the equator that the season of the others is meant. */
const FEW = 0.1

/** Where people have their summer from June to August, or half a year later; undefined where many have either. */
export function hemisphereOf(
  countries: readonly { readonly value: string; readonly count: number }[],
): 'north' | 'south' | undefined {
  const counted = (some: typeof countries) => some.reduce((sum, { count }) => sum + count, 0)
  const all = counted(countries)
  const southern = counted(countries.filter(({ value }) => SOUTHERN.has(value)))
  if (all === 0) return undefined
  if (southern < FEW * all) return 'north'
  return southern > (1 - FEW) * all ? 'south' : undefined
}

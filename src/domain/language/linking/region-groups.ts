interface RegionGroup {
  readonly label: string
  readonly names: readonly string[]
  /** Regions of one country, by their ISO 3166-2 codes. */
  readonly country: string
  readonly codes: readonly string[]
}

const codes = (text: string): readonly string[] => text.split(' ')

/** Names for several regions at once, which people draw differently: the list is stated. */
export const REGION_GROUPS: readonly RegionGroup[] = [
  {
    label: 'the US West Coast',
    names: ['west coast', 'us west coast', 'pacific coast', 'us pacific coast'],
    country: 'US',
    codes: codes('CA OR WA'),
  },
  {
    label: 'the US East Coast',
    names: ['east coast', 'us east coast', 'atlantic coast', 'eastern seaboard'],
    country: 'US',
    codes: codes('CT DC DE FL GA MA MD ME NC NH NJ NY PA RI SC VA VT'),
  },
  {
    label: 'New England',
    names: ['new england'],
    country: 'US',
    codes: codes('CT MA ME NH RI VT'),
  },
  {
    label: 'the US Midwest',
    names: ['midwest', 'us midwest', 'midwestern us'],
    country: 'US',
    codes: codes('IA IL IN KS MI MN MO ND NE OH SD WI'),
  },
  {
    label: 'the Pacific Northwest',
    names: ['pacific northwest', 'pnw'],
    country: 'US',
    codes: codes('ID OR WA'),
  },
  {
    label: 'the tri-state area',
    names: ['tri state area', 'tristate area', 'tri state', 'tristate'],
    country: 'US',
    codes: codes('CT NJ NY'),
  },
]

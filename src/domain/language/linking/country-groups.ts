interface CountryGroup {
  readonly label: string
  readonly names: readonly string[]
  readonly codes: readonly string[]
  /** Where people draw the group differently, so that the list is stated as an assumption. */
  readonly loose?: true
}

const codes = (text: string): readonly string[] => text.split(' ')

const EU = codes('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK')
const EUROPE = [
  ...EU,
  ...codes('AD AL BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SM UA VA XK'),
].toSorted()
const EURO_AREA = codes('AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK')
const LATIN_AMERICA = codes('AR BO BR CL CO CR CU DO EC GT HN HT MX NI PA PE PR PY SV UY VE')
const SOUTH_AMERICA = codes('AR BO BR CL CO EC FK GF GY PE PY SR UY VE')
const MIDDLE_EAST = codes('AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE')
const AFRICA = codes(
  'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW',
)
const ASIA = codes(
  'AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE',
)
const APAC = codes('AU BD BN CN HK ID IN JP KH KR LA LK MM MN MO MY NP NZ PH PK SG TH TW VN')

/** Names for several countries at once (United Nations and European Union listings, as of 2025). */
export const COUNTRY_GROUPS: readonly CountryGroup[] = [
  { label: 'the EU', names: ['eu', 'european union'], codes: EU },
  { label: 'Europe', names: ['europe', 'european', 'europeans'], codes: EUROPE, loose: true },
  { label: 'the euro area', names: ['eurozone', 'euro zone', 'euro area'], codes: EURO_AREA },
  { label: 'DACH', names: ['dach'], codes: codes('AT CH DE') },
  { label: 'Benelux', names: ['benelux'], codes: codes('BE LU NL') },
  { label: 'the Nordics', names: ['nordics', 'nordic', 'nordic countries'], codes: codes('DK FI IS NO SE') },
  {
    label: 'Scandinavia',
    names: ['scandinavia', 'scandinavian', 'scandinavians', 'scandi', 'scandis'],
    codes: codes('DK NO SE'),
    loose: true,
  },
  { label: 'the Baltics', names: ['baltics', 'baltic', 'baltic states'], codes: codes('EE LT LV') },
  { label: 'Iberia', names: ['iberia', 'iberian', 'iberian peninsula'], codes: codes('ES PT'), loose: true },
  ...[
    ['English', codes('AU CA GB IE NZ US'), ['anglophone', 'english language']] as const,
    ['German', codes('AT CH DE LI'), ['germanophone', 'german language']] as const,
    ['French', codes('BE CA CH FR LU MC'), ['francophone', 'french language']] as const,
    [
      'Spanish',
      ['ES', ...LATIN_AMERICA.filter((code) => code !== 'BR')],
      ['hispanophone', 'hispanic'],
    ] as const,
  ].map(([language, spoken, others]) => ({
    label: `${language}-speaking`,
    names: [`${language.toLowerCase()} speaking`, ...others].flatMap((word) =>
      ['countries', 'country', 'markets', 'market', 'world', 'nations'].map((noun) => `${word} ${noun}`),
    ),
    codes: spoken,
    loose: true as const,
  })),
  { label: 'the British Isles', names: ['british isles'], codes: codes('GB IE'), loose: true },
  {
    label: 'North America',
    names: ['north america', 'north american', 'north americans'],
    codes: codes('CA MX US'),
    loose: true,
  },
  {
    label: 'Latin America',
    names: ['latin america', 'latam', 'latin american'],
    codes: LATIN_AMERICA,
    loose: true,
  },
  { label: 'South America', names: ['south america', 'south american'], codes: SOUTH_AMERICA },
  { label: 'Australia and New Zealand', names: ['anz'], codes: codes('AU NZ') },
  { label: 'Asia', names: ['asia', 'asian'], codes: ASIA, loose: true },
  { label: 'Asia-Pacific', names: ['apac', 'asia pacific'], codes: APAC, loose: true },
  { label: 'Africa', names: ['africa', 'african'], codes: AFRICA },
  { label: 'the Middle East', names: ['middle east', 'middle eastern'], codes: MIDDLE_EAST, loose: true },
  {
    label: 'EMEA',
    names: ['emea'],
    codes: [...new Set([...EUROPE, ...MIDDLE_EAST, ...AFRICA])].toSorted(),
    loose: true,
  },
]

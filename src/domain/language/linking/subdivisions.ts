export interface Subdivision {
  readonly country: string
  readonly code: string
  readonly name: string
}

/** ISO 3166-2 codes that shops store as a customer's region, with the names that people use. */
const LISTED: Readonly<Record<string, string>> = {
  US: 'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming',
  CA: 'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon',
  AU: 'ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia',
  GB: 'ENG England|NIR Northern Ireland|SCT Scotland|WLS Wales',
  DE: 'BW Baden-Württemberg|BY Bavaria|BE Berlin|BB Brandenburg|HB Bremen|HH Hamburg|HE Hesse|MV Mecklenburg-Vorpommern|NI Lower Saxony|NW North Rhine-Westphalia|RP Rhineland-Palatinate|SL Saarland|SN Saxony|ST Saxony-Anhalt|SH Schleswig-Holstein|TH Thuringia',
  FR: 'ARA Auvergne-Rhône-Alpes|BFC Bourgogne-Franche-Comté|BRE Brittany|COR Corsica|CVL Centre-Val de Loire|GES Grand Est|HDF Hauts-de-France|IDF Île-de-France|NAQ Nouvelle-Aquitaine|NOR Normandy|OCC Occitanie|PAC Provence-Alpes-Côte d’Azur|PDL Pays de la Loire',
  AT: '1 Burgenland|2 Carinthia|3 Lower Austria|4 Upper Austria|5 Salzburg|6 Styria|7 Tyrol|8 Vorarlberg|9 Vienna|W Vienna',
  CH: 'AG Aargau|BE Bern|BS Basel|GE Geneva|LU Lucerne|SG St. Gallen|TI Ticino|VD Vaud|ZH Zurich',
  BE: 'BRU Brussels|VLG Flanders|WAL Wallonia',
  NL: 'DR Drenthe|FL Flevoland|FR Friesland|GE Gelderland|GR Groningen|LI Limburg|NB North Brabant|NH North Holland|OV Overijssel|UT Utrecht|ZE Zeeland|ZH South Holland',
  IE: 'C Connacht|CO Cork|D Dublin|G Galway|L Leinster|M Munster|U Ulster',
  IN: 'DL Delhi|GJ Gujarat|KA Karnataka|KL Kerala|MH Maharashtra|PB Punjab|RJ Rajasthan|TN Tamil Nadu|TS Telangana|UP Uttar Pradesh|WB West Bengal',
  IT: 'MI Milan|RM Rome|TO Turin|NA Naples|BO Bologna|FI Florence|VE Venice',
  ES: 'AN Andalusia|CT Catalonia|MD Madrid|VC Valencia|PV Basque Country|GA Galicia',
}

export const SUBDIVISIONS: readonly Subdivision[] = Object.entries(LISTED).flatMap(([country, list]) =>
  list.split('|').map((entry) => {
    const [code = '', ...name] = entry.split(' ')
    return { country, code, name: name.join(' ') }
  }),
)

const shared = new Set(
  SUBDIVISIONS.filter(({ code, country }) =>
    SUBDIVISIONS.some((other) => other.code === code && other.country !== country),
  ).map(({ code }) => code),
)

/** Whether a code means subdivisions of several countries, so that it needs its country beside it. */
export const isSharedCode = (code: string): boolean => shared.has(code)

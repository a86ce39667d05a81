/** English names, short names and names in use of cities that the list has under another one. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  AT: 'Vienna: Wien',
  BE: 'Antwerpen: Antwerp, Anvers|Gent: Ghent|Brugge: Bruges|Mechelen: Mechlin|Liège: Luik|Brussels: Bruxelles, Brussel',
  CH: 'Genève: Geneva, Genf|Luzern: Lucerne|Biel/Bienne: Biel, Bienne|Zürich: Zurich|Bern: Berne|Basel: Basle',
  CN: 'Beijing: Peking|Guangzhou: Canton',
  CZ: 'Prague: Praha|Brno: Brunn|Pilsen: Plzen',
  DE: 'Köln: Cologne|Munich: München|Nürnberg: Nuremberg|Hannover: Hanover|Frankfurt am Main: Frankfurt|Düsseldorf: Duesseldorf|Braunschweig: Brunswick|Halle (Saale): Halle|Dresden: Dresde|Koblenz: Coblenz|Freiburg: Freiburg im Breisgau',
  DK: 'Copenhagen: København|Århus: Aarhus|Aalborg: Ålborg',
  EG: 'Cairo: Al Qahirah|Alexandria: Al Iskandariyah',
  ES: 'Sevilla: Seville|Zaragoza: Saragossa|A Coruña: La Coruña, Corunna|Donostia / San Sebastián: San Sebastian, Donostia|Gasteiz / Vitoria: Vitoria, Vitoria-Gasteiz|Palma: Palma de Mallorca|Córdoba: Cordova',
  FR: 'Lyon: Lyons|Marseille: Marseilles|Strasbourg: Strassburg',
  GB: 'Kingston upon Hull: Hull|Newcastle upon Tyne: Newcastle|Stoke-on-Trent: Stoke|Royal Tunbridge Wells: Tunbridge Wells|Brighton: Brighton and Hove',
  GR: 'Thessaloníki: Salonica|Athens: Athina|Piraeus: Pireas',
  HU: 'Budapest: Pest',
  IE: 'Dublin: Baile Átha Cliath',
  IN: 'Mumbai: Bombay|Kolkata: Calcutta|Chennai: Madras|Bengaluru: Bangalore|Pune: Poona',
  IT: 'Rome: Roma|Milan: Milano|Naples: Napoli|Turin: Torino|Florence: Firenze|Venice: Venezia|Genoa: Genova|Padova: Padua|Mantova: Mantua|Siracusa: Syracuse|Livorno: Leghorn|Bologna: Bologne',
  JP: 'Tokyo: Tōkyō|Osaka: Ōsaka',
  LU: 'Luxembourg: Luxembourg City',
  MM: 'Yangon: Rangoon',
  MX: 'Mexico City: Ciudad de México, CDMX',
  NL: "The Hague: Den Haag, ’s-Gravenhage|Rotterdam: Roterdam|'s-Hertogenbosch: Den Bosch",
  PL: 'Warsaw: Warszawa|Kraków: Cracow|Wrocław: Breslau|Gdańsk: Danzig|Poznań: Posen',
  PT: 'Lisbon: Lisboa|Porto: Oporto',
  RO: 'Bucharest: București',
  RU: 'Moscow: Moskva|Saint Petersburg: Petersburg',
  SE: 'Göteborg: Gothenburg|Malmö: Malmo',
  TR: 'Istanbul: Constantinople|İzmir: Smyrna',
  UA: 'Kyiv: Kiev|Lviv: Lvov|Kharkiv: Kharkov|Odessa: Odesa',
  US: 'New York City: New York, NYC|Washington, D.C.: Washington, Washington DC|Saint Paul: St Paul|Philadelphia: Philly|Los Angeles: LA, L.A.|San Francisco: SF|Las Vegas: Vegas|Nashville: Nashville-Davidson',
  VN: 'Ho Chi Minh City: Saigon|Hanoi: Ha Noi',
}

/** Other names by country and name: `US New York City` → New York, NYC. */
export const otherNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(OTHER_NAMES).flatMap(([country, list]) =>
    list.split('|').map((entry): [string, readonly string[]] => {
      const [name = '', others = ''] = entry.split(': ')
      return [`${country} ${name}`, others.split(', ')]
    }),
  ),
)

import type { Region } from './places.ts'

const EASTERN = 'America/New_York'
const CENTRAL = 'America/Chicago'
const PACIFIC = 'America/Los_Angeles'

/** Where North Americans live: cities with a point, the shape of a postcode, and a share of all customers. */
export const AMERICA: readonly Region[] = [
  {
    country: 'US',
    region: 'New York',
    timezone: EASTERN,
    cities: [
      ['New York', 40.713, -74.006, '100##', 62],
      ['Brooklyn', 40.678, -73.944, '112##', 48],
      ['Buffalo', 42.886, -78.878, '142##', 7],
      ['Albany', 42.652, -73.756, '122##', 9],
      ['Hudson', 42.253, -73.791, '12534', 8],
    ],
  },
  {
    country: 'US',
    region: 'California',
    timezone: PACIFIC,
    cities: [
      ['Los Angeles', 34.052, -118.244, '900##', 40],
      ['San Francisco', 37.775, -122.419, '941##', 30],
      ['San Diego', 32.716, -117.161, '921##', 17],
      ['Sacramento', 38.582, -121.494, '958##', 9],
      ['Oakland', 37.804, -122.271, '946##', 10],
    ],
  },
  {
    country: 'US',
    region: 'Texas',
    timezone: CENTRAL,
    cities: [
      ['Austin', 30.267, -97.743, '787##', 23],
      ['Houston', 29.76, -95.37, '770##', 20],
      ['Dallas', 32.777, -96.797, '752##', 16],
      ['San Antonio', 29.424, -98.494, '782##', 9],
    ],
  },
  {
    country: 'US',
    region: 'Florida',
    timezone: EASTERN,
    cities: [
      ['Miami', 25.762, -80.192, '331##', 17],
      ['Tampa', 27.951, -82.457, '336##', 11],
      ['Orlando', 28.538, -81.379, '328##', 10],
    ],
  },
  {
    country: 'US',
    region: 'Illinois',
    timezone: CENTRAL,
    cities: [
      ['Chicago', 41.878, -87.63, '606##', 30],
      ['Springfield', 39.782, -89.65, '627##', 3],
    ],
  },
  {
    country: 'US',
    region: 'Massachusetts',
    timezone: EASTERN,
    cities: [
      ['Boston', 42.36, -71.058, '021##', 26],
      ['Cambridge', 42.373, -71.11, '021##', 9],
    ],
  },
  {
    country: 'US',
    region: 'Washington',
    timezone: PACIFIC,
    cities: [
      ['Seattle', 47.606, -122.332, '981##', 27],
      ['Spokane', 47.659, -117.426, '992##', 4],
    ],
  },
  {
    country: 'US',
    region: 'Oregon',
    timezone: PACIFIC,
    cities: [['Portland', 45.515, -122.679, '972##', 19]],
  },
  {
    country: 'US',
    region: 'Pennsylvania',
    timezone: EASTERN,
    cities: [
      ['Philadelphia', 39.953, -75.165, '191##', 21],
      ['Pittsburgh', 40.441, -79.996, '152##', 10],
    ],
  },
  {
    country: 'US',
    region: 'New Jersey',
    timezone: EASTERN,
    cities: [
      ['Jersey City', 40.728, -74.078, '073##', 14],
      ['Newark', 40.736, -74.172, '071##', 8],
    ],
  },
  {
    country: 'US',
    region: 'Georgia',
    timezone: EASTERN,
    cities: [
      ['Atlanta', 33.749, -84.388, '303##', 16],
      ['Savannah', 32.081, -81.091, '314##', 4],
    ],
  },
  {
    country: 'US',
    region: 'North Carolina',
    timezone: EASTERN,
    cities: [
      ['Charlotte', 35.227, -80.843, '282##', 11],
      ['Raleigh', 35.78, -78.638, '276##', 8],
    ],
  },
  {
    country: 'US',
    region: 'Colorado',
    timezone: 'America/Denver',
    cities: [
      ['Denver', 39.739, -104.99, '802##', 16],
      ['Boulder', 40.015, -105.271, '803##', 6],
    ],
  },
  {
    country: 'US',
    region: 'Arizona',
    timezone: 'America/Phoenix',
    cities: [['Phoenix', 33.448, -112.074, '850##', 12]],
  },
  {
    country: 'US',
    region: 'Michigan',
    timezone: 'America/Detroit',
    cities: [
      ['Detroit', 42.331, -83.046, '482##', 9],
      ['Ann Arbor', 42.281, -83.743, '481##', 5],
    ],
  },
  {
    country: 'US',
    region: 'Minnesota',
    timezone: CENTRAL,
    cities: [['Minneapolis', 44.978, -93.265, '554##', 11]],
  },
  {
    country: 'US',
    region: 'Tennessee',
    timezone: CENTRAL,
    cities: [['Nashville', 36.163, -86.782, '372##', 9]],
  },
  {
    country: 'US',
    region: 'Hawaii',
    timezone: 'Pacific/Honolulu',
    cities: [['Honolulu', 21.307, -157.858, '968##', 3]],
  },
  {
    country: 'CA',
    region: 'Ontario',
    timezone: 'America/Toronto',
    cities: [
      ['Toronto', 43.653, -79.383, 'M5@ #@#', 38],
      ['Ottawa', 45.421, -75.697, 'K1@ #@#', 12],
      ['London', 42.985, -81.245, 'N6@ #@#', 5],
    ],
  },
  {
    country: 'CA',
    region: 'Quebec',
    timezone: 'America/Toronto',
    cities: [
      ['Montreal', 45.502, -73.567, 'H2@ #@#', 22],
      ['Quebec City', 46.814, -71.208, 'G1@ #@#', 6],
    ],
  },
  {
    country: 'CA',
    region: 'British Columbia',
    timezone: 'America/Vancouver',
    cities: [
      ['Vancouver', 49.283, -123.121, 'V6@ #@#', 21],
      ['Victoria', 48.428, -123.366, 'V8@ #@#', 5],
    ],
  },
  {
    country: 'CA',
    region: 'Alberta',
    timezone: 'America/Edmonton',
    cities: [['Calgary', 51.045, -114.057, 'T2@ #@#', 10]],
  },
  {
    country: 'CA',
    region: 'Nova Scotia',
    timezone: 'America/Halifax',
    cities: [['Halifax', 44.649, -63.576, 'B3@ #@#', 5]],
  },
]

import type { Region } from './places.ts'

/** Where everyone else lives: cities with a point, the shape of a postcode, and a share of all customers. */
export const OVERSEAS: readonly Region[] = [
  {
    country: 'GB',
    region: 'England',
    timezone: 'Europe/London',
    cities: [
      ['London', 51.507, -0.128, 'SW1A #@@', 20],
      ['London', 51.523, -0.077, 'E2 #@@', 12],
      ['Manchester', 53.481, -2.242, 'M4 #@@', 10],
      ['Bristol', 51.454, -2.588, 'BS1 #@@', 7],
      ['Birmingham', 52.486, -1.89, 'B2 #@@', 6],
    ],
  },
  {
    country: 'GB',
    region: 'Scotland',
    timezone: 'Europe/London',
    cities: [
      ['Edinburgh', 55.953, -3.188, 'EH1 #@@', 8],
      ['Glasgow', 55.864, -4.252, 'G2 #@@', 5],
    ],
  },
  {
    country: 'GB',
    region: 'Wales',
    timezone: 'Europe/London',
    cities: [['Cardiff', 51.482, -3.179, 'CF10 #@@', 4]],
  },
  {
    country: 'DE',
    region: 'Berlin',
    timezone: 'Europe/Berlin',
    cities: [['Berlin', 52.52, 13.405, '10###', 19]],
  },
  {
    country: 'DE',
    region: 'Bavaria',
    timezone: 'Europe/Berlin',
    cities: [
      ['Munich', 48.135, 11.582, '80###', 12],
      ['Nuremberg', 49.452, 11.077, '90###', 5],
    ],
  },
  {
    country: 'DE',
    region: 'Hamburg',
    timezone: 'Europe/Berlin',
    cities: [['Hamburg', 53.551, 9.994, '20###', 10]],
  },
  {
    country: 'DE',
    region: 'North Rhine-Westphalia',
    timezone: 'Europe/Berlin',
    cities: [
      ['Cologne', 50.938, 6.96, '50###', 8],
      ['Düsseldorf', 51.227, 6.774, '40###', 5],
    ],
  },
  {
    country: 'FR',
    region: 'Île-de-France',
    timezone: 'Europe/Paris',
    cities: [['Paris', 48.857, 2.352, '750##', 18]],
  },
  {
    country: 'FR',
    region: 'Auvergne-Rhône-Alpes',
    timezone: 'Europe/Paris',
    cities: [['Lyon', 45.764, 4.836, '6900#', 8]],
  },
  {
    country: 'FR',
    region: "Provence-Alpes-Côte d'Azur",
    timezone: 'Europe/Paris',
    cities: [
      ['Marseille', 43.296, 5.37, '1300#', 5],
      ['Nice', 43.71, 7.262, '06000', 3],
    ],
  },
  {
    country: 'AU',
    region: 'New South Wales',
    timezone: 'Australia/Sydney',
    cities: [['Sydney', -33.869, 151.209, '20##', 13]],
  },
  {
    country: 'AU',
    region: 'Victoria',
    timezone: 'Australia/Melbourne',
    cities: [['Melbourne', -37.814, 144.963, '30##', 14]],
  },
  {
    country: 'AU',
    region: 'Queensland',
    timezone: 'Australia/Brisbane',
    cities: [['Brisbane', -27.47, 153.021, '40##', 5]],
  },
  {
    country: 'NL',
    region: 'North Holland',
    timezone: 'Europe/Amsterdam',
    cities: [
      ['Amsterdam', 52.368, 4.904, '10## @@', 13],
      ['Haarlem', 52.387, 4.646, '20## @@', 3],
    ],
  },
  {
    country: 'NL',
    region: 'South Holland',
    timezone: 'Europe/Amsterdam',
    cities: [['Rotterdam', 51.924, 4.478, '30## @@', 6]],
  },
  {
    country: 'ES',
    region: 'Community of Madrid',
    timezone: 'Europe/Madrid',
    cities: [['Madrid', 40.417, -3.704, '280##', 10]],
  },
  {
    country: 'ES',
    region: 'Catalonia',
    timezone: 'Europe/Madrid',
    cities: [['Barcelona', 41.385, 2.173, '080##', 9]],
  },
  {
    country: 'IT',
    region: 'Lombardy',
    timezone: 'Europe/Rome',
    cities: [['Milan', 45.464, 9.19, '201##', 10]],
  },
  { country: 'IT', region: 'Lazio', timezone: 'Europe/Rome', cities: [['Rome', 41.903, 12.496, '001##', 8]] },
  {
    country: 'JP',
    region: 'Tokyo',
    timezone: 'Asia/Tokyo',
    cities: [['Tokyo', 35.676, 139.65, '15#-00##', 11]],
  },
  {
    country: 'JP',
    region: 'Osaka',
    timezone: 'Asia/Tokyo',
    cities: [['Osaka', 34.694, 135.502, '53#-00##', 5]],
  },
  {
    country: 'IE',
    region: 'Leinster',
    timezone: 'Europe/Dublin',
    cities: [['Dublin', 53.35, -6.26, 'D0# @##@', 8]],
  },
  {
    country: 'SE',
    region: 'Stockholm County',
    timezone: 'Europe/Stockholm',
    cities: [['Stockholm', 59.329, 18.069, '11# ##', 7]],
  },
  {
    country: 'BE',
    region: 'Brussels-Capital',
    timezone: 'Europe/Brussels',
    cities: [['Brussels', 50.85, 4.352, '10#0', 6]],
  },
  {
    country: 'AT',
    region: 'Vienna',
    timezone: 'Europe/Vienna',
    cities: [['Vienna', 48.208, 16.374, '1##0', 5]],
  },
]

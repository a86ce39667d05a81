import { Temporal } from 'temporal-polyfill'
import { phrase } from './phrase.ts'

interface Holiday {
  readonly name: string
  readonly words: ReturnType<typeof phrase>
  on(year: number): Temporal.PlainDate
  /** How many days it lasts; one where this is left out. */
  readonly days?: number
  /** How its day is found, where people in other countries find another. */
  readonly by?: string
}

const fixed = (month: number, day: number) => (year: number) => new Temporal.PlainDate(year, month, day)

/** The n-th weekday of a month (1 is Monday). */
function nth(year: number, month: number, weekday: number, n: number): Temporal.PlainDate {
  const first = new Temporal.PlainDate(year, month, 1)
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (n - 1) })
}
const thanksgiving = (year: number) => nth(year, 11, 4, 4)

/** Western Easter Sunday (the anonymous Gregorian computus). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor((8 * b + 13) / 25)
  const e = (19 * a + b - Math.floor(b / 4) - d + 15) % 30
  const f = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - e - (c % 4)) % 7
  const g = Math.floor((a + 11 * e + 22 * f) / 451)
  const days = e + f - 7 * g + 114
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1)
}

const blackFriday = (year: number) => thanksgiving(year).add({ days: 1 })
const after = (day: (year: number) => Temporal.PlainDate, days: number) => (year: number) =>
  day(year).add({ days })
/** The last Monday of May. */
const memorial = (year: number) => nth(year, 6, 1, 1).subtract({ days: 7 })

/** Days that shops talk about, and stretches of them, with the date on which they begin in a year. */
export const HOLIDAYS: readonly Holiday[] = [
  { name: 'Black Friday', words: phrase('black friday|fridays', 'bf'), on: blackFriday },
  {
    name: 'Black Friday weekend',
    words: phrase('black friday weekend', 'the? weekend of black friday'),
    on: blackFriday,
    days: 3,
  },
  {
    name: 'Black Friday week',
    words: phrase('black friday week', 'the? week of black friday'),
    on: after(blackFriday, -4),
    days: 7,
  },
  {
    name: 'Black Friday to Cyber Monday',
    words: phrase(
      'bfcm weekend?',
      'bf / cm',
      'black friday and|/|-|to|through cyber monday weekend?',
      'black friday cyber monday weekend?',
      'sometime|somewhere|anytime? between|from black friday and|to|till|until|through cyber monday',
      'cyber weekend',
    ),
    on: blackFriday,
    days: 4,
  },
  { name: 'Small Business Saturday', words: phrase('small business saturday'), on: after(blackFriday, 1) },
  { name: 'Cyber Monday', words: phrase('cyber monday|mondays'), on: after(blackFriday, 3) },
  { name: 'Giving Tuesday', words: phrase('giving tuesday'), on: after(blackFriday, 4) },
  {
    name: 'Thanksgiving',
    words: phrase('thanksgiving', 'thanksgiving day'),
    on: thanksgiving,
    by: 'in the United States',
  },
  {
    name: 'Thanksgiving weekend',
    words: phrase('thanksgiving weekend'),
    on: thanksgiving,
    days: 4,
    by: 'in the United States',
  },
  {
    name: 'Christmas Day',
    words: phrase('christmas|christmases', 'christmas day|days', 'xmas'),
    on: fixed(12, 25),
  },
  { name: 'Christmas Eve', words: phrase('christmas eve'), on: fixed(12, 24) },
  { name: 'Boxing Day', words: phrase('boxing day'), on: fixed(12, 26) },
  { name: 'New Year’s Eve', words: phrase("new year 's? eve", 'new years eve'), on: fixed(12, 31) },
  {
    name: 'New Year’s Day',
    words: phrase("new year 's? day", 'new years day?', 'the? new year'),
    on: fixed(1, 1),
  },
  { name: 'Valentine’s Day', words: phrase("valentine|valentines 's? day?"), on: fixed(2, 14) },
  { name: 'Halloween', words: phrase('halloween'), on: fixed(10, 31) },
  { name: 'Singles’ Day', words: phrase('singles day', "single 's day", "singles ' day"), on: fixed(11, 11) },
  { name: 'Good Friday', words: phrase('good friday'), on: after(easter, -2) },
  { name: 'Easter Sunday', words: phrase('easter|easters', 'easter sunday'), on: easter },
  { name: 'Easter Monday', words: phrase('easter monday'), on: after(easter, 1) },
  {
    name: 'Easter weekend',
    words: phrase('easter weekend', 'the? easter weekend'),
    on: after(easter, -2),
    days: 4,
  },
  {
    name: 'Mother’s Day',
    words: phrase("mother|mothers 's? day", "mothers ' day"),
    on: (y) => nth(y, 5, 7, 2),
    by: 'the second Sunday in May, as in most countries but not in the United Kingdom',
  },
  {
    name: 'Mothering Sunday',
    words: phrase('mothering sunday', "uk mother|mothers 's? day"),
    on: after(easter, -21),
    by: 'three weeks before Easter',
  },
  {
    name: 'Father’s Day',
    words: phrase("father|fathers 's? day", "fathers ' day"),
    on: (y) => nth(y, 6, 7, 3),
    by: 'the third Sunday in June, as in most countries',
  },
  {
    name: 'Independence Day',
    words: phrase('independence day', '4th of july', 'july 4th', 'fourth of july'),
    on: fixed(7, 4),
    by: 'in the United States',
  },
  { name: 'Memorial Day', words: phrase('memorial day'), on: memorial, by: 'in the United States' },
  { name: 'Labor Day', words: phrase('labor day'), on: (y) => nth(y, 9, 1, 1), by: 'in the United States' },
]

/** Days and stretches that people name and that no rule gives the dates of; without a name of ours by what was said. */
export const UNDATED: readonly (readonly [name: string | undefined, words: ReturnType<typeof phrase>])[] = [
  ['Prime Day', phrase('amazon? prime day|days', 'prime big deal days')],
  ['Cyber Week', phrase('cyber week')],
  ['Diwali', phrase('diwali|deepavali')],
  ['Ramadan', phrase('ramadan')],
  ['Eid', phrase('eid', 'eid al fitr|adha')],
  ['Hanukkah', phrase('hanukkah|chanukah|hanuka')],
  ['Lunar New Year', phrase('lunar|chinese new year')],
  ['the Super Bowl', phrase('the? super bowl sunday|weekend?', 'superbowl')],
  [
    'the holiday season',
    phrase(
      'the? holiday|holidays|festive|christmas|xmas season|period|time',
      'the holidays',
      'christmas|xmas holidays|shopping|week',
    ),
  ],
  ['back to school', phrase('back to school season?', 'back - to - school season?')],
  [
    'the days before a holiday',
    phrase(
      'the? run|lead|build up to|before christmas|xmas|easter|thanksgiving|halloween|black',
      'the? run|lead|build up to|before black friday',
      'the? days|weeks before|leading|up to? christmas|xmas|easter|thanksgiving|halloween',
    ),
  ],
  [
    undefined,
    phrase(
      'our|the|that|your|this|last? anniversary|birthday|flash|clearance|warehouse|sample|members|seasonal|annual|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december sale|promo|promotion',
      'our|that|last sale|promo|promotion',
    ),
  ],
  [undefined, phrase("the|this|our|last|current|previous? fiscal|financial year|quarter 's?", 'fytd')],
  ['the peak season', phrase('the? peak|high|low|off|main season|period|time')],
  ['Singles’ Week', phrase('singles week')],
]

import { DAY, onDate } from './history.ts'
import { languageOf } from './languages.ts'
import { drawName, type Gender, plainLetters } from './names.ts'
import type { Order } from './orders.ts'
import type { PhoneBook } from './phones.ts'
import { drawPostcode, type Place } from './places.ts'
import { chooser, type Random } from './random.ts'
import { dateTime, list, type Row } from './rows.ts'
import type { Shopper } from './shoppers.ts'
import { drawTags } from './tags.ts'

const chooseGender = chooser<Gender>(['female', 'male', 'non-binary'], (gender) =>
  gender === 'female' ? 53 : gender === 'male' ? 45 : 2,
)

/** What the shop's records say of its shoppers, with the gaps that such records have. */
export function customerRows(
  shoppers: readonly Shopper[],
  orders: readonly Order[],
  phones: PhoneBook,
  random: Random,
): Row<'customers'>[] {
  const ordersOf = Map.groupBy(orders, (order) => order.shopper)
  return shoppers.map((shopper) => customerRow(shopper, ordersOf.get(shopper) ?? [], phones, random))
}

function customerRow(
  shopper: Shopper,
  orders: readonly Order[],
  phones: PhoneBook,
  random: Random,
): Row<'customers'> {
  const gender = chooseGender(random)
  const language = drawLanguage(shopper.place, random)
  const name = drawName(language, gender, random)
  const email = shopper.hasEmail ? emailOf(shopper, name, random) : ''
  const phone = shopper.hasPhone ? phones.next(shopper.place.country) : ''
  const named = random.chance(0.97)
  return {
    id: shopper.id,
    email,
    phone,
    first_name: named ? name.first : '',
    last_name: named && random.chance(0.985) ? name.last : '',
    gender: random.chance(0.8) ? gender : '',
    birthday: random.chance(0.46) ? drawBirthday(random) : '',
    ...drawAddress(shopper.place, random),
    language: random.chance(0.92) ? language : '',
    interests: random.chance(0.55) ? drawInterests(shopper, random) : '',
    accepts_email: email === '' ? '' : consent(shopper.wantsEmail, random),
    accepts_sms: phone === '' ? '' : consent(shopper.wantsSms, random),
    tags: list(drawTags(shopper, orders, random)),
    created_at: random.chance(0.985) ? dateTime(shopper.joinedAt) : '',
  }
}

/** Some were never asked. */
const consent = (wants: boolean, random: Random): string => (random.chance(0.04) ? '' : wants ? '1' : '0')

const emailOf = ({ id }: Shopper, { first, last }: { first: string; last: string }, random: Random): string =>
  `${plainLetters(first)}.${plainLetters(last)}${Number(id.slice(1))}@example.${random.chance(0.8) ? 'com' : 'org'}`

/** The first language of the place; a few speak Spanish in the United States, and most of Quebec French. */
function drawLanguage({ country, region }: Place, random: Random): string {
  if (country === 'US') return random.chance(0.07) ? 'es' : 'en'
  if (region === 'Quebec') return random.chance(0.75) ? 'fr' : 'en'
  return languageOf(country)
}

function drawBirthday(random: Random): string {
  const age = Math.min(88, 19 + Math.abs(random.normal()) * 17 + random.between(0, 14))
  return dateTime(onDate(2024, 1, 1) - Math.round(age * 365.25) * DAY).slice(0, 10)
}

const NOWHERE = { country: '', region: '', city: '', postcode: '', latitude: '', longitude: '' }

function drawAddress(place: Place, random: Random): Pick<Row<'customers'>, keyof typeof NOWHERE> {
  if (random.chance(0.025)) return NOWHERE
  const { country, region, city } = place
  const postcode = random.chance(0.94) ? drawPostcode(place, random) : ''
  if (random.chance(0.14)) return { ...NOWHERE, country, region, city, postcode }
  // Within some 5 km of the middle of the city.
  const latitude = (place.latitude + 0.022 * random.normal()).toFixed(4)
  const longitude = (place.longitude + 0.028 * random.normal()).toFixed(4)
  return { country, region, city, postcode, latitude, longitude }
}

function drawInterests({ taste }: Shopper, random: Random): string {
  return list(taste.interests.filter(() => random.chance(0.55)))
}

import type { Company } from './companies.ts'
import { languageOf } from './languages.ts'
import { drawName, plainLetters } from './names.ts'
import type { PhoneBook } from './phones.ts'
import { PLACES, type Place } from './places.ts'
import { chooser, type Random } from './random.ts'
import { type Row, serial } from './rows.ts'
import { chooseTitle, type Seniority, type Title } from './titles.ts'

/** Someone who works at a company. */
export interface Person {
  readonly id: string
  readonly company: Company
  readonly place: Place
  readonly title: Title
  readonly yearsExperience: number
  readonly yearsInRole: number
}

const COUNT = 3000

/** Years of work that usually lie behind someone of that rank. */
const EXPERIENCE: Readonly<Record<Seniority, number>> = {
  'C-suite': 20,
  VP: 17,
  Director: 14,
  Manager: 9,
  IC: 5,
}

/** Everyone of a company stands together; each company has someone, the large ones more. */
export function drawPeople(companies: readonly Company[], random: Random): readonly Person[] {
  const chooseCompany = chooser(companies, ({ employees }) => employees ** 0.4)
  const staff = new Map(companies.map((company) => [company, 1]))
  for (let n = companies.length; n < COUNT; n++) {
    const company = chooseCompany(random)
    staff.set(company, (staff.get(company) ?? 0) + 1)
  }
  return [...staff]
    .flatMap(([company, size]) => Array.from({ length: size }, () => drawPerson(company, random)))
    .map((person, index) => ({ id: serial('L', index + 1, 5), ...person }))
}

function drawPerson(company: Company, random: Random): Omit<Person, 'id'> {
  const title = chooseTitle(company.industry, random)
  const yearsExperience = Math.max(0.5, EXPERIENCE[title.seniority] * (1 + 0.35 * random.normal()))
  return {
    company,
    place: random.chance(0.8) ? company.place : elsewhere(company.place, random),
    title,
    yearsExperience,
    yearsInRole: Math.min(yearsExperience, random.exponential(2.8)),
  }
}

const elsewhere = ({ country }: Place, random: Random): Place =>
  random.pick(PLACES.filter((place) => place.country === country))

export function personRows(people: readonly Person[], phones: PhoneBook, random: Random): Row<'people'>[] {
  const addresses = new Set<string>()
  return people.map((person) => personRow(person, addresses, phones, random))
}

function personRow(
  { id, company, place, title, yearsExperience, yearsInRole }: Person,
  addresses: Set<string>,
  phones: PhoneBook,
  random: Random,
): Row<'people'> {
  const name = drawName(languageOf(place.country), random.chance(0.5) ? 'female' : 'male', random)
  const placed = random.chance(0.95)
  return {
    id,
    company_id: company.id,
    email: random.chance(0.82) ? workEmail(name, company, addresses) : '',
    phone: random.chance(0.4) ? phones.next(place.country) : '',
    first_name: name.first,
    last_name: name.last,
    title: random.chance(0.98) ? title.title : '',
    seniority: random.chance(0.88) ? title.seniority : '',
    function: random.chance(0.9) ? title.function : '',
    country: placed ? place.country : '',
    region: placed ? place.region : '',
    city: placed ? place.city : '',
    timezone: placed && random.chance(0.9) ? place.timezone : '',
    years_experience: random.chance(0.8) ? yearsExperience.toFixed(1) : '',
    years_in_role: random.chance(0.85) ? yearsInRole.toFixed(1) : '',
  }
}

/** Namesakes at one company get a number. */
function workEmail(
  name: { first: string; last: string },
  { domain }: Company,
  addresses: Set<string>,
): string {
  const local = `${plainLetters(name.first)}.${plainLetters(name.last)}`
  let address = `${local}@${domain}`
  for (let n = 2; addresses.has(address); n++) address = `${local}${n}@${domain}`
  addresses.add(address)
  return address
}

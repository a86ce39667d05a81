import type { Random } from './random.ts'

interface Names {
  readonly female: readonly string[]
  readonly male: readonly string[]
  readonly family: readonly string[]
}

export type Gender = 'female' | 'male' | 'non-binary'

interface Name {
  readonly first: string
  readonly last: string
}

const words = (text: string): readonly string[] => text.split(' ')

const ENGLISH: Names = {
  female: words(
    'Emma Olivia Ava Sophia Grace Chloe Hannah Abigail Natalie Zoe Leah Nora Ruby Alice Maya Priya Jasmine Aaliyah Camila Megan Rachel Naomi Tessa Holly Paige Mei',
  ),
  male: words(
    'Liam Noah Ethan Jack Henry Owen Lucas Caleb Isaac Marcus Diego Wyatt Theo Felix Adrian Dominic Arjun Malik Trevor Simon Graham Elliot Jonah Reid Victor Wei',
  ),
  family: words(
    'Bennett Carter Hughes Foster Reyes Nguyen Patel Morgan Brooks Sullivan Price Griffin Coleman Ramirez Ortiz Kim Chen Singh Walsh Barrett Lawson Whitaker Doyle Marsh Hale Pruitt Delgado Okafor Finch Aldridge Sinclair Mercer Vaughn Holloway Beck Rowe Abbott Castillo Park Desai',
  ),
}

const GERMAN: Names = {
  female: words('Anna Lena Katrin Sabine Julia Petra Miriam Greta Frieda Heike'),
  male: words('Lukas Jonas Stefan Matthias Tobias Jürgen Uwe Emil Florian Karl'),
  family: words(
    'Müller Schmidt Weber Wagner Becker Hoffmann Koch Richter Krause Vogel Böhm Lorenz Seidel Brandt',
  ),
}

const FRENCH: Names = {
  female: words('Camille Léa Manon Chloé Élodie Margaux Inès Sylvie Océane Aurélie'),
  male: words('Hugo Louis Gabriel Julien Antoine Mathieu Rémi Pascal Étienne Baptiste'),
  family: words(
    'Martin Bernard Dubois Moreau Laurent Girard Lefèvre Roux Fontaine Chevalier Gagnon Tremblay',
  ),
}

const SPANISH: Names = {
  female: words('Lucía Carmen Paula Marta Elena Nuria Rocío Pilar'),
  male: words('Pablo Álvaro Javier Sergio Marcos Iván Rubén Óscar'),
  family: words('García Fernández López Martín Romero Navarro Iglesias Vidal Serrano Molina'),
}

const ITALIAN: Names = {
  female: words('Giulia Chiara Francesca Martina Elisa Ginevra Paola Bianca'),
  male: words('Marco Luca Matteo Davide Lorenzo Giorgio Pietro Enzo'),
  family: words('Rossi Russo Ferrari Bianchi Romano Colombo Ricci Marino Conti Gallo'),
}

const DUTCH: Names = {
  female: words('Sanne Femke Lotte Anouk Marijke Fleur Ilse Noor'),
  male: words('Daan Sem Bram Thijs Joost Ruben Pieter Koen'),
  family: [
    'de Vries',
    'van Dijk',
    'Bakker',
    'Visser',
    'Smit',
    'Meijer',
    'van den Berg',
    'Mulder',
    'Hendriks',
  ],
}

const JAPANESE: Names = {
  female: words('Yui Aoi Sakura Haruka Misaki Naoko Emi Keiko'),
  male: words('Haruto Ren Sota Kenji Takumi Daichi Hiroshi Yuto'),
  family: words('Sato Suzuki Takahashi Tanaka Watanabe Ito Nakamura Kobayashi Mori Fujita'),
}

const SWEDISH: Names = {
  female: words('Elsa Maja Astrid Linnea Freja Ingrid'),
  male: words('Oskar Nils Axel Gustav Erik Anders'),
  family: words('Andersson Johansson Lindberg Nyström Sandström Ekholm Öberg Hallgren'),
}

const BY_LANGUAGE: Readonly<Record<string, Names>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  nl: DUTCH,
  ja: JAPANESE,
  sv: SWEDISH,
}

/** A name as speakers of a language (ISO 639-1) bear it; English where the language is not known here. */
export function drawName(language: string, gender: Gender, random: Random): Name {
  const names = BY_LANGUAGE[language] ?? ENGLISH
  const female = gender === 'female' || (gender === 'non-binary' && random.chance(0.5))
  return { first: random.pick(female ? names.female : names.male), last: random.pick(names.family) }
}

/** `van den Berg` → `vandenberg`, `Müller` → `muller`: the part of an address before the @. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')

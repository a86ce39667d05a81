import { type Reading, wordAt } from './reading.ts'

/** “In the Netherlands, in HR”: of people, a code that is also what a team is called; behind a place it is no other one. */
export const isTeamCode = (reading: Reading, at: number): boolean =>
  reading.entity === 'person' &&
  wordAt(reading, at).length === 2 &&
  reading.links.at(at).some(({ field }) => field === 'person.function')

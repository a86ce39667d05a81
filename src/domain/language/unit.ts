import { conditions } from '../conditions/index.ts'
import type { Entity } from '../entities/entity.ts'
import { notOfAsker } from './grammar/asker.ts'
import type { Meaning } from './grammar/meaning.ts'
import { longest, type Parser, remembered, type Units } from './grammar/reading.ts'
import { accountPhrases } from './phrases/accounts.ts'
import { besidePersona } from './phrases/beside-persona.ts'
import { continued } from './phrases/continued.ts'
import { countedAgain } from './phrases/counted-again.ts'
import { earlierOnes } from './phrases/earlier-ones.ts'
import { elliptical } from './phrases/elliptical.ts'
import { fitOfSeveral } from './phrases/fit-of-several.ts'
import { goneWithout } from './phrases/gone-without.ts'
import { justDid } from './phrases/just-did.ts'
import { notAgain } from './phrases/not-again.ts'
import { nothingThen } from './phrases/nothing-then.ts'
import { onesFrom } from './phrases/ones-from.ts'
import { onlyWithin } from './phrases/only-within.ts'
import { notSince } from './phrases/not-since.ts'
import { limitsByPlace } from './phrases/limits-by-place.ts'
import { missingPhrases } from './phrases/missing.ts'
import { preferredBehind, preferredOfCustomers } from './phrases/preferred.ts'
import { unscored } from './phrases/unscored.ts'
import { vagueDefined } from './phrases/vague-defined.ts'
import { vaguePhrases } from './phrases/vague.ts'

const deeds = remembered(longest(...conditions.flatMap((definition) => definition.deeds ?? [])))

const phrasesOf = (entity: Entity): readonly Parser<Meaning>[] =>
  conditions.flatMap((definition) => (definition.entity === entity ? definition.phrases : []))

const accountUnit = (entity: 'company' | 'person'): Parser<Meaning> => {
  const said = longest(...phrasesOf(entity))
  const own = remembered(entity === 'person' ? besidePersona(said) : said)
  return remembered(longest(fitOfSeveral, onlyWithin, unscored, own, preferredBehind(own), ...accountPhrases))
}

/**
 * Everything that can be said about each of them. What is read longest wins; among equals, what stands first:
 * the company's own names and plain conditions before vague words and what is missing.
 */
export const units: Units = {
  customer: remembered(
    notOfAsker(
      longest(
        ...phrasesOf('customer'),
        preferredOfCustomers,
        elliptical(deeds),
        countedAgain(deeds),
        continued(deeds),
        earlierOnes(longest(deeds, nothingThen)),
        onesFrom(deeds),
        notSince(deeds),
        goneWithout(deeds),
        justDid(deeds),
        fitOfSeveral,
        limitsByPlace,
        nothingThen,
        notAgain,
        vagueDefined,
        onlyWithin,
        ...vaguePhrases,
        ...missingPhrases,
      ),
    ),
  ),
  company: accountUnit('company'),
  person: accountUnit('person'),
}

/** What can be said about those whom the message is read as asking for. */
export const unit: Parser<Meaning> = (reading, at) => reading.unit(reading, at)

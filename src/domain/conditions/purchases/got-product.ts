import { type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'

const got = phrase('got|gotten|received')
const article = phrase('a|an|the|our|some|any')
const something = phrase('something|anything|stuff|things|items|one|some|any from|in|of|by')

/** "got the sofa" is bought, where a product is named by its whole name, as is “something from Shoes”; people get e-mails and discounts as well. */
export const gotProduct: Phrase = (reading, at) => {
  const end = got(reading, at)
  if (end >= 0 && something(reading, end) >= 0) return end
  const named = reading.links
    .at(skip(reading, end, article))
    .some(({ field, match }) => match === 'whole' && (field === 'product' || field === 'sku'))
  return end >= 0 && named ? end : -1
}

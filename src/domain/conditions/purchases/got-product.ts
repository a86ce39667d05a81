import { type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'

const got = phrase('got|gotten|received')
const article = phrase('a|an|the|our|some|any')

/** "got the sofa" is bought, where a product is named by its whole name; people get e-mails and discounts as well. */
export const gotProduct: Phrase = (reading, at) => {
  const end = got(reading, at)
  const named = reading.links
    .at(skip(reading, end, article))
    .some(({ field, match }) => match === 'whole' && (field === 'product' || field === 'sku'))
  return end >= 0 && named ? end : -1
}

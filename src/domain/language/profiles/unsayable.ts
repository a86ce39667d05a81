import { phrase } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { wordAt } from '../grammar/reading.ts'

/** What people say of those they look for and no data of a shop or of accounts holds, with what could be said. */
const UNSAYABLE: readonly (readonly [ReturnType<typeof phrase>, string])[] = [
  [
    phrase(
      'mom|moms|mum|mums|mama|mamas|mommy|mommies|mother|mothers|dad|dads|father|fathers|parents|grandparents',
      'new|young|busy|working|first-time|expecting|single moms|mums|mothers|dads|fathers|parents',
    ),
    'the data says nothing about anybody’s family',
  ],
  [
    phrase(
      'ugc style? content|creative|creatives|ads|posts|videos|video|imagery?',
      'user generated content',
      'influencer|lifestyle|meme|video|short-form|long-form style? content|creative|creatives|posts|videos',
      'short|long form content|videos|video',
      'storytelling|testimonials|memes',
    ),
    'no data says which kind of content somebody likes',
  ],
  [
    phrase(
      'high|low|good|strong|above-average? ctr|ctrs on|in|for|of? sms|text|email|emails|e-mail|ads?',
      'high|low|good|strong? click-through|clickthrough rate|rates on|in|for|of? sms|text|email|emails|e-mail|ads?',
      'high|low|good|strong? click through rate|rates on|in|for|of? sms|text|email|emails|e-mail|ads?',
      'high|low|good|strong? open rate|rates on|in|for|of? sms|text|email|emails|e-mail?',
    ),
    'it is known what somebody clicked, and not how many messages they got: “clicked SMS at least 3 times” can be asked',
  ],
  [
    phrase(
      'fast|quick|rapid|instant|slow converters|converter|deciders|decider|buyers|buyer|purchasers|checkouts',
    ),
    'a time has to be said: “viewed a product and bought within 1 day” can be asked',
  ],
  [
    phrase(
      'eco conscious|friendly|minded',
      'tech savvy',
      'trendy|busy|ambitious|innovative',
      'forward thinking',
    ),
    'no data holds what somebody is like',
  ],
]

/** Words that no data can say, from here on, with why. */
export const unsayableAt = (reading: Reading, at: number): Found<string> | undefined =>
  UNSAYABLE.flatMap(([words, value]) => {
    const end = words(reading, at)
    return end < 0 ? [] : [{ value, end }]
  }).toSorted((a, b) => b.end - a.end)[0]

const buying = /^(?:buy|buys|buying|bought|purchase|purchases|purchasing|purchased|shop|shops|shopping|into)$/

/** Whether words stand right behind a purchase, and so name what is bought. */
export const isBought = (reading: Reading, from: number): boolean =>
  buying.test(wordAt(reading, from - 1)) ||
  (wordAt(reading, from - 1) === 'for' && buying.test(wordAt(reading, from - 2)))

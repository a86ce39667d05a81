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
      'culture|vibe|vibes|atmosphere|reputation',
      'company culture|values|vibe|vibes|atmosphere|reputation|brand',
      'a? great|good|strong|nice|healthy|toxic company? culture|values|vibe|vibes|atmosphere|reputation|brand',
      'nice|kind|friendly|happy people|teams|team|employees',
    ),
    'no data holds what a company is like to work at or with',
  ],
  [
    phrase(
      'unhappy|frustrated|dissatisfied|annoyed|happy|satisfied|fed with|by|up with? their|its|the|our? current|existing|present? vendor|vendors|provider|providers|supplier|suppliers|tool|tools|crm|stack|job|boss|software|solution|setup',
      'unhappy|frustrated|dissatisfied|influential|curious|charismatic|overworked|stressed',
      'open to change|switching|offers',
      'looking|ready to switch|change|leave vendor|vendors|provider|providers|tools|jobs?',
      'who|that? love|loves|hate|hates|like|likes|enjoy|enjoys|care|cares about? spreadsheets|spreadsheet|golf|data|ai|automation|innovation|growth|wine|sports|sport|cost|costs|quality|people|technology|tech',
    ),
    'no data holds what somebody thinks or wants',
  ],
  [
    phrase('data|sales|product|people|customer|tech|engineering heavy|driven|centric|led|obsessed|minded'),
    'what is beside it says more exactly what is meant, or no data holds it',
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

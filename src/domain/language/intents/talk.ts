import { phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { isWhole } from './whole.ts'

const TOPICS = [
  [
    'greeting',
    phrase(
      'hi|hello|hey|howdy|greetings|yo|hiya',
      'hi|hello|hey there|team|muster|all|everyone',
      'good morning|afternoon|evening|day',
      'how are you',
      'hi|hello|hey , how are you',
      'whats|what is up',
      "what 's up",
    ),
  ],
  [
    'help',
    phrase(
      'help',
      'help me',
      'can you help me?',
      'i need help',
      'what can you|i|we|muster do|ask|say here?',
      'what do you do',
      'what is this|muster',
      'who are you',
      'how does this|it|muster work',
      'how do i use|start this|it|muster?',
      'how can you help me?',
      'what can i ask you?',
      'what are you able|capable to|of do?',
      'show me? what you can do',
      'give me some? examples',
      'examples',
      'get|getting started',
      '?',
    ),
  ],
  [
    'thanks',
    phrase(
      'thanks|thank|cheers|ta',
      'thanks|thank you|a so? lot|much|very?',
      'thank you very|so? much',
      'thanks a lot|million',
      'many thanks',
      'great|perfect|awesome|nice|cool thanks|thank?',
      'great|perfect|awesome , thanks|thank you?',
      'much appreciated',
      'good job|work',
      'bye|goodbye',
    ),
  ],
] as const

/** A message that is only a greeting, a call for help or thanks. */
export function talkIn(reading: Reading): 'greeting' | 'help' | 'thanks' | undefined {
  return TOPICS.find(([, words]) => isWhole(reading, words))?.[0]
}

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
      'how does|do this|it|muster|you|the? thing|tool|app|program? work|function',
      'what is this|it|muster thing|tool|app? for|about',
      'i am|this is? new here|to this|it?',
      'first time here|user|using this|it?',
      'first time here , how does this|it|muster thing|tool|app? work',
      'what should|shall|do i say|ask|type|do first|now|here?',
      'where do|should i start|begin',
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
      'ta|cheers|thanks very|so|ever|a much|lot|bunch|million',
      'nice|good|great|lovely one|stuff|work|job',
      'you are a|the star|best|legend|lifesaver|great',
      'that is|was|s all|it? great|perfect|helpful|brilliant|lovely|all|it',
      'that helps|helped',
      'that is|was very|really helpful|useful|good',
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

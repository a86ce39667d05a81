import { type Phrase, phrase } from '../grammar/phrase.ts'
import type { Command } from '../interpretation.ts'

/** Messages that are a command as a whole. */
export const WHOLE: readonly (readonly [Phrase, Command])[] = [
  [
    phrase(
      'yes|yep|yeah|confirm|confirmed|approve|approved|sure|agreed|correct|proceed|y',
      'yes|ok|okay|sure , go ahead|do it|confirm|create it',
      'go ahead|for it',
      'do it',
      'confirm|approve it|this|that|the? proposal|change?',
      'looks|sounds good|right|great|fine',
      'make it so',
      'yes , do it|please',
      'ok do it',
      'that is right|correct|fine',
      'go',
    ),
    { do: 'confirm' },
  ],
  [
    phrase(
      'cancel|stop|abort|discard|reject|nevermind|no|nope',
      'never mind',
      'cancel|discard|reject|abort|stop it|that|this|the? proposal|change|segment?',
      'forget it|that|about it',
      'do not do it|that|this',
      'no thanks|thank|stop|cancel',
      'no , cancel|stop it?',
      'not now',
      'scrap that|it',
    ),
    { do: 'cancel' },
  ],
  [
    phrase(
      'undo|revert|rollback',
      'undo|revert|reverse it|that|this|the? last|previous? change|step?',
      'roll|take it|that|this? back',
      'go back',
      'undo what you|i just? did',
      'put it back',
    ),
    { do: 'undo' },
  ],
  [
    phrase(
      'pending|open|waiting|outstanding proposals|changes',
      'proposals',
      'list|show|what|which are? me|the|my|all? pending|open? proposals|changes|approvals',
      'what is|are waiting|pending for? me|approval|confirmation?',
      'what needs confirmation|approval',
    ),
    { do: 'list_proposals' },
  ],
  [
    phrase(
      'what|which data|fields|attributes|information|properties do|can|are|is we|you|i|there? have|use|filter|available|on|by|query|know|segment|hold?',
      'what data|fields|attributes do you have|know|hold about? customers?',
      'list|show all|the|me? the? fields|attributes|data',
      'what can i filter|segment|query by|on?',
      'data dictionary',
      'what do you know about? our|my|the? customers?',
    ),
    { do: 'list_fields' },
  ],
  [
    phrase(
      'explain|describe it|this|that|these|them|the criteria|number|count|numbers|result|segment?',
      'why|how come is|are it|that|this|so? many|few|number?',
      'how did|do you get|count|calculate|arrive that|this|it|at?',
      'what does that|this|it mean',
      'what did you do|count|understand|include',
      'what is|are in it|this|that|there?',
      'how was|is that|this|it counted|calculated|defined',
      'why',
    ),
    { do: 'explain_criteria' },
  ],
]

/** Requests for what does not exist yet; named, so that nothing else is done instead. */
export const NOT_YET: readonly (readonly [Phrase, string, string])[] = [
  [
    phrase(
      'export|download|sync|push|upload',
      'send|push|sync to klaviyo|mailchimp|hubspot|facebook|google|meta',
      'export to',
    ),
    'exports',
    'Exports are not available yet.',
  ],
  [
    phrase(
      'compare',
      'overlap|intersection|difference',
      'how much do|does',
      'what is the overlap|difference|intersection',
      'venn',
    ),
    'comparisons of segments',
    'Comparing segments is not available yet; “customers in both A and B” counts the overlap.',
  ],
  [
    phrase(
      'what has|did? changed|change',
      'how has|did',
      'history of?',
      'how has|did',
      'what changed',
      'who changed|edited|created|made',
      'when was|did',
      'show the? history|changes|versions|log',
      'trend|trends',
      'how many joined|left|entered',
    ),
    'history',
    'The history of segments can’t be asked here yet.',
  ],
  [
    phrase(
      'where do|are|is',
      'what is the|our|their|my average|avg|total|median|mean|sum|most|top|revenue|share|breakdown|distribution|split|aov|ltv|conversion',
      'what share|percentage|percent|proportion|part',
      'which country|city|product|category|brand|channel|region|products|segment|month',
      'break|breakdown|chart|graph|plot|visualize|visualise',
      'how much do|did|have|revenue|money|was|is',
      'average|median|total of|order|spend|revenue by|for|in|per|of',
      'what do they|these|those|our',
      'when do|did',
      'top products|categories|cities|countries',
    ),
    'figures about people',
    'Averages, totals and breakdowns can’t be asked yet; I can find and count people.',
  ],
  [
    phrase(
      'activate|deactivate|archive|pause|publish|enable|disable',
      'set it|the|live|status|to',
      'make it|the live|public|active|draft',
      'mark as',
      'split',
      'share|invite',
      'schedule',
      'set|go live',
      'push live',
      'auto refresh',
      'import|upload|add customers',
    ),
    'this change',
    'This change is not available yet.',
  ],
]

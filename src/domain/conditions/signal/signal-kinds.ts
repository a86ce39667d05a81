import { type Phrase, phrase } from '../../language/grammar/phrase.ts'

/** A kind of signal as people tell of it. */
export interface SignalKind {
  /** How data may call it; the first that it holds is meant. */
  readonly types: readonly string[]
  /** What it is called where the data holds none. */
  readonly name: string
  readonly of: readonly ('company' | 'person')[]
  readonly words: Phrase
  /** The kind is meant only with a topic or a time: “hiring” alone is how fast companies hire. */
  readonly weak?: true
  /** Words that may stand between it and its topic. */
  readonly to?: Phrase
}

const US = 'us|our|the|my website|site|webpage|page|pages|homepage?'

export const SIGNAL_KINDS: readonly SignalKind[] = [
  {
    types: ['funding', 'funding_round', 'raised', 'fundraise', 'investment'],
    name: 'funding',
    of: ['company'],
    words: phrase(
      'raised|raising|raise money|funding|capital|funds',
      'raised|raising|closed|announced|secured|got|received|landed a|an|new|fresh? new? funding? round',
      'raised|raising|secured|got|received|landed|announced new|fresh? funding|investment|money|capital',
      'a? new|recent? funding round|rounds|event|news|announcement',
      'were|was|got funded',
      'raised a|an|their?',
    ),
  },
  {
    types: ['hiring', 'job_posting', 'job_post', 'open_role', 'hire'],
    name: 'hiring',
    of: ['company'],
    weak: true,
    words: phrase(
      'hiring|recruiting for? a|an?',
      'hired|recruited|hire|hires|recruit for? a|an?',
      'posted|advertised|posting|advertising jobs|job|roles|openings for?',
      'looking to hire a|an?',
      'looking for a|an?',
      'started|began hiring|recruiting',
      'opened|open roles|positions for?',
    ),
  },
  {
    types: ['visit', 'visited', 'page_view', 'website_visit', 'site_visit', 'web_visit'],
    name: 'website visits',
    of: ['company', 'person'],
    words: phrase(
      `visited|visiting|visit|visits ${US}`,
      'visited|viewed|browsed|hit',
      `been|were on ${US}`,
      `viewed|browsed|hit|opened|checked ${US}`,
      'looked|looking at',
      'checked out',
      'came to our|the site|website',
      'website|site|web visit|visits|visitor|visitors to?',
    ),
    to: phrase('the|our|your', 'to? the|our|your'),
  },
  {
    types: ['job_change', 'new_job', 'changed_job', 'promotion'],
    name: 'job changes',
    of: ['person', 'company'],
    words: phrase(
      'changed|switched|changing|switching|moved jobs|job|roles|role|companies|company|positions|employers',
      'started|took|found|got a|their new job|role|position',
      'new job',
      'a? job change|changes',
      'joined a new company|employer',
      'joined their|the company',
      'were|was|got promoted',
    ),
  },
  {
    types: ['reply', 'replied', 'response', 'responded', 'email_reply'],
    name: 'replies',
    of: ['person', 'company'],
    words: phrase(
      'replied|responded|answered|reply|respond|answer',
      'replied|responded|answered|reply|respond|answer to? us|me',
      'replied|responded|answered|reply|respond|answer to? our|my|the|any|an email|emails|message|messages|outreach|sequence|campaign',
      'wrote|write|written|got|gotten back',
      'a? reply|replies|response|responses',
    ),
  },
  {
    types: ['post', 'posted', 'social_post'],
    name: 'person-level posts',
    of: ['person', 'company'],
    words: phrase(
      'posted|posting|post|tweeted|blogged on linkedin|social?',
      'posted|posting|tweeted|blogged',
      'wrote|written|shared|published something|posts|a post?',
      'posts|a post',
    ),
  },
  {
    types: ['news', 'press', 'mention'],
    name: 'news',
    of: ['company', 'person'],
    words: phrase(
      'in|made|were|was|been|have in? the? news',
      'in the press',
      'news',
      'press coverage|mentions',
    ),
  },
  {
    types: ['intent', 'buying_intent', 'research'],
    name: 'buying intent',
    of: ['company', 'person'],
    words: phrase(
      'showed|showing|show|shows|with buying|purchase? intent|interest',
      'buying|purchase intent',
      'in market',
      'in - market',
      'surging',
    ),
  },
  {
    types: ['technology', 'tech_install', 'technology_change', 'installed'],
    name: 'changes of technology',
    of: ['company'],
    words: phrase('installed|adopted|implemented|dropped|switched to?', 'started|stopped using'),
  },
  {
    types: ['engaged', 'engagement', 'webinar', 'event', 'demo', 'demo_request'],
    name: 'engagement',
    of: ['company', 'person'],
    words: phrase(
      'engaged with? us|our? content?',
      'attended|joined our|a|the webinar|event|demo|events|webinars',
      'requested|booked|asked for a? demo|meeting|call|trial',
      'downloaded our|a|the ebook|guide|report|whitepaper|content',
    ),
  },
]

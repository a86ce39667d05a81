import { never, type Phrase, phrase } from '../../language/grammar/phrase.ts'

/** How people speak of one kind of event. */
export interface EventKind {
  /** As the data names it; the first that it holds. */
  readonly types: readonly string[]
  readonly label: string
  /** `opened`, `clicked on` */
  readonly verb: Phrase
  /** What it is done to, when that adds nothing: `an e-mail`. */
  readonly object?: Phrase
  /** `product views`, `e-mail opened` */
  readonly noun: Phrase
  /** Whether it names products. */
  readonly ofProducts: boolean
}

/** An event type without words of its own: what the data names it is all there is to say. */
export const ownKind = (type: string, label: string): EventKind => ({
  types: [type],
  label,
  verb: never,
  noun: never,
  ofProducts: true,
})

const MAIL = 'email|emails|mail|mails|newsletter|newsletters|mailing|mailings|campaign|campaigns'
const TEXT = 'sms|text|texts|smses'
const CLICK = 'clicked|click|clicks|clicking|tapped|tap|taps|tapping'

export const EVENT_KINDS: readonly EventKind[] = [
  {
    types: ['opened_email'],
    label: 'opened e-mails',
    verb: phrase(
      'opened|open|opens|opening',
      'read|reads|reading an|our|the? email|emails|mail|mails|newsletter|newsletters|mailings',
      'read|reads|reading any|one|none of? our|the? emails|mails|newsletters',
    ),
    object: phrase(
      MAIL,
      `email|marketing ${MAIL}|campaign|campaigns|message|messages`,
      'of our emails',
      'something|anything from|of|by us|you|our?',
      'something|anything',
      'one',
    ),
    noun: phrase(
      'email|mail opens|open|opened',
      'emails opened|open',
      'opens|open',
      'opened emails|email',
      'email|mail|newsletter? opener|openers',
      'opener|openers of our|the? emails|mails|newsletter?',
    ),
    ofProducts: false,
  },
  {
    types: ['clicked_email'],
    label: 'clicked e-mails',
    verb: phrase(CLICK, `${CLICK} on|in|through`, `${CLICK} a|any link|links in|on`, `${CLICK} through on`),
    object: phrase(
      MAIL,
      `email ${MAIL}|links?`,
      'link|links in|on an|our|the|any email|emails|campaign',
      'link|links in|on emails',
      'link|links',
      'something|anything|link|links? in|inside|from an|a|one|our|any|the|your? email|emails|mail|mails|newsletter|newsletters',
      'in an|our|any? email|emails',
      'email link|links',
      'something|anything',
      'one',
    ),
    noun: phrase(
      'email|mail clicks|click|clicked',
      'emails clicked',
      'clicks|click',
      'link clicks',
      'clicked emails',
      'email|mail|newsletter|link? clicker|clickers',
    ),
    ofProducts: false,
  },
  {
    types: ['clicked_sms'],
    label: 'clicked SMS',
    verb: phrase(
      `${CLICK} on|in|through? an|a|our|the|any? ${TEXT}`,
      `${CLICK} on? a? link|links in an|a|our|the|any? ${TEXT}`,
      `${CLICK} on|through? an|a|our|the|any? sms|text messages|message|link|links|campaign`,
      `${CLICK} a link in an|a sms|text message`,
    ),
    noun: phrase(
      'sms|text clicks|click|clicked|clicker|clickers|tappers',
      'sms|text link clicks|clickers|tappers',
    ),
    ofProducts: false,
  },
  {
    types: ['clicked_ad'],
    label: 'clicked ads',
    verb: phrase(
      `${CLICK} on? an|a|our|the|any|one? ad|ads|advert|adverts|advertisement|advertisements`,
      `${CLICK} on? one? of our|the ads|adverts`,
      `${CLICK} through from? an|a|our|the|any? ad|ads`,
      `${CLICK} on? at least one ad|advert`,
      'came|come in? from|through|via an|our? ad|ads',
    ),
    noun: phrase('ad|ads clicks|click|clicker|clickers', 'advert clicks|clickers'),
    ofProducts: false,
  },
  {
    types: ['viewed_product'],
    label: 'viewed products',
    verb: phrase(
      'viewed|view|views|viewing|browsed|browse|browses|browsing',
      'looked|look|looks|looking at',
      'had|have|took|taken|take|taking a? quick? look|looks|peek|glance|gander at',
      'eyed|eyeing|eyed up',
      'checked out the|a|an|our|some|any|one|these|those',
      'seen',
      'saw',
    ),
    object: phrase(
      'product|products|item|items|things|anything|something',
      'product|item pages|page',
      'anything|something',
      'different? products',
    ),
    noun: phrase(
      'product|item|page views|view',
      'views|view',
      'viewer|viewers',
      'product|item viewer|viewers',
      'products|product|items viewed',
      'product page views|view|visits',
      'pdp|pdps views|view|visits',
    ),
    ofProducts: true,
  },
  {
    types: ['added_to_cart'],
    label: 'added to cart',
    verb: phrase(
      'added|add|adds|adding something|anything|items|item|products|product|things|it|a|an? product? to a|an|the|their|our? cart|carts|basket|bag|trolley',
      'added|add|adds|adding to a|the|their|our? cart|carts|basket|bag|trolley',
      'added|add|adds|adding|put|placed a|an|any|some? item|items|product|products|thing|things|something|anything to|in|into a|the|their|our? shopping? cart|basket|bag|trolley',
      'put|popped|dropped|placed something|anything|things|stuff|items|an? item? in|into a|the|their|our? cart|basket|bag',
      'added|add|adds|adding any|one of them|those|these? to a|the|their|our? cart|basket|bag',
      'added|add|adding a? single one|item|thing|product to a|the|their|our? cart|basket|bag',
      'carted|carting',
      'filled|fill|fills|filling|loaded|stuffed up? a|an|the|their|our? shopping? cart|basket|bag|trolley',
      'a|an|one active|full? cart|basket|trolley',
      'started|opened|built an|a|their active|full? cart|basket|trolley',
      'shopping? cart|basket|trolley filled|loaded|started|opened',
    ),
    object: phrase('something|anything|things|stuff|items|products', 'an? item|product'),
    noun: phrase(
      'cart|basket additions|adds|addition',
      'add to carts|cart',
      'adds to cart',
      'added to carts|cart',
    ),
    ofProducts: true,
  },
  {
    types: ['started_checkout'],
    label: 'started checkouts',
    verb: phrase(
      'started|start|starts|starting|began|begun|begin|beginning|initiated|reached|reaching|entered|entering|hit a|an|the|our|their? checkout|checkouts process?',
      'got|proceeded|went|gone|go|get|getting to a|the|our? checkout',
      'made|make|makes|making it to a|the|our? checkout',
      'got|made|get as far as a|the|our? checkout',
      'made|make|makes|making it as far as a|the|our? checkout',
      'started|began to? check|checking out',
      'went to|through the? checkout',
      'started checking out',
    ),
    noun: phrase('checkout|checkouts starts|start|started', 'started checkouts', 'checkouts'),
    ofProducts: true,
  },
  {
    types: ['visited_site'],
    label: 'visited the site',
    verb: phrase(
      'visited|visit|visits|visiting the|our|your|my? site|website|web|webshop|homepage|shop|store|page|online',
      'checked out our site|website|webshop',
      'been|come to the|our? site|website|webshop',
      'landed on the|our? site|website|webshop',
      'been? on the|our|your|my? site|website|web|webshop|homepage',
      'visited|visit|visits|visiting',
      'came|been to|on|back the|our site|website',
      'dropped|popped|stopped|swung|called by|in|on|into|at|onto the|our? site|website|webshop',
      'landed|turned up on|at the|our? site|website|webshop',
      'browsed|browse the|our site|website|webshop',
      'was|were|been on our|the site|website',
    ),
    object: phrase('the|our? site|website|webshop|shop|homepage|pages', 'us', 'online', 'us online'),
    noun: phrase(
      'site|website|web|online|store? visits|visit|sessions|session',
      'visits|visit to? the|our? site|website?',
      'site|website|web|online visitor|visitors',
      'visitors|visitor to|of the|our? site|website|webshop',
      'sessions',
    ),
    ofProducts: false,
  },
  {
    types: ['searched'],
    label: 'searches',
    verb: phrase('searched|search|searches|searching on|in? the|our? site|website|shop?'),
    noun: phrase('searches', 'site searches'),
    ofProducts: false,
  },
  {
    types: ['reviewed'],
    label: 'reviews',
    verb: phrase(
      'reviewed|review',
      'left|wrote|written|posted|submitted|gave|given a|an|any? product? review|reviews',
      'rated',
    ),
    object: phrase('product|products|something|anything', 'a product'),
    noun: phrase('product? reviews|review'),
    ofProducts: true,
  },
  {
    types: ['bounced_email'],
    label: 'bounced e-mails',
    verb: phrase('bounced', 'email|emails|mail bounced', 'hard|soft bounced', 'had a bounced? bounce|email'),
    object: phrase(MAIL),
    noun: phrase('bounces', 'email|mail bounces|bounce', 'bounced emails|email'),
    ofProducts: false,
  },
  {
    types: ['unsubscribed'],
    label: 'unsubscribes',
    verb: phrase('hit|clicked|pressed unsubscribe'),
    noun: phrase('unsubscribes'),
    ofProducts: false,
  },
]

/** The kinds by what is done, and by what it is called. */
export const BY_VERB = EVENT_KINDS.map((kind) => [kind, kind.verb] as const)
export const BY_NOUN = EVENT_KINDS.map((kind) => [kind, kind.noun] as const)

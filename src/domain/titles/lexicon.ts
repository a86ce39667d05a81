/**
 * What job titles are written with. Everything is in lower case, `|` parts ways of writing the same; a title is
 * read by the longest stretch of its words that stands here. Who knows another way of writing something adds it.
 */

/** Short forms, written out before anything else is looked up. */
export const SHORT_FORMS: Readonly<Record<string, string>> = {
  vp: 'vice president',
  vps: 'vice president',
  svp: 'senior vice president',
  evp: 'executive vice president',
  avp: 'assistant vice president',
  rvp: 'regional vice president',
  ceo: 'chief executive officer',
  cfo: 'chief financial officer',
  cmo: 'chief marketing officer',
  coo: 'chief operating officer',
  cto: 'chief technology officer',
  cio: 'chief information officer',
  cro: 'chief revenue officer',
  ciso: 'chief information security officer',
  chro: 'chief human resources officer',
  clo: 'chief legal officer',
  cco: 'chief cco officer',
  cpo: 'chief cpo officer',
  cdo: 'chief cdo officer',
  cso: 'chief cso officer',
  cao: 'chief cao officer',
  cxo: 'chief officer',
  md: 'managing director',
  gm: 'general manager',
  ea: 'executive assistant',
  pa: 'personal assistant',
  sr: 'senior',
  snr: 'senior',
  jr: 'junior',
  mgr: 'manager',
  mngr: 'manager',
  dir: 'director',
  exec: 'executive',
  rep: 'representative',
  eng: 'engineering',
  ops: 'operations',
  mktg: 'marketing',
  hr: 'human resources',
  sdr: 'sales development representative',
  bdr: 'business development representative',
  ae: 'account executive',
  csm: 'customer success manager',
  bd: 'business development',
  bizdev: 'business development',
  dev: 'developer',
  swe: 'software engineer',
  sre: 'site reliability engineer',
  admin: 'administration',
  cofounder: 'co founder',
}

/** The five steps of a career, the lowest first: what "and up" counts in. */
export const LEVELS = ['IC', 'Manager', 'Director', 'VP', 'C-suite'] as const
export type Level = (typeof LEVELS)[number]

/** How the seniority column of data may write a level. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  IC: 'ic|individual contributor|individual contributors|specialist|staff|senior|junior|entry|entry level|entry-level|associate|training|intern|trainee|non-manager|non manager|employee',
  Manager:
    'manager|managers|lead|team lead|team leader|supervisor|senior manager|management|mid-level manager',
  Director:
    'director|directors|head|head of|head of department|senior director|director level|director-level',
  VP: 'vp|vps|v.p.|vice president|vice-president|svp|evp|vp level|vp-level',
  'C-suite':
    'c-suite|c suite|csuite|c-level|c level|clevel|cxo|chief|c-level executive|executive|exec|owner|founder|partner|president|board',
}

export interface RankWords {
  /** Its level; none for those who only help whom a title names. */
  readonly level: Level
  readonly words: string
  /** Whom it counts among as well: a senior vice president is a vice president. */
  readonly among?: string
}

/** Words for a rank. The first way of writing it is its name. */
export const RANKS: readonly RankWords[] = [
  { level: 'C-suite', words: 'chief' },
  { level: 'C-suite', words: 'founder|co founder|founding partner' },
  { level: 'C-suite', words: 'owner|business owner|proprietor' },
  { level: 'C-suite', words: 'president' },
  { level: 'C-suite', words: 'managing director' },
  { level: 'C-suite', words: 'managing partner' },
  { level: 'C-suite', words: 'chairman|chairwoman|chairperson|chair|vice chairman|vice chair' },
  { level: 'VP', words: 'vice president' },
  { level: 'VP', words: 'senior vice president', among: 'vice president' },
  { level: 'VP', words: 'executive vice president', among: 'vice president' },
  { level: 'VP', words: 'assistant vice president|associate vice president', among: 'vice president' },
  { level: 'VP', words: 'deputy vice president', among: 'vice president' },
  { level: 'Director', words: 'director|directors' },
  { level: 'Director', words: 'senior director|executive director', among: 'director' },
  { level: 'Director', words: 'associate director|assistant director|deputy director', among: 'director' },
  { level: 'Director', words: 'head of|head|heads of|heads|deputy head|deputy head of' },
  { level: 'Manager', words: 'manager|managers' },
  { level: 'Manager', words: 'senior manager|group manager', among: 'manager' },
  { level: 'Manager', words: 'associate manager|assistant manager|deputy manager', among: 'manager' },
  { level: 'Manager', words: 'general manager', among: 'manager' },
  { level: 'Manager', words: 'lead|team lead|team leader|leader' },
  { level: 'Manager', words: 'supervisor' },
  { level: 'Manager', words: 'chief of staff' },
  { level: 'Manager', words: 'controller|comptroller' },
  { level: 'IC', words: 'product manager|product owner' },
  { level: 'IC', words: 'project manager' },
  { level: 'IC', words: 'program manager|programme manager' },
  { level: 'IC', words: 'account manager' },
  { level: 'IC', words: 'engineer|engineers' },
  { level: 'IC', words: 'developer|developers|programmer' },
  { level: 'IC', words: 'architect|architects' },
  { level: 'IC', words: 'scientist|scientists' },
  { level: 'IC', words: 'analyst|analysts' },
  { level: 'IC', words: 'specialist|specialists|expert' },
  { level: 'IC', words: 'generalist|generalists' },
  { level: 'IC', words: 'coordinator|coordinators|co ordinator' },
  { level: 'IC', words: 'representative|representatives' },
  { level: 'IC', words: 'account executive|account executives' },
  { level: 'IC', words: 'associate|associates' },
  { level: 'IC', words: 'consultant|consultants' },
  { level: 'IC', words: 'advisor|adviser|advisors|advisers' },
  { level: 'IC', words: 'strategist|strategists' },
  { level: 'IC', words: 'designer|designers' },
  { level: 'IC', words: 'writer|copywriter|editor' },
  { level: 'IC', words: 'marketer|marketers|marketeer|marketeers' },
  { level: 'IC', words: 'recruiter|recruiters|sourcer' },
  { level: 'IC', words: 'accountant|accountants|bookkeeper' },
  { level: 'IC', words: 'buyer|buyers' },
  { level: 'IC', words: 'researcher|researchers' },
  { level: 'IC', words: 'agent|agents' },
  { level: 'IC', words: 'hacker' },
  { level: 'IC', words: 'business partner|people partner' },
]

/** Who helps somebody, or learns: whatever else their title names, they are not that. */
export const HELPERS: readonly string[] = [
  'assistant|assistants|secretary|receptionist',
  'intern|interns|internship|trainee|apprentice|working student|student|werkstudent',
]

/** Words behind which "to" names somebody else: "Assistant to the VP Sales". */
export const SERVING: readonly string[] =
  'assistant secretary advisor adviser aide support liaison staff partner deputy reporting consultant coach'.split(
    ' ',
  )

/**
 * Job functions. Compounds of two of them stand under what they are: who runs sales operations is no head of sales,
 * and product marketing is marketing. The first word is the name.
 */
export const FUNCTIONS: readonly string[] = [
  'sales|selling',
  'marketing|marketers|marketer|marketeers|product marketing|marketing operations|marketing analytics|customer marketing',
  'hr|human resources|people operations|people ops|people and culture|people team|people',
  'finance|financial|financial planning',
  'accounting|accountancy',
  'operations|operating|business operations|store operations',
  'revops|revenue operations|rev ops|sales operations|sales ops|sales enablement|revenue enablement|gtm operations',
  'engineering|eng|software engineering|product engineering|r and d|research and development|platform engineering',
  'data|analytics|data science|data engineering|business intelligence|bi',
  'security|infosec|information security|cybersecurity|cyber security|it security|security operations|security engineering|product security',
  'it|information technology|it operations',
  'product|product management|product operations',
  'legal|legal counsel|counsel|general counsel',
  'compliance',
  'design|ux|product design|ux design',
  'procurement|purchasing|sourcing',
  'customer success|customer success operations|client success',
  'support|customer support|customer service|customer care',
  'workplace|workplace experience|facilities',
  'food and beverage|f and b',
  'administration|administrative',
]

/** Small words, and those that say how far a job reaches: titles are alike without them. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'of the for and in a an to at on with our or person people role level officer officers global worldwide regional group corporate interim acting'.split(
    ' ',
  ),
)

/**
 * Other words for parts of a sentence that mean the same wherever they stand. Each line tries every wording that has
 * such a part in one more way: what is read in one order of words is to be read in another, too.
 */
export const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  ...swaps(/\bin the last (\d+) (days|weeks|months)\b/, {
    'over the past N': 'over the past $1 $2',
    'within the past N': 'within the past $1 $2',
    'during the last N': 'during the last $1 $2',
    'these last N': 'these last $1 $2',
    'the last N': 'the last $1 $2',
    'past N': 'past $1 $2',
    'in the previous N': 'in the previous $1 $2',
    'in the trailing N': 'in the trailing $1 $2',
    'at some point in the last N': 'at some point in the last $1 $2',
  }),
  ...swaps(/\bin the last (\d+) days\b/, {
    'in the last Nd': 'in the last $1d',
    lNd: 'l$1d',
    'last N d': 'last $1 d',
    'in the last N-day window': 'in the last $1-day window',
  }),
  ...swaps(/\bmore than (\d+)\b(?! day)/, {
    'over N': 'over $1',
    'upwards of N': 'upwards of $1',
    '>N': '>$1',
    'in excess of N': 'in excess of $1',
  }),
  ...swaps(/\bat least (\d+)\b/, {
    'N+': '$1+',
    'N or more': '$1 or more',
    'min N': 'min $1',
    'a minimum of N': 'a minimum of $1',
    'no fewer than N': 'no fewer than $1',
    'not under N': 'not under $1',
  }),
  ...swaps(/\btwice\b/, { 'two times': 'two times', '2x': '2x', 'on two occasions': 'on two occasions' }),
  ...swaps(/^((?:customers|people) who )?(bought)\b/, {
    purchased: '$1purchased',
    got: '$1got',
    'picked up': '$1picked up',
    grabbed: '$1grabbed',
    'have bought': '$1have bought',
    'went for': '$1went for',
    'shopped for': '$1shopped for',
    'ended up buying': '$1ended up buying',
  }),
  ...swaps(/\bnever (ordered|bought|opened|clicked|viewed|visited)\b/, {
    'have not ever': 'have not ever $1',
    'haven’t … once': 'haven’t $1 once',
    'have yet to': (done) => `have yet to ${INFINITIVES[done] ?? done}`,
    'did not ever': (done) => `did not ever ${INFINITIVES[done] ?? done}`,
    'at no point': 'at no point $1',
  }),
  ...swaps(/\bcustomers\b/, {
    people: 'people',
    folks: 'folks',
    contacts: 'contacts',
    clients: 'clients',
    shoppers: 'shoppers',
    users: 'users',
    everybody: 'everybody',
    anyone: 'anyone',
  }),
  ...swaps(/\$(\d+)\b/, {
    'N dollars': '$1 dollars',
    'N bucks': '$1 bucks',
    'USD N': 'USD $1',
    'N usd': '$1 usd',
    N$: '$1$$',
  }),
  ...swaps(/\bemail\b/, { 'e-mail': 'e-mail', mail: 'mail' }),
  ...swaps(
    /^(.+?) (in the last \d+ (?:days|weeks|months)|in (?:January|March|May|June|July|August|October|November)|this year|last month)$/,
    {
      'its time first': '$2, $1',
      'its time behind a comma': '$1, $2',
      'its time in brackets': '$1 ($2)',
    },
  ),
}

const INFINITIVES: Readonly<Record<string, string>> = {
  ordered: 'order',
  bought: 'buy',
  opened: 'open',
  clicked: 'click',
  viewed: 'view',
  visited: 'visit',
}

type Replacement = string | ((caught: string) => string)

/** One variant for each way in which what `of` catches is said, by what it is called in reports. */
function swaps(
  of: RegExp,
  as: Readonly<Record<string, Replacement>>,
): Readonly<Record<string, (text: string) => string>> {
  return Object.fromEntries(
    Object.entries(as).map(([name, by]) => [
      name,
      (text: string) =>
        typeof by === 'string' ? text.replace(of, by) : text.replace(of, (_, caught: string) => by(caught)),
    ]),
  )
}

import type { ProfileTree, Scored } from '#http/api.ts'
import { useDecided } from '../api/use-decided.ts'
import { useLoad } from '../api/use-load.ts'
import { askChat } from '../chat/ask-chat.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { useTitle } from '../shell/place.ts'
import { MakeAudience } from '../motions/make-audience.tsx'
import { DiscoverCard } from './suggestions/discover-card.tsx'
import { CornersCard } from './corners-card.tsx'
import { LazyBelowTree } from './lazy-below-tree.tsx'
import { useThresholds } from './thresholds.ts'
import { QualificationTree } from './tree.tsx'
import { freshnessWords, newProfilePath } from './words.ts'
import '../styles/profiles.css'

/** Whom we are looking for, and who of those we know it is: ICPs and personas with how many have which score. */
export function QualificationPage() {
  const { data, error, reload } = useLoad<ProfileTree>('/api/profiles')
  useTitle('Qualification')
  useDecided(reload)
  return (
    <div class="page">
      <h1>Qualification</h1>
      <p class="muted">
        Whom you are looking for: ICPs with the personas inside them. Every record gets the live ICP and the
        live persona under which it scores highest. New ones begin in the <a href="/">chat</a>, or are{' '}
        <a href={newProfilePath()}>built by hand</a>.
      </p>
      {error !== undefined ? (
        <ProblemCard title={error.message} next={error.detail.next} />
      ) : data === undefined ? (
        <Loading />
      ) : data.icps.length === 0 ? (
        <NoneYet scored={data.scored} />
      ) : (
        <Shown tree={data} />
      )}
      {data === undefined ? null : <DiscoverCard />}
    </div>
  )
}

function Shown({ tree }: { tree: ProfileTree }) {
  const live = tree.icps.filter(({ status }) => status === 'live')
  const entities = new Set(live.map(({ entity }) => entity))
  const scored = tree.scored.filter(({ entity }) => entities.has(entity))
  return (
    <>
      {scored.map((each) => (
        <p key={each.entity} class={each.behind || each.total === 0 ? 'warning' : 'muted'}>
          {entities.size === 1 ? '' : `${each.entity === 'company' ? 'Companies' : 'Customers'}: `}
          {each.total === 0 ? NOBODY[each.entity] : freshnessWords(each)}
        </p>
      ))}
      <QualificationTree tree={tree} />
      {live.length === 0 ? (
        <p class="muted">Nothing is scored yet: set an ICP live, and every record gets its score.</p>
      ) : (
        <Everybody of={entities.has('company') ? 'person' : 'customer'} />
      )}
      <LazyBelowTree companies={entities.has('company')} />
    </>
  )
}

function Everybody({ of }: { of: 'person' | 'customer' }) {
  const thresholds = useThresholds()
  return (
    <section class="card wide" aria-labelledby="corners-title">
      <h2 id="corners-title">
        {of === 'person' ? 'Right company, right person' : 'Right customer, right persona'}
      </h2>
      <CornersCard of={{ entity: of }} thresholds={thresholds} />
      <MakeAudience entity={of} thresholds={thresholds.settled} />
    </section>
  )
}

/** An ICP can be there before its data is. */
const NOBODY = {
  company: 'There are no companies in this workspace: import companies.csv and people.csv.',
  person: 'There are no people in this workspace: import people.csv.',
  customer: 'There are no customers in this workspace: import customers.csv.',
} as const satisfies Record<Scored['entity'], string>

/** What to say where nobody has said anything yet, by what there is to score. */
const SENTENCES = {
  company:
    'Build an ICP for SaaS companies with 51 to 500 employees, exclude agencies, prefer companies that are hiring',
  customer: 'Build an ICP of customers who ordered more than twice and spent over $200',
} as const

function NoneYet({ scored }: { scored: readonly Scored[] }) {
  const holds = (entity: Scored['entity']) => scored.some((each) => each.entity === entity && each.total > 0)
  const sentence = SENTENCES[holds('company') ? 'company' : 'customer']
  return (
    <section class="card" aria-label="No ICPs yet">
      <h2>There are no ICPs yet</h2>
      <p>
        An ICP (ideal customer profile) says which {holds('company') ? 'companies' : 'customers'} you want:
        what must hold, what must not, and what counts how much. Personas inside it say the same of{' '}
        {holds('company') ? 'the people who work there' : 'those customers'}. Each record then gets a score
        from 0 to 100.
      </p>
      <p>Say for example:</p>
      <p class="actions">
        <button type="button" onClick={() => askChat(sentence)}>
          {sentence}
        </button>
      </p>
      {holds('company') ? null : (
        <p class="muted">
          There are no companies and people in this workspace: import companies.csv and people.csv to look for
          them. Until then ICPs can be about customers.
        </p>
      )}
    </section>
  )
}

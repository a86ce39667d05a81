import { useState } from 'preact/hooks'
import type { CriteriaForms, DraftRequest, ProfileView } from '#http/api.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { EditingContext } from '../editor/editing.ts'
import { GroupEditor } from '../editor/group-editor.tsx'
import { type Branch, isBranch, put, toPlain } from '../editor/tree.ts'
import { DraftCard } from '../proposals/draft-card.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePlace } from '../shell/place.ts'
import { FitCount } from './fit-count.tsx'
import { NameFields, type Named } from './name-fields.tsx'
import { ParameterEditor } from './parameter-editor.tsx'
import { newParameter, parametersIn, parametersOf } from './parameters.ts'
import { useFit } from './use-fit.ts'
import { profilePath } from './words.ts'

type Of =
  /** One that is there. */
  | { readonly profile: ProfileView }
  | { readonly kind: 'icp' }
  | { readonly kind: 'persona'; readonly icp: ProfileView }

/** An ICP or a persona by hand: its name, and parameters whose criteria are built as a segment's are. */
export function ProfileEditor({ of }: { of: Of }) {
  const { data, error } = useLoad<CriteriaForms>('/api/criteria/forms')
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  return data === undefined ? <Loading /> : <Builder of={of} forms={data} />
}

function Builder({ of, forms }: { of: Of; forms: CriteriaForms }) {
  const { go } = usePlace()
  const profile = 'profile' in of ? of.profile : undefined
  const icp = 'icp' in of ? of.icp.id : profile?.icp?.id
  const [entity, setEntity] = useState(
    profile?.entity ?? ('icp' in of ? of.icp.personaEntity : ('company' as const)),
  )
  const [named, setNamed] = useState<Named>({
    name: profile?.name ?? '',
    code: profile?.code,
    goal: profile?.goal ?? '',
  })
  const [state, setState] = useState<Branch>(() => ({
    parameters: profile === undefined ? [newParameter('filter')] : parametersOf(toPlain(profile.parameters)),
  }))
  const [change, setChange] = useState<DraftRequest['change']>()
  const parameters = parametersIn(state)
  const { counted, problem, busy } = useFit(parameters, icp)
  const set = (path: Parameters<typeof put>[1], value: Parameters<typeof put>[2]) =>
    setState((before) => {
      const next = put(before, path, value)
      return isBranch(next) ? next : before
    })
  const add = (mode: 'filter' | 'exclude' | 'score') =>
    set(['parameters'], [...parameters, newParameter(mode)])

  const propose = (code: string) => {
    if (counted === undefined) return
    const content = { ...named, name: named.name.trim(), code, parameters: counted.parameters }
    setChange(
      profile !== undefined
        ? { kind: 'update_profile', profileId: profile.id, ...content }
        : icp === undefined
          ? { kind: 'create_icp', ...content }
          : { kind: 'create_persona', icpId: icp, ...content },
    )
  }

  return (
    <EditingContext.Provider
      value={{
        forms,
        problem,
        change: set,
        drawGroup: (node, path, inner) => <GroupEditor node={node} path={path} entity={inner} />,
      }}
    >
      <div class="editor">
        <div>
          <NameFields named={named} onChange={setNamed} />
          {'kind' in of && of.kind === 'icp' ? (
            <EntityChoice
              entity={entity}
              onChoose={(next) => {
                setEntity(next)
                // What was built is about the others.
                setState({ parameters: [newParameter('filter')] })
              }}
            />
          ) : null}
          {parameters.map((parameter, at) => (
            <ParameterEditor
              key={at}
              parameter={parameter}
              at={at}
              entity={entity}
              records={counted?.each[at]?.records}
            />
          ))}
          <div class="editor-add">
            <button type="button" onClick={() => add('filter')}>
              + Must
            </button>
            <button type="button" onClick={() => add('exclude')}>
              + Must not
            </button>
            <button type="button" onClick={() => add('score')}>
              + Scores
            </button>
          </div>
        </div>
        <FitCount
          counted={counted}
          problem={problem}
          busy={busy}
          nothing={parameters.length === 0}
          named={named}
          icp={icp}
          isNew={profile === undefined}
          onPropose={propose}
        />
      </div>
      {change === undefined ? null : (
        <Dialog
          title={profile === undefined ? `Create “${named.name}”` : `Update “${profile.name}”`}
          onClose={() => setChange(undefined)}
        >
          <DraftCard
            change={change}
            onDecided={({ state: decided, outcome }) => {
              setChange(undefined)
              const made = outcome?.['profileIds']
              if (decided === 'confirmed' && made !== undefined) go(profilePath(made))
            }}
          />
        </Dialog>
      )}
    </EditingContext.Provider>
  )
}

function EntityChoice({
  entity,
  onChoose,
}: {
  entity: ProfileView['entity']
  onChoose(entity: 'company' | 'customer'): void
}) {
  return (
    <fieldset class="choices">
      <legend>Whom is it about?</legend>
      {(['company', 'customer'] as const).map((each) => (
        <label key={each}>
          <input type="radio" name="entity" checked={entity === each} onChange={() => onChoose(each)} />{' '}
          {each === 'company' ? 'Companies' : 'Customers'}
        </label>
      ))}
    </fieldset>
  )
}

import type { Preview } from '#http/api.ts'
import { dateTime, members, number, share, subjectOf } from '../api/format.ts'
import { OwnLink } from '../shell/own-link.tsx'
import { Alternatives } from './alternatives.tsx'
import { ChangedFrom } from './changed-from.tsx'
import { freshness } from './freshness.tsx'
import { Funnel } from './funnel.tsx'
import { PerimeterFunnel } from './perimeter.tsx'
import { Receipt } from './receipt.tsx'
import { SampleTable } from './sample-table.tsx'

interface Props {
  readonly preview: Preview
  /** Says something in the conversation, where there is one. */
  readonly onSay?: ((text: string) => void) | undefined
}

/** What criteria mean and whom they reach: the same on a preview, a proposal and the page of a segment. */
export function PreviewBody({ preview, onSay }: Props) {
  return (
    <>
      <p class="headline">
        <strong class="count">{members(preview.count, preview.entity)}</strong>
        <span class="muted">
          {share(preview.count, preview.total)} of {number(preview.total)}
        </span>
      </p>
      {preview.perimeter === undefined ? <Words preview={preview} /> : null}
      <ChangedFrom preview={preview} />
      <Receipt spans={preview.receipt} assumptions={preview.assumptions} unasked={preview.unasked} />
      {preview.warnings.map((warning) => (
        <p key={warning.kind + warning.message} class="warning" role="note">
          Mind: {warning.message}
        </p>
      ))}
      {preview.perimeter === undefined ? (
        <Funnel preview={preview} />
      ) : (
        <PerimeterFunnel perimeter={preview.perimeter} />
      )}
      {preview.reachable === null || preview.perimeter !== undefined ? null : (
        <dl class="reach">
          <div>
            <dt>Reachable by e-mail</dt>
            <dd>{number(preview.reachable.email)}</dd>
          </div>
          <div>
            <dt>Reachable by SMS</dt>
            <dd>{number(preview.reachable.sms)}</dd>
          </div>
        </dl>
      )}
      <Alternatives preview={preview} onSay={onSay} />
      {preview.overlaps.length === 0 ? null : (
        <details>
          <summary>Overlap with your segments</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Segment</th>
                <th scope="col" class="figure">
                  In both
                </th>
                <th scope="col" class="figure">
                  Of this
                </th>
              </tr>
            </thead>
            <tbody>
              {preview.overlaps.map((overlap) => (
                <tr key={overlap.segmentId}>
                  <td>
                    <OwnLink to={`/segments/${overlap.segmentId}`}>{overlap.name}</OwnLink>
                  </td>
                  <td class="figure">{number(overlap.shared)}</td>
                  <td class="figure">{share(overlap.shared, preview.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {preview.sample.length === 0 ? null : (
        <details>
          <summary>Some of them</summary>
          <SampleTable samples={preview.sample} />
        </details>
      )}
      {preview.perimeter === undefined ? null : (
        <details>
          <summary>In one sentence</summary>
          <Words preview={preview} />
        </details>
      )}
      <details>
        <summary>SQL</summary>
        <pre class="sql">{preview.sql}</pre>
      </details>
      <p class="muted asof">
        Counted as of {dateTime(preview.asOf)}
        {freshness(preview.freshness)}
      </p>
    </>
  )
}

const Words = ({ preview }: { preview: Preview }) => (
  <p class="words">
    {subjectOf(preview.entity)} {preview.words}.
  </p>
)

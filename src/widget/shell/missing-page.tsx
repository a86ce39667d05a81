import { usePlace, useTitle } from './place.ts'

/** A link that leads nowhere: where else to go. */
export function MissingPage() {
  const { path } = usePlace()
  useTitle('Page not found')
  return (
    <div class="page">
      <h1>There is no page here</h1>
      <p>
        Nothing in Muster has the address <code>{path}</code>. The link may be cut short, or from somewhere
        else.
      </p>
      <ul>
        <li>
          <a href="/segments">Segments</a>: whom you have saved
        </li>
        <li>
          <a href="/qualification">Qualification</a>: whom you are looking for, and who it is
        </li>
        <li>
          <a href="/indicators">Indicators</a>: named facts about each customer
        </li>
        <li>
          <a href="/activity">Activity</a>: changes that wait, and those that were decided
        </li>
        <li>
          <a href="/">A new conversation</a>: ask for what you were looking for
        </li>
      </ul>
    </div>
  )
}

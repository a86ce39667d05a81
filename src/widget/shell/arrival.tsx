import { useEffect, useRef, useState } from 'preact/hooks'
import type { Route } from './route.ts'

/**
 * What browsers do when a page is loaded, and an app inside one page has to do itself: the keyboard begins at the new
 * page, and its title is read out. A link to the page comes first, before the menu and the conversations.
 */
export function Arrival({ route }: { route: Route }) {
  const [title, setTitle] = useState('')
  const page = pageOf(route)
  const before = useRef(page)
  useEffect(() => {
    // The first title is read by the browser.
    const onTitled = () => setTitle((last) => (last === '' && before.current === page ? '' : document.title))
    addEventListener('muster:titled', onTitled)
    return () => removeEventListener('muster:titled', onTitled)
  }, [])
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    const chat = route.page === 'new' || route.page === 'thread'
    // Whoever writes in the chat goes on writing when it becomes a page of its own.
    if (!chat || document.activeElement?.closest('.talk') == null) focusPage()
  }, [page])
  return (
    <>
      <a
        class="skip"
        href="#page"
        onClick={(event) => {
          event.preventDefault()
          focusPage()
        }}
      >
        Skip to the page
      </a>
      <p class="hidden" role="status">
        {title}
      </p>
    </>
  )
}

/** Tabs of one thing are one page. */
const pageOf = (route: Route): string => ('id' in route ? `${route.page} ${route.id}` : route.page)

const focusPage = () => document.getElementById('page')?.focus({ preventScroll: true })

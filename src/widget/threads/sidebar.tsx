import { useState } from 'preact/hooks'
import type { RenameThread, Thread } from '#http/api.ts'
import { sendJson } from '../api/client.ts'
import { ago } from '../api/format.ts'
import type { Loaded } from '../api/use-load.ts'

interface Props {
  readonly threads: Loaded<{ threads: readonly Thread[] }>
  readonly search: string
  readonly current: string | undefined
  onSearch(text: string): void
  onGo(path: string): void
}

/** The conversations: found, opened, renamed, deleted. */
export function ThreadList({ threads, search, current, onSearch, onGo }: Props) {
  const [renaming, setRenaming] = useState<string>()

  const rename = async (thread: Thread, title: string) => {
    setRenaming(undefined)
    if (title.trim() === '' || title.trim() === thread.title) return
    await sendJson('PATCH', `/api/threads/${thread.id}`, { title: title.trim() } satisfies RenameThread)
    threads.reload()
  }
  const remove = async (thread: Thread) => {
    if (!confirm(`Delete the conversation “${thread.title}”? Your segments stay as they are.`)) return
    await sendJson('DELETE', `/api/threads/${thread.id}`)
    threads.reload()
    if (thread.id === current) onGo('/')
  }

  return (
    <section class="threads" aria-label="Conversations">
      <input
        type="search"
        placeholder="Search conversations"
        aria-label="Search conversations"
        value={search}
        onInput={(event) => onSearch(event.currentTarget.value)}
      />
      <ul>
        {threads.data?.threads.map((thread) => (
          <li key={thread.id} class={thread.id === current ? 'current' : ''}>
            {renaming === thread.id ? (
              <input
                aria-label="New name"
                defaultValue={thread.title}
                ref={(field) => field?.focus()}
                onBlur={(event) => void rename(thread, event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') event.currentTarget.blur()
                  if (event.key === 'Escape') setRenaming(undefined)
                }}
              />
            ) : (
              <>
                <a
                  href={`/threads/${thread.id}`}
                  title={thread.title}
                  aria-current={thread.id === current ? 'page' : undefined}
                >
                  <span dir="auto">{thread.title}</span>
                  <small class="muted">{ago(thread.updatedAt)}</small>
                </a>
                <div>
                  <button
                    type="button"
                    class="quiet"
                    aria-label={`Rename ${thread.title}`}
                    title="Rename"
                    onClick={() => setRenaming(thread.id)}
                  >
                    ✎
                  </button>
                  <button
                    type="button"
                    class="quiet"
                    aria-label={`Delete ${thread.title}`}
                    title="Delete"
                    onClick={() => void remove(thread)}
                  >
                    ✕
                  </button>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      {threads.data?.threads.length === 0 && search !== '' ? <p class="muted">Nothing found.</p> : null}
    </section>
  )
}

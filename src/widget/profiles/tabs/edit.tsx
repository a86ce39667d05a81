import type { ProfileView } from '#http/api.ts'
import { LazyProfileEditor } from '../lazy-profile-editor.tsx'
import type { ProfileTab } from './define.ts'

/** All of it, to change by hand. */
function Edit({ profile }: { readonly profile: ProfileView }) {
  return <LazyProfileEditor of={{ profile }} />
}

export const edit: ProfileTab = { id: 'edit', label: 'Edit by hand', Panel: Edit }

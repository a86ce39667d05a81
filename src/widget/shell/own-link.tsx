import type { ComponentChildren } from 'preact'
import { useHome } from '../api/home.ts'

interface Props {
  /** The path of a page of Muster. */
  readonly to: string
  readonly class?: string
  readonly children: ComponentChildren
}

/** A link to a page of Muster: followed in place in the web app, opened in a tab of its own from other pages. */
export function OwnLink({ to, children, ...rest }: Props) {
  const { origin } = useHome()
  const elsewhere = origin === '' ? {} : { target: '_blank', rel: 'noopener' }
  return (
    <a href={origin + to} {...elsewhere} {...rest}>
      {children}
    </a>
  )
}

import { lexer, type Token, type Tokens } from 'marked'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { OwnLink } from '../shell/own-link.tsx'
import { OWN_PAGE } from './own-page.ts'

/**
 * A model's text as formatted text. It is untrusted and never becomes HTML: what is listed in `shapeOf` gets its
 * shape, and of everything else (tags, images, links to other sites) the words are shown.
 */
export function Markdown({ text }: { text: string }) {
  return <div class="markdown">{useMemo(() => shapesOf(text), [text])}</div>
}

export const shapesOf = (text: string): ComponentChildren => all(lexer(text, { gfm: true, breaks: true }))

const all = (tokens: readonly Token[] = []): ComponentChildren[] => tokens.map(shapeOf)

function shapeOf(token: Token): ComponentChildren {
  const inside = () =>
    'tokens' in token && token.tokens !== undefined ? all(token.tokens) : 'text' in token ? token.text : ''
  switch (token.type) {
    case 'paragraph':
      return <p>{inside()}</p>
    case 'strong':
      return <strong>{inside()}</strong>
    case 'em':
      return <em>{inside()}</em>
    case 'codespan':
      return <code>{token.text}</code>
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      )
    case 'heading':
      return token.depth > 3 ? <h4>{inside()}</h4> : <h3>{inside()}</h3>
    case 'list':
      return <List ordered={token.ordered} start={token.start} items={token.items} />
    case 'table':
      return <Table header={token.header} rows={token.rows} />
    case 'link':
      return OWN_PAGE.test(token.href) ? <OwnLink to={token.href}>{inside()}</OwnLink> : inside()
    case 'br':
      return <br />
    case 'space':
    case 'hr':
    case 'def':
      return null
    default:
      return inside()
  }
}

function List({ ordered, start, items }: Pick<Tokens.List, 'ordered' | 'start' | 'items'>) {
  const lines = items.map(({ tokens }) => <li>{all(tokens)}</li>)
  return ordered ? <ol {...(start === '' ? {} : { start })}>{lines}</ol> : <ul>{lines}</ul>
}

function Table({ header, rows }: Pick<Tokens.Table, 'header' | 'rows'>) {
  return (
    <table>
      <thead>
        <tr>
          {header.map(({ tokens }) => (
            <th scope="col">{all(tokens)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr>
            {cells.map(({ tokens }) => (
              <td>{all(tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

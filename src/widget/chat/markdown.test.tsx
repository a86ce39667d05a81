import type { ComponentChildren } from 'preact'
import { expect, test } from 'vitest'
import { OwnLink } from '../shell/own-link.tsx'
import { shapesOf } from './markdown.tsx'

/** What would stand in the page, with components called as Preact calls them. */
function drawn(children: ComponentChildren): string {
  if (Array.isArray(children)) return children.map(drawn).join('')
  if (children === null || children === undefined || typeof children === 'boolean') return ''
  if (typeof children !== 'object') return String(children).replaceAll('<', '&lt;')
  if (!('props' in children)) return ''
  const { type, props } = children
  const { children: inside, ...rest } = props
  if (type === OwnLink) return `<a href=${props.to}>${drawn(inside)}</a>`
  if (typeof type === 'function') return drawn(Reflect.apply(type, undefined, [props]))
  const attributes = Object.entries(rest).map(([name, value]) => ` ${name}=${String(value)}`)
  return `<${type}${attributes.join('')}>${drawn(inside)}</${type}>`
}

test.for([
  ['**1,234** people, *counted* now', '<p><strong>1,234</strong> people, <em>counted</em> now</p>'],
  ['one\ntwo', '<p>one<br></br>two</p>'],
  ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
  ['3. a\n4. b', '<ol start=3><li>a</li><li>b</li></ol>'],
  ['# Top\n#### Low', '<h3>Top</h3><h4>Low</h4>'],
  ['`SELECT 1`', '<p><code>SELECT 1</code></p>'],
  [
    '|a|b|\n|-|-|\n|1|2|',
    '<table><thead><tr><th scope=col>a</th><th scope=col>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
  ],
  ['[it](/segments/x)', '<p><a href=/segments/x>it</a></p>'],
] as const)('%s', ([text, shown]) => {
  expect(drawn(shapesOf(text))).toBe(shown)
})

test.for([
  '[go](https://evil.example)',
  '[go](//evil.example)',
  '[go](javascript:alert(1))',
  '![go](https://evil.example/pixel.png)',
  'https://evil.example',
  '<a href="https://evil.example">go</a>',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
] as const)('%s is words and nothing else', (text) => {
  const shown = drawn(shapesOf(text))
  expect(shown).not.toMatch(/<(?!p>|\/p>)/)
})

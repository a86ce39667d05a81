import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/** What a page may weigh before anybody can ask, in bytes, gzipped. */
const LIMIT = 90_000

/**
 * Says what is loaded before anybody can ask (`what`: entries with all they import, their styles, `more`) and fails the
 * build above the limit.
 */
export function firstLoad({
  what,
  more = [],
}: {
  readonly what: string
  readonly more?: readonly string[]
}): Plugin {
  return {
    name: 'muster:first-load',
    writeBundle(_options, bundle) {
      const files = new Set([...eager(bundle), ...more])
      const weight = [...files].reduce((sum, file) => sum + gzipSync(contentOf(bundle[file])).length, 0)
      process.stdout.write(
        `${what}: ${(weight / 1000).toFixed(1)} kB gzip before lazy parts (at most ${LIMIT / 1000})\n`,
      )
      if (weight > LIMIT)
        this.error(`${what} is over its limit: load what is not needed at once with import()`)
    },
  }
}

function eager(bundle: Rolldown.OutputBundle): readonly string[] {
  const seen = new Set<string>()
  const take = (name: string) => {
    const file = bundle[name]
    if (seen.has(name) || file === undefined) return
    seen.add(name)
    if (file.type === 'chunk') file.imports.forEach(take)
  }
  for (const [name, file] of Object.entries(bundle)) if (file.type === 'chunk' && file.isEntry) take(name)
  // Styles of lazy parts come with them.
  const styles = [...seen].flatMap((name) => {
    const file = bundle[name]
    return file?.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : []
  })
  return [...seen, ...styles, ...Object.keys(bundle).filter((name) => name.endsWith('.html'))]
}

function contentOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): Buffer {
  if (file === undefined) return Buffer.alloc(0)
  return Buffer.from(file.type === 'chunk' ? file.code : file.source)
}

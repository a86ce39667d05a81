import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { firstLoad } from '../first-load.ts'
import { precompress } from '../precompress.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The element for other pages, beside the files of the web app: `widget.js` and what it loads. */
export default defineConfig({
  root: here('.'),
  // Relative to the files themselves: they are loaded into pages of other origins.
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  css: { postcss: { plugins: [ownRem()] } },
  build: {
    outDir: here('../../../dist/web'),
    emptyOutDir: false,
    assetsInlineLimit: 0,
    // Those that know light-dark() themselves: what stands in for it asks what the page around says of its root.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // It would write into the head of the page.
    modulePreload: false,
    rolldownOptions: {
      input: here('element.tsx'),
      output: { entryFileNames: 'assets/embed-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
  plugins: [ownZod(), loader(), precompress(), firstLoad({ what: 'The widget', more: ['widget.js'] })],
  logLevel: 'warn',
})

/** `widget.js`, which keeps its name and names the element's file of this build. */
function loader(): Plugin {
  return {
    name: 'muster:loader',
    generateBundle(_options, bundle) {
      const element = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
      if (element === undefined) this.error('The element was not built')
      const source = readFileSync(here('loader.js'), 'utf8').replace('ELEMENT', element.fileName)
      this.emitFile({ type: 'asset', fileName: 'widget.js', source })
    },
  }
}

/** Zod keeps its settings where other copies of it share them: those of the page are none of ours, nor ours the page's. */
function ownZod(): Plugin {
  return {
    name: 'muster:own-zod',
    transform(code, id) {
      if (!/zod\/v4\/core\/(?:core|registries)\.js$/.test(id)) return null
      if (!code.includes('globalThis')) this.error(`${id} shares nothing any more: this plugin can go`)
      return { code: `const ours = {};\n${code.replaceAll('globalThis', 'ours')}`, map: null }
    },
  }
}

/** A rem is of the page around the element: `--rem` is the element's own. */
function ownRem() {
  return {
    postcssPlugin: 'muster:own-rem',
    Declaration(declaration: { value: string }) {
      if (!declaration.value.includes('rem')) return
      declaration.value = declaration.value.replaceAll(/(-?[\d.]+)rem\b/g, 'calc($1 * var(--rem))')
    },
  }
}

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { firstLoad } from './first-load.ts'
import { precompress } from './precompress.ts'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // Everything stays a file of its own: the content security policy forbids inline scripts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  plugins: [precompress(), firstLoad({ what: 'The web app' })],
  logLevel: 'warn',
})

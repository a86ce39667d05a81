import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { PACKAGE_FOLDER, ROOT } from './contents.ts'

/**
 * The server as JavaScript: Node strips the types of its own files, but not of those in `node_modules`. Each module
 * stays a file at the place that it has here, since some find others from where they are: worker threads, texts, the
 * web app.
 */
export default defineConfig({
  root: fileURLToPath(ROOT),
  publicDir: false,
  build: {
    ssr: true,
    outDir: fileURLToPath(PACKAGE_FOLDER),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: ['src/cli/bin.js', ...globSync('src/domain/**/*.worker.ts', { cwd: ROOT })],
      output: {
        preserveModules: true,
        preserveModulesRoot: fileURLToPath(ROOT),
        // Data of other packages is read into ours; a folder of the name `node_modules` is never packed.
        entryFileNames: ({ name }) => `${name.replace(/^.*node_modules\//, 'data/')}.js`,
      },
    },
  },
  logLevel: 'warn',
})

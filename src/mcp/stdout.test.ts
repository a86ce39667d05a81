import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('what is printed goes to stderr; only the stream that was answered reaches stdout', () => {
  const program = `
    import { reserveStdout } from ${JSON.stringify(new URL('./stdout.ts', import.meta.url).href)}
    const protocol = reserveStdout()
    console.log('stray')
    process.stdout.write('stray too\\n')
    protocol.write('{"jsonrpc":"2.0"}\\n')
  `
  const child = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program])
  expect(child.stdout.toString()).toBe('{"jsonrpc":"2.0"}\n')
  expect(child.stderr.toString()).toBe('stray\nstray too\n')
})

import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, musterHome } from './muster.fixture.ts'

const home = musterHome()

beforeAll(async () => {
  const file = (name: string, ...lines: string[]) => {
    writeFileSync(join(home.folder, name), lines.join('\n'))
    return join(home.folder, name)
  }
  const yesterday = new Date(Date.now() - 24 * 3600 * 1000).toISOString()
  const { code, err } = await home.run([
    'import',
    // One of five: of more than a quarter of everybody the count would have to be typed too.
    file(
      'customers.csv',
      'id,email',
      ...['c1', 'c2', 'c3', 'c4', 'c5'].map((id) => `${id},${id}@example.com`),
    ),
    file(
      'orders.csv',
      'id,customer_id,ordered_at,status,total,currency',
      `o1,c1,${yesterday},paid,600,USD`,
      `o2,c2,${yesterday},paid,60,USD`,
    ),
  ])
  if (code !== 0) throw new Error(err)
})
afterAll(() => home.clean())

/** Runs a command at a pseudo-terminal and answers its prompts in turn. */
function atTerminal(args: readonly string[], answers: readonly Answer[]) {
  return new Promise<{ code: number | null; shown: string }>((resolve, reject) => {
    const command = [...home.command, ...args].map((word) => `'${word}'`).join(' ')
    const child = spawn('script', ['-qec', command, '/dev/null'], { env: home.env })
    const waiting = [...answers]
    let shown = ''
    let unread = ''
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString()
      unread += chunk.toString()
      const [next] = waiting
      if (next === undefined || !unread.includes(next[0])) return
      waiting.shift()
      unread = ''
      child.stdin.write(`${next[1]}\r`)
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, shown }))
  })
}

async function draft(name: string): Promise<string> {
  const request = `create a segment of customers who spent more than $500 in the last 90 days called ${name}`
  const { out, code, err } = await home.run(['ask', '--json', request])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const id: unknown = JSON.parse(out).proposals[0].id
  return String(id)
}

describe('muster confirm', () => {
  it('refuses without a terminal, and changes nothing', async () => {
    const id = await draft('Piped')
    const { code, err } = await home.spawn(['confirm', id])
    expect(code).toBe(1)
    expect(err).toContain('Only a human at a terminal can do this; nothing was changed')
    const { out } = await home.run(['segments', 'Piped', '--json'])
    expect(JSON.parse(out)).toEqual([])
  })

  it('asks for a passphrase, set at the first time, and makes the segment', async () => {
    const id = await draft('By hand')
    const { code, shown } = await atTerminal(
      ['confirm', id],
      [
        ['Your name', 'Ana'],
        ['New passphrase', 'four quiet green kettles'],
        ['The same again', 'four quiet green kettles'],
      ],
    )
    expect(shown).toContain('Customers who spent more than $500 in the last 90 days.')
    expect(shown).toContain('Confirmed:')
    expect(shown).not.toContain('four quiet green kettles')
    expect(code).toBe(0)
    const { out } = await home.run(['segments', 'By hand', '--json'])
    expect(JSON.parse(out)).toMatchObject([{ name: 'By hand', version: 1 }])
  })

  it('refuses a wrong passphrase, and a second confirmation', async () => {
    const id = await draft('Again')
    const wrong = await home.answer(['confirm', id], [['Passphrase of Ana', 'open sesame']])
    expect(wrong.err).toContain('The passphrase is wrong; nothing was changed')
    expect(wrong.code).toBe(1)
    const right: readonly Answer[] = [['Passphrase of Ana', 'four quiet green kettles']]
    expect((await home.answer(['confirm', id], right)).code).toBe(0)
    const second = await home.answer(['confirm', id], right)
    expect(second.err).toContain('already confirmed')
    expect(second.code).toBe(1)
  })
})

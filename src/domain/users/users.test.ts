import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenWriter, openWriter } from '#db/open.ts'
import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import { ConflictError, InputError, NotFoundError } from '#kernel/errors.ts'
import { countingIds } from '#kernel/ids.ts'
import type { WriteContext } from '../writer/operation.ts'
import { hashPassphrase, verifyPassphrase } from './passphrase.ts'
import { findSession, findUserByEmail, listUsers, passphraseHash } from './read.ts'
import { addUser, setEmail, setPassphrase } from './roster.ts'
import { mayActAs } from './schema.ts'
import { CODE_SECONDS, createSigninCode, endSession, redeemSigninCode, SESSION_SECONDS } from './signin.ts'

const terminal: Actor = { userId: null, name: 'operator', surface: 'terminal', session: null }
// Far below the real cost, so that tests stay quick.
const CHEAP = { N: 2 ** 10, r: 8, p: 1 }

let folder: string
let writer: OpenWriter
let ctx: WriteContext
let now: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-users-'))
  writer = openWriter(join(folder, 'muster.db'))
  now = 1_760_000_000
  ctx = { writer, clock: { now: () => now }, ids: countingIds(), progress: () => undefined }
})
afterEach(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

const actions = () =>
  writer.all(query.selectFrom('log').select(['action', 'subject'])).map((row) => ({ ...row }))
const firstSignIn = async () => {
  const { code } = await createSigninCode(ctx, { userId: null })
  return redeemSigninCode(ctx, { code, name: ' Ada ' })
}

describe('signing in', () => {
  test('the first code makes the first approver and a session', async () => {
    const { token, userId } = await firstSignIn()
    expect(findSession(writer, token, now)).toMatchObject({
      user: { id: userId, name: 'Ada', role: 'approver', hasPassphrase: false },
      expiresAt: now + SESSION_SECONDS,
    })
    expect(actions()).toEqual([{ action: 'sign_in', subject: userId }])
  })

  test('neither code nor token is stored', async () => {
    const { code } = await createSigninCode(ctx, { userId: null })
    const { token } = await redeemSigninCode(ctx, { code })
    const everything = JSON.stringify([
      writer.all(query.selectFrom('signin_codes').selectAll()),
      writer.all(query.selectFrom('sessions').selectAll()),
      writer.all(query.selectFrom('log').selectAll()),
    ])
    expect(everything).not.toContain(code)
    expect(everything).not.toContain(token)
  })

  test('a code works once', async () => {
    const { code } = await createSigninCode(ctx, { userId: null })
    await redeemSigninCode(ctx, { code })
    expect(() => redeemSigninCode(ctx, { code })).toThrow(InputError)
  })

  test('a code ends after 15 minutes, to the second', async () => {
    const { code } = await createSigninCode(ctx, { userId: null })
    now += CODE_SECONDS
    expect(() => redeemSigninCode(ctx, { code })).toThrow('not valid any more')
    now -= 1
    expect(redeemSigninCode(ctx, { code })).toHaveProperty('token')
  })

  test('there is one first sign-in, however many codes were made for it', async () => {
    const { code } = await createSigninCode(ctx, { userId: null })
    await firstSignIn()
    expect(() => redeemSigninCode(ctx, { code })).toThrow(ConflictError)
    expect(() => createSigninCode(ctx, { userId: null })).toThrow(ConflictError)
    expect(listUsers(writer)).toHaveLength(1)
  })

  test('a code for somebody signs them in, in their role', async () => {
    await firstSignIn()
    const { userId } = await addUser(ctx, { name: 'Bo', email: null, role: 'editor', actor: terminal })
    const { code } = await createSigninCode(ctx, { userId })
    const { token } = await redeemSigninCode(ctx, { code, name: 'Mallory' })
    expect(findSession(writer, token, now)?.user).toMatchObject({ name: 'Bo', role: 'editor' })
    expect(() => createSigninCode(ctx, { userId: 'usr_nobody' })).toThrow(NotFoundError)
  })

  test('sessions end: by themselves and by signing out', async () => {
    const { token } = await firstSignIn()
    expect(findSession(writer, token, now + SESSION_SECONDS - 1)).toBeDefined()
    expect(findSession(writer, token, now + SESSION_SECONDS)).toBeUndefined()
    await endSession(ctx, { token, actor: terminal })
    await endSession(ctx, { token, actor: terminal })
    expect(findSession(writer, token, now)).toBeUndefined()
    expect(actions().map(({ action }) => action)).toEqual(['sign_in', 'sign_out'])
  })
})

describe('e-mails', () => {
  test('name one user, in whatever case, and can change', async () => {
    const { userId } = await firstSignIn()
    await setEmail(ctx, { userId, email: ' Ada@Shop.example', actor: terminal })
    expect(findUserByEmail(writer, 'ada@SHOP.example ')).toMatchObject({
      id: userId,
      email: 'Ada@Shop.example',
    })
    const bo = { name: 'Bo', email: 'ADA@shop.example', role: 'editor', actor: terminal } as const
    expect(() => addUser(ctx, bo)).toThrow('Ada has this e-mail already')
    await setEmail(ctx, { userId, email: 'ada@other.example', actor: terminal })
    expect(addUser(ctx, bo)).toHaveProperty('userId')
    expect(() => findUserByEmail(writer, 'nobody@shop.example')).toThrow(NotFoundError)
  })

  test('what is none is refused', async () => {
    const { userId } = await firstSignIn()
    for (const email of ['', 'ada', 'a b@shop.example', '@shop.example']) {
      expect(() => setEmail(ctx, { userId, email, actor: terminal })).toThrow(InputError)
    }
    expect(listUsers(writer)[0]?.email).toBeNull()
  })
})

describe('passphrases', () => {
  test('the right one is accepted, others are not', async () => {
    const { userId } = await firstSignIn()
    const hash = await hashPassphrase('correct horse battery', CHEAP)
    await setPassphrase(ctx, { userId, hash, actor: terminal })
    const stored = passphraseHash(writer, userId) ?? ''
    await expect(verifyPassphrase('correct horse battery', stored)).resolves.toBe(true)
    await expect(verifyPassphrase('correct horse batterz', stored)).resolves.toBe(false)
    await expect(verifyPassphrase('', stored)).resolves.toBe(false)
    expect(actions().at(-1)).toEqual({ action: 'set_passphrase', subject: userId })
  })

  test('the same passphrase has another hash each time, and the cost stands in it', async () => {
    const [a, b] = await Promise.all([
      hashPassphrase('eight chars', CHEAP),
      hashPassphrase('eight chars', CHEAP),
    ])
    expect(a).not.toBe(b)
    expect(a).toMatch(/^scrypt\$1024\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
  })

  test('keyboards that compose accents differently give the same passphrase', async () => {
    const hash = await hashPassphrase('Grüße an alle', CHEAP)
    await expect(verifyPassphrase('Gru\u0308ße an alle', hash)).resolves.toBe(true)
  })

  test('short ones and broken hashes are refused', async () => {
    await expect(hashPassphrase('short', CHEAP)).rejects.toThrow(InputError)
    await expect(verifyPassphrase('anything', 'plain')).resolves.toBe(false)
  })
})

test('an approver may do all, a viewer may look', () => {
  expect(mayActAs('approver', 'editor')).toBe(true)
  expect(mayActAs('editor', 'approver')).toBe(false)
  expect(mayActAs('viewer', 'viewer')).toBe(true)
})

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { InputError } from '#kernel/errors.ts'

const MIN_LENGTH = 8
const MAX_LENGTH = 512
const KEY_BYTES = 32

interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** OWASP's password storage advice for scrypt: 128 MiB of memory for each try. */
const COST: Cost = { N: 2 ** 17, r: 8, p: 1 }

/** `scrypt$131072$8$1$<salt>$<key>`: the cost stands beside the key, so that it can rise later. */
export async function hashPassphrase(passphrase: string, cost = COST): Promise<string> {
  if (passphrase.length < MIN_LENGTH || passphrase.length > MAX_LENGTH) {
    throw new InputError(`A passphrase has ${MIN_LENGTH} to ${MAX_LENGTH} characters`, {
      next: 'Choose a few words that only you would put together.',
      path: ['passphrase'],
    })
  }
  const salt = randomBytes(16)
  const key = await derive(passphrase, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** False for anything but the passphrase that was hashed; the time taken does not tell how near it was. */
export async function verifyPassphrase(passphrase: string, stored: string): Promise<boolean> {
  const [scheme, n, r, p, salt, key] = stored.split('$')
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false
  const cost = { N: Number(n), r: Number(r), p: Number(p) }
  const expected = Buffer.from(key, 'base64url')
  const derived = await derive(passphrase, Buffer.from(salt, 'base64url'), cost)
  return expected.length === derived.length && timingSafeEqual(expected, derived)
}

// NFC, since the same passphrase can be typed as different code points on different keyboards.
const derive = (passphrase: string, salt: Buffer, cost: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const maxmem = 2 * 128 * cost.N * cost.r
    scrypt(passphrase.normalize('NFC'), salt, KEY_BYTES, { ...cost, maxmem }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })

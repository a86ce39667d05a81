import { expect, test } from 'vitest'
import { databasePath } from './database-path.ts'

test.for(['postgres://user:secret@host/db', 'muster.db', '', 'sqlite:', 'http://x'])(
  'DATABASE_URL=%s is not understood, and no password is repeated',
  (url) => {
    expect(() => databasePath(url)).toThrow(
      expect.objectContaining({
        code: 'config',
        message: expect.not.stringContaining('secret'),
        next: expect.stringContaining('sqlite:PATH'),
      }),
    )
  },
)

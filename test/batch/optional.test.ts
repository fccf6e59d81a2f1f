import { expect, test } from 'vitest'
import { optional } from '../../src/errors.ts'

test('a package that is not installed is said in one line with its remedy', async () => {
  const missing: string = 'no-such-package'
  await expect(optional('parquet', 'hyparquet-writer', () => import(missing))).rejects.toMatchObject({
    code: 'not-installed',
    message: 'parquet needs a package that is not installed: npm install hyparquet-writer',
  })
})

test('what is wrong inside a package is not hidden', async () => {
  await expect(optional('parquet', 'x', () => Promise.reject(new TypeError('broken')))).rejects.toThrow(TypeError)
})

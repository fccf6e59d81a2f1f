import { expect, test } from 'vitest'
import { ifInstalled, optional } from '../../src/errors.ts'

test('a package that is not installed is said in one line with its remedy', async () => {
  const missing: string = 'no-such-package'
  await expect(optional('parquet', 'hyparquet-writer', () => import(missing))).rejects.toMatchObject({
    code: 'not-installed',
    message: 'parquet needs a package that is not installed: npm install hyparquet-writer',
  })
})

test('native code that does not run on this machine is said with its reason, and a package is asked for as if it were missing', async () => {
  const cause = new Error('Could not load the module\nusing the linux-x64 runtime')
  const lacking = optional('a picture', 'sharp', () => Promise.reject(cause))
  await expect(lacking).rejects.toMatchObject({
    code: 'not-installed',
    message:
      'a picture needs a package that does not load (Could not load the module using the linux-x64 runtime): npm install sharp',
    cause,
  })
  await expect(ifInstalled(lacking, null)).resolves.toBeNull()
})

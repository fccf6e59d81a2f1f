import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PICTURES, pictureFile, pictureOf } from './pictures.ts'

test.each(PICTURES)('the cells of "%s" stand where they were accepted (npm run accept)', async name => {
  expect(existsSync(pictureFile(name)), 'nothing accepted yet: npm run accept').toBe(true)
  expect(await pictureOf(name)).toBe(readFileSync(pictureFile(name), 'utf8'))
})

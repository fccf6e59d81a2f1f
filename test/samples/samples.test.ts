import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentSchema, extractDocument } from '../../src/index.ts'
import { expectationOf } from './expectation.ts'

const samples = new URL('../../samples/', import.meta.url)
const list = readFileSync(new URL('README.md', samples), 'utf8')

describe.each(readdirSync(samples).filter(file => file.endsWith('.pdf')))('%s', file => {
  const bytes = readFileSync(new URL(file, samples))

  test('is listed with its checksum in samples/README.md', () => {
    expect(list).toContain(`\`${file}\``)
    expect(list).toContain(createHash('sha256').update(bytes).digest('hex'))
  })

  test('gives what was accepted (npm run accept)', async () => {
    const document = await extractDocument(bytes, { file })
    for (const [name, text] of Object.entries(expectationOf(document))) {
      const path = new URL(`../expected/${basename(file, '.pdf')}/${name}`, import.meta.url)
      expect(existsSync(path), `nothing accepted yet for ${file}: npm run accept`).toBe(true)
      expect(text).toBe(readFileSync(path, 'utf8'))
    }
  })

  test('is the same whatever the order of runs, and its bytes stay untouched', async () => {
    const copy = Uint8Array.from(bytes)
    const [first, second] = [await extractDocument(bytes, { file }), await extractDocument(bytes, { file })]
    expect(second).toEqual(first)
    expect(documentSchema.parse(first)).toEqual(first)
    expect(Buffer.from(copy).equals(bytes)).toBe(true)
  })
})

import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeDocument } from '../../src/batch/files.ts'
import { verdictOf } from '../../src/batch/outcome.ts'
import { documentSchema, extractDocument } from '../../src/index.ts'
import { generatedBudget } from '../make/archive.ts'

test('a file that cannot be made costs that file: the others are written, and document.json tells', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-files-'))
  const document = await extractDocument(generatedBudget(1).bytes, { file: 'a.pdf' })
  const [first, ...others] = document.tables
  // What a mistake of ours would leave behind the contract: a column without its header path.
  const broken = { ...document, tables: [{ ...first, columns: [{ index: 0 }] } as never, ...others] }
  const written = writeDocument(folder, broken)
  expect(written.findings.slice(document.findings.length)).toMatchObject([
    { code: 'internal-fault', table: first?.id, message: { en: expect.stringContaining('our mistake: writing of 1-') } },
  ])
  expect(verdictOf(written)).toEqual({ status: 'partial', message: '1 mistake of ours, the rest is whole' })
  expect(JSON.parse(readFileSync(join(folder, 'document.json'), 'utf8')).findings).toEqual(written.findings)
  const names = ['1-部门收支总表.csv', '1-2-部门支出总表.csv', 'facts.csv', 'checks.csv', 'reconciliation.md']
  expect(names.map(name => existsSync(join(folder, name)))).toEqual([false, true, true, true, true])
})

test('a document that was written is what was given', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-files-'))
  const document = await extractDocument(generatedBudget(2).bytes, { file: 'a.pdf' })
  expect(writeDocument(folder, document)).toBe(document)
  expect(documentSchema.parse(JSON.parse(readFileSync(join(folder, 'document.json'), 'utf8')))).toEqual(document)
})

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inputsOf } from '../../src/batch/inputs.ts'

const base = mkdtempSync(join(tmpdir(), 'yusuan-inputs-'))
for (const folder of ['甲/子', '乙', '空']) mkdirSync(join(base, folder), { recursive: true })
for (const file of ['甲/预算.pdf', '甲/子/决算.PDF', '乙/预算.pdf', '甲/note.txt', '甲/[1].pdf'])
  writeFileSync(join(base, file), '')

const seen = (...args: string[]) => inputsOf(args, base).map(({ file, name, problem }) => [file, name, problem])

test('a folder gives its PDFs at any depth, whatever the case of the ending', () => {
  expect(seen('甲').sort()).toEqual([
    [join('甲', '[1].pdf'), '[1]', null],
    [join('甲', '子', '决算.PDF'), '决算', null],
    [join('甲', '预算.pdf'), '预算', null],
  ])
})

test('a glob gives its matches; brackets in the name of a file are no glob', () => {
  expect(seen('*/预算.pdf').map(([, , problem]) => problem)).toEqual([null, null])
  expect(seen('甲/[1].pdf')).toEqual([['甲/[1].pdf', '[1]', null]])
})

test('what macOS leaves behind is no document, unless it is given by its name', () => {
  mkdirSync(join(base, '丙', '__MACOSX'), { recursive: true })
  for (const file of ['丙/._预算.pdf', '丙/__MACOSX/决算.pdf', '丙/._公开.zip']) writeFileSync(join(base, file), '')
  for (const argument of ['丙', '丙/*.pdf', '丙/**/*.pdf'])
    expect(seen(argument).map(([, , problem]) => problem)).toContainEqual(expect.stringMatching(/^no PDF/))
  expect(seen('丙/._预算.pdf')).toEqual([['丙/._预算.pdf', '_预算', null]])
})

test('equal base names get different folders, and a file given twice is done once', () => {
  expect(seen('甲/预算.pdf', '乙/预算.pdf', './甲/预算.pdf').map(([, name]) => name)).toEqual(['预算', '预算-2'])
})

test('what is not there is said', () => {
  expect(seen('无.pdf')).toEqual([['无.pdf', '无', 'no such file']])
  expect(seen('无*.pdf').at(0)?.[2]).toBe('no PDF matches')
  expect(seen('空').at(0)?.[2]).toBe('no PDF in this folder')
})

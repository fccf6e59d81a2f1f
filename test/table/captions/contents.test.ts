import { expect, test } from 'vitest'
import { listedTables } from '../../../src/table/captions/contents.ts'
import { textOf } from '../../../src/table/captions/page-text.ts'
import { surroundingsOf } from '../../../src/table/captions/surroundings.ts'
import { pageOf } from '../grids.ts'

const listed = (...lines: string[]): string[] =>
  listedTables(
    surroundingsOf([textOf(pageOf(1, ...lines.map((text, at) => [text, 100, 70 + 20 * at, 12] as const)), [])], []),
    [],
  ).map(({ title }) => title)

test('the number of a listed table ends where a year begins', () => {
  const titles = ['2026年度收支总表', '2026年度收入总表', '2026年度支出总表']
  for (const number of ['预算公开', '公开0', '附表', '表1', '附件2-'])
    expect(listed(...titles.map((title, at) => `${number}${at + 1} ${title}`))).toEqual(titles)
})

test('the number of a listed table is no part of its title where no year follows', () => {
  expect(listed('公开01表 收支总表', '公开02表 收入总表', '公开10表 支出总表12')).toEqual(['收支总表', '收入总表', '支出总表'])
})

test('the number of a table names none: where two pages share a sheet theirs stand below each other', () => {
  expect(listed('公开01表', '公开05表', '收入支出决算总表', '支出决算表', '收入决算表')).toEqual([
    '收入支出决算总表',
    '支出决算表',
    '收入决算表',
  ])
})

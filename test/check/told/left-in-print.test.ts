import { expect, test } from 'vitest'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import type { Table } from '../../../src/table/table.ts'
import { tableOf } from '../../budget/table.ts'
import { narrated } from '../checked.ts'

const toldOf = (sentences: readonly string[], tables: readonly Table[] = []): string[] =>
  checkDataset(narrated(sentences, tables)).findings.flatMap(({ code, message }) =>
    code === 'draft-left' || code === 'unit-twice' ? [`${code} ${message.zh}`] : [],
  )

test('a note to the writer and a figure that is still to be filled in are told, once a document', () => {
  expect(toldOf(['比上年预算(注:上年3468.18万元,公开时请删除注释)减少1271.66万元。'])).toEqual([
    'draft-left 印有写给编写者的话或待填的数：“公开时请删除”（第3页）。',
  ])
  expect(toldOf(['2026年收入预算XX万元。', '请根据实际情况填写。'])).toEqual([
    'draft-left 印有写给编写者的话或待填的数：“XX万元”（第3页）、“请根据实际情况填写”（第3页）。',
  ])
})

test('words that only sound like it are content', () => {
  expect(toldOf(['部分具体项目信息公开时予以剔除。', '各单位根据实际情况调整项目。', '保障XX项目3.00万元。'])).toEqual([])
  expect(toldOf(['删除违法信息300条。', '申报材料请按要求填写。'])).toEqual([])
})

test('a unit printed twice is told, in sentences and in cells', () => {
  const form = tableOf(
    [
      ['三级指标', '指标值'],
      ['项目总成本', '≤234万万元'],
      ['覆盖率', '95%'],
    ],
    1,
  )
  expect(toldOf(['收入预算5.00万元元。'], [form])).toEqual([
    'unit-twice 数字后的单位印了两次：“5.00万元元”（第3页）、“234万万元”（第1页）。',
  ])
  expect(toldOf(['收入预算5.00万元。元旦慰问。'])).toEqual([])
})

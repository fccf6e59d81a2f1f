import { expect, test } from 'vitest'
import { checkDataset } from '../../../../src/check/check-dataset.ts'
import { narrated, outcomesOf } from '../../checked.ts'

test('that an amount came down to what it was before contradicts itself in words alone', () => {
  const toldOf = (sentence: string) =>
    checkDataset(narrated([sentence])).findings.map(({ code, severity, verdict }) => [code, severity, verdict])
  expect(toldOf('公务接待费支出决算减少为0.00万元,与2024年持平。')).toEqual([['words-differ', 'info', 'unexplained']])
  expect(toldOf('公务接待费支出决算为0.00万元,与2024年持平。')).toEqual([])
  expect(toldOf('公务接待费支出决算减少为0.40万元,比2024年减少0.60万元,下降60%。')).toEqual([])
})

test('the cause of a change is told of money that changed that way', () => {
  const toldOf = (change: string, cause: string) =>
    checkDataset(
      narrated([
        `2026年公务接待费预算数9.09万元,较2025年年初预算${change}。`,
        `2026年公务接待费预算数比2025年${cause}的主要原因是厉行节约。`,
      ]),
    )
      .findings.filter(({ code }) => code === 'words-differ')
      .map(({ severity, message }) => `${severity} ${message.zh}`)
  expect(toldOf('增加0.00万元', '减少')).toEqual([
    'info 第3页“2026年公务接待费预算数比2025年减少的主要原因”与较2025年年初预算增加0.00万元（第3页）不符（增减方向与数字一致）（只是用词不一，数字并无不符）。',
  ])
  expect(toldOf('增加2.00万元', '减少')).toHaveLength(1)
  expect(toldOf('减少2.00万元', '减少')).toEqual([])
  expect(toldOf('增加2.00万元', '增长')).toEqual([])
})

test('the cause of what changed elsewhere, or of a change that is not told, is none of an amount', () => {
  const toldOf = (...sentences: readonly string[]) =>
    checkDataset(narrated(sentences)).findings.filter(({ code }) => code === 'words-differ')
  expect(toldOf('公务接待费9.09万元,比上年增加2.00万元。', '公务用车运行费比上年减少的主要原因是车辆报废。')).toEqual([])
  expect(toldOf('公务接待费比上年减少的主要原因是厉行节约。')).toEqual([])
  expect(toldOf('公务接待费9.09万元,比上年增加2.00万元,比预算减少1.00万元。', '公务接待费减少的主要原因是厉行节约。')).toEqual(
    [],
  )
})

test('a cause that names both sides is that of either, and one without a name that of the sentence before it', () => {
  const causes = (...sentences: readonly string[]) => outcomesOf('direction', sentences)
  const sides = ['1.收入预算减少18.50万元。', '2.支出预算减少18.50万元,其中项目支出减少2.10万元。']
  expect(causes(...sides, '3.收支预算减少的主要原因,机构上划。')).toEqual(['holds'])
  expect(causes(...sides, '3.收支预算增加的主要原因,机构上划。')).toEqual(['broken'])
  expect(causes('公务接待费5.01万元,比上年减少10.01万元。', '减少的主要原因是厉行节约。')).toEqual(['holds'])
  expect(causes('公务接待费5.01万元,比上年减少10.01万元。', '增加的主要原因是来访较多。')).toEqual(['broken'])
  expect(causes('公务接待费5.01万元,比上年增加10.01万元。', '增减变化的主要原因是来访较多。')).toEqual([])
})

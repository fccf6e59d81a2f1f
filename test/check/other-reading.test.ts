import { expect, test } from 'vitest'
import { checkDataset } from '../../src/check/check-dataset.ts'
import type { Table } from '../../src/table/table.ts'
import { tableOf } from '../budget/table.ts'
import { narrated } from './checked.ts'

/** What is broken in the narrative of an account or budget of a year, with its verdict. */
function brokenIn(fiscalYear: number, sentences: readonly string[], tables: readonly Table[] = []): string[] {
  const { metadata, ...dataset } = narrated(sentences, tables)
  const { checks } = checkDataset({ ...dataset, metadata: { ...metadata, fiscalYear } })
  return checks.flatMap(({ outcome, identity, verdict }) => (outcome === 'broken' ? [`${identity} ${verdict}`] : []))
}

const LEDGER = tableOf(
  [
    ['收入', '预算数', '支出', '预算数'],
    ['一、一般公共预算拨款收入', '663.27', '一、教育支出', '663.27'],
    ['收入总计', '663.27', '支出总计', '663.27'],
  ],
  1,
  { title: '收支预算总表', unit: '万元' },
)

test('what a total is compared with is none of this year, whatever stands before it', () => {
  const said = (growth: string) => [
    '本部门2024年度收入总计663.27万元,支出总计663.27万元。',
    `收、支总计均较上年预算数677.52万元减少14.25万元,下降${growth}%。`,
    '支出预算较上年预算数677.52万元减少14.25万元,下降2.10%。',
  ]
  expect(brokenIn(2024, said('2.10'), [LEDGER])).toEqual([])
  expect(brokenIn(2024, said('2.70'), [LEDGER])).toEqual(['N4 published-inconsistency'])
})

test('an amount of the year before may be told behind its year alone: what grew, grew from it', () => {
  const said = (growth: string) => [
    '支出决算2022年为1,107.09万元,同比增加286.63万元,增幅25.89%。',
    `公务用车购置及运行维护费支出31.49万元,2022年为9.14万元,同比增加22.35万元,增幅${growth}%。其中:公务用车购置费21.76万元,公务用车运行维护费9.73万元。`,
  ]
  expect(brokenIn(2023, said('244.53'))).toEqual([])
  expect(brokenIn(2023, said('244.33'))).toEqual(['N4 unexplained'])
})

test('a list of what is spent tells no parts of what came in before it', () => {
  const said = [
    '2024年财政拨款收、支总计均为2194.70万元。财政拨款收支总预算比上年增加123.68万元,增长5.97%,主要是上年结转资金增加。',
    '收入具体为:一般公共预算当年拨款收入2183.31万元、上年结转11.39万元。',
    '支出具体为:社会保障和就业支出232.02万元、卫生健康支出74.97万元、农林水支出1776.51万元、住房保障支出111.20万元。',
  ]
  expect(brokenIn(2024, said)).toEqual([])
})

test('shares that fit another whole told before them are not held against the one that their words name', () => {
  const said = (share: string) => [
    '2024年本单位支出预算2,768.38万元,其中,基本支出为1,713.32万元,占支出的61.89%;项目支出为1,055.06万元,占支出的38.11%。',
    '2024年一般公共预算拨款安排2,489.43万元。',
    `一般公共预算支出其中,社会保障和就业支出(类)为220.45万元,占支出的${share}%;卫生健康支出(类)为70.80万元,占支出的2.84%。`,
  ]
  expect(brokenIn(2024, said('8.86')).filter(broken => broken.endsWith('inconsistency'))).toEqual([])
})

test('a share may be of a whole told right before it, however far the one is that its words name', () => {
  const said = (share: string) => [
    '三、支出预算情况',
    '2024年本单位支出预算2,768.38万元,其中,基本支出为1,713.32万元,占支出的61.89%;项目支出为1,055.06万元,占支出的38.11%。',
    '四、财政拨款收支预算总体情况',
    '2024年财政拨款收支总预算2,662.27万元。财政拨款收支总预算与上年相比增加79.56万元,上升3.08%。',
    '五、一般公共预算支出预算情况',
    '(一)财政拨款支出预算总体情况',
    '2024年一般公共预算拨款安排2,489.43万元,与上年相比增加94.08万元,上升3.93%,主要原因是上级专项转移支付增加。',
    '(二)一般公共预算拨款结构情况',
    `一般公共预算支出其中,社会保障和就业支出(类)为220.45万元,占支出的${share}%;卫生健康支出(类)为70.80万元,占支出的2.84%;住房保障支出(类)为95.50万元,占支出的3.84%。`,
  ]
  expect(brokenIn(2024, said('8.86')).filter(broken => broken.endsWith('inconsistency'))).toEqual([])
})

test('items behind the parts of a total that add up to it are none of the last of those', () => {
  const said = (first: string) => [
    '2024年度财政拨款支出总计为2,371.00万元,其中基本支出1,990.15万元,占总支出的83.94%;项目支出380.85万元,占总支出的16.06%。具体包括:',
    `1.小学教育(2050202),2024年度决算数为${first}万元,比2023年度决算数增长0.39%。`,
    '2.高中教育(2050204),2024年度决算数为300.00万元,比2023年度决算数增长17.14%。',
    '3.高等教育(2050205),2024年度决算数为1,866.63万元,比2023年度决算数增长0.29%。',
  ]
  expect(brokenIn(2024, said('204.37'))).toEqual([])
})

test('shares of a sentence that agree on one whole are none of them misprinted', () => {
  const said = (share: string) => [
    '2024年本单位支出预算1695.21万元,其中,基本支出为1,000.21万元,占支出的59.00%;项目支出为695.00万元,占支出的41.00%。',
    '2024年财政拨款收支总预算1573.01万元。财政拨款收支总预算2023年为1581.52万元,同比减少8.51万元,降幅0.54%。',
    '收入其中,一般公共预算当年拨款收入为1528.05万元;政府性基金预算拨款收入为44.96万元。',
    `支出其中,社会保障和就业支出为142.61万元,占支出的${share}%;卫生健康支出为40.94万元,占支出的2.60%;城乡社区支出为44.96万元,占支出的2.86%;住房保障支出为54.45万元,占支出的3.46%。`,
  ]
  expect(brokenIn(2024, said('9.07')).filter(broken => broken.endsWith('inconsistency'))).toEqual([])
})

import { expect, test } from 'vitest'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import { narrated } from '../checked.ts'

/** The doubts about numbers that a final account of 2024 gives rise to. */
function doubtsIn(...sentences: readonly string[]): string[] {
  const dataset = narrated(sentences)
  const metadata = { ...dataset.metadata, kind: 'final-accounts', fiscalYear: 2024 } as const
  return checkDataset({ ...dataset, metadata }).findings.flatMap(({ code, verdict, message }) =>
    code === 'sangong-count-doubtful' ? [`${verdict} ${message.zh}`] : [],
  )
}

test('vehicles that are bought for nothing are a doubt, and so is hospitality for nobody', () => {
  expect(
    doubtsIn('2024年“三公”经费支出决算61.8万元,其中公务用车购置费0万元,公务用车运行费61.8万元。', '本年度购置公务用车7辆。'),
  ).toEqual(['unexplained 第3页称购置公务用车7辆，而公务用车购置费为零（第3页）：可能另有资金，不能归咎于文件'])
  expect(doubtsIn('公务接待费支出5万元。国内公务接待0批次,0人次。')).toEqual([
    'unexplained 第3页称国内公务接待0批次，而公务接待费不为零（第3页）：可能另有资金，不能归咎于文件',
  ])
  expect(doubtsIn('公务接待费支出0万元。国内公务接待12批次,90人次。')).toHaveLength(1)
})

test('what is bought with money, for none in another year, or not at all is no doubt', () => {
  expect(doubtsIn('公务用车购置费支出18万元,购置公务用车1辆。')).toEqual([])
  expect(doubtsIn('公务用车购置费年初预算0万元,支出决算18万元,购置公务用车1辆。')).toEqual([])
  expect(doubtsIn('公务用车购置费支出0万元。上年购置公务用车1辆。')).toEqual([])
  expect(doubtsIn('公务用车购置费支出0万元,购置公务用车0辆,公务用车保有量7辆。')).toEqual([])
  expect(doubtsIn('公务接待费支出5万元。国内公务接待12批次,外事接待0批次。')).toEqual([])
  expect(doubtsIn('公务接待费支出5万元。接待外宾0批次,国(境)外公务接待0批次。')).toEqual([])
  expect(doubtsIn('公务接待费支出5万元。')).toEqual([])
})

test('that no vehicle is bought, beside money for vehicles, is a doubt', () => {
  const money = '公务用车购置费15.2万元,比上年减少38.8万元,主要原因是上年度购置新车'
  expect(doubtsIn(`${money},本年度未报送购置车辆预算。`)).toEqual([
    'unexplained 第3页称“本年度未报送购置车辆预算”，而公务用车购置费不为零（第3页）：所指可能是另一部分资金，不能归咎于文件',
  ])
  expect(doubtsIn(`${money},2024年未安排经费用于公务用车购置。`)).toHaveLength(1)
  expect(doubtsIn(`${money},本年无购车计划。`)).toHaveLength(1)
})

test('what was not bought before, or is no vehicle, and nothing spent on vehicles is no doubt', () => {
  const money = '公务用车购置费15.2万元,比上年增加15.2万元'
  expect(doubtsIn(`${money},主要原因是上年未安排公务用车购置。`)).toEqual([])
  expect(doubtsIn(`${money},主要原因是2023年未购置车辆。`)).toEqual([])
  expect(doubtsIn(`${money}。2024年原本未安排公务用车购置费,上年的一台款项未支付。`)).toEqual([])
  expect(doubtsIn(`${money}。2024年未购车位。`)).toEqual([])
  expect(doubtsIn(`${money}。未安排购置单位价值100万元以上的设备。`)).toEqual([])
  expect(doubtsIn(`${money}。未安排公务用车购置及运行维护费的单位1个。`)).toEqual([])
  expect(doubtsIn('公务用车购置费0万元,主要是暂无购置公务用车计划。')).toEqual([])
})

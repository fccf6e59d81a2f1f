import { expect, test } from 'vitest'
import { checkDataset } from '../../../src/check/check-dataset.ts'
import { tableOf } from '../../budget/table.ts'
import { narrated } from '../checked.ts'

/** 三公 of 833.60万元 in its table. */
const table = tableOf(
  [
    ['项目', '预算数'],
    ['合计', '833.60'],
    ['1.因公出国(境)费', '222.50'],
    ['2.公务接待费', '427.50'],
    ['3.公务用车购置及运行费', '183.60'],
  ],
  1,
  { title: '一般公共预算“三公”经费支出表' },
)

/** The doubts about what shares are of that a narrative beside the table gives rise to. */
function doubtsIn(sentence: string): string[] {
  const dataset = narrated([sentence], [table])
  const metadata = { ...dataset.metadata, kind: 'budget', fiscalYear: 2017 } as const
  return checkDataset({ ...dataset, metadata }).findings.flatMap(({ code, severity, message }) =>
    code === 'basis-differs' ? [`${severity} ${message.zh}`] : [],
  )
}

const said = (...shares: readonly string[]) =>
  `“三公”经费预算支出中,因公出国(境)费支出222.5万元,占“三公”经费的${shares[0]}%;公务接待费支出427.5万元,占“三公”经费的${shares[1]}%。`

test('shares of 三公 that fit another whole than its table prints are told, with that whole', () => {
  expect(doubtsIn(said('8.75', '16.81'))).toEqual([
    'info 第3页所称占“三公”经费的比例与三公经费表的合计833.60万元（第1页）不符：222.5万元称占8.75%（应为26.69%）、427.5万元称占16.81%（应为51.28%）；这些比例合于约2543万元，可能另含其他经费',
  ])
  expect(doubtsIn(said('26.69', '16.81'))).toHaveLength(1)
})

test('shares that the table makes, of parts it does not print, or beside a total that is told are no doubt', () => {
  expect(doubtsIn(said('26.69', '51.28'))).toEqual([])
  expect(doubtsIn(said('8.75', '16.81').replaceAll(/222.5|427.5/g, '100.5'))).toEqual([])
  expect(doubtsIn(`“三公”经费预算为2543.00万元。${said('8.75', '16.81')}`)).toEqual([])
})

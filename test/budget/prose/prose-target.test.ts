import { expect, test } from 'vitest'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { paragraph } from '../paragraph.ts'

const toldIn = (sentence: string) =>
  proseFacts([paragraph(sentence)]).map(({ kind, text, subject, direction, aside, of }) => [
    kind,
    text,
    subject,
    direction,
    aside,
    of,
  ])

test('how far an amount is from a target is no amount, and what is told behind is of the amount before', () => {
  expect(toldIn('港口费收入3120万元,距年度计划还差80万元,同比减少780万元,下降20%。')).toEqual([
    ['amount', '3120万元', '港口费收入', null, false, null],
    ['change', '80万元', '港口费收入', 'less', true, 0],
    ['change', '780万元', '港口费收入', 'less', false, 0],
    ['growth', '20%', '港口费收入', 'less', false, 0],
  ])
})

test.each([
  ['超年度任务', 'more'],
  ['超额完成年度预算', 'more'],
  ['超收', 'more'],
  ['比年初预算超', 'more'],
  ['欠年度任务', 'less'],
  ['离全年目标还差', 'less'],
  ['较序时进度短收', 'less'],
  ['比年度目标少', 'less'],
] as const)('%s tells how far it is from a target', (words, direction) => {
  expect(toldIn(`契税3120万元,${words}80万元。`)[1]).toEqual(['change', '80万元', '契税', direction, true, 0])
})

test('what is above a figure is a bound, and what is above last year a change that counts', () => {
  expect(toldIn('全年收入超500万元。')[0]).toEqual(['amount', '500万元', '收入超', null, true, null])
  expect(toldIn('契税3120万元,比上年多80万元。')[1]).toEqual(['change', '80万元', '契税', 'more', false, 0])
  expect(toldIn('差旅费2万元,超长期特别国债3万元。').map(([kind, , subject]) => [kind, subject])).toEqual([
    ['amount', '差旅费'],
    ['amount', '超长期特别国债'],
  ])
})

test('the measure by which a comparison is made is no name', () => {
  const names = (sentence: string) => toldIn(sentence).flatMap(([kind, , subject]) => (kind === 'statement' ? [] : [subject]))
  expect(names('税收收入8亿元,扣除留抵退税因素后增长1%,按自然口径计算下降6%,按同口径同比减少2亿元。')).toEqual(
    Array.from({ length: 4 }, () => '税收收入'),
  )
  expect(names('税收收入8亿元,剔除留抵退税影响后非税收入增长1%。')[1]).toBe('非税收入')
})

test('a task or a plan is completed as a budget is, and what was done of it has its name', () => {
  const told = toldIn('税收收入完成52万元,占全年目标任务65万元的80%,完成年度计划的80%。')
  expect(told.map(([kind, text, subject, , , of]) => [kind, text, subject, of])).toEqual([
    ['amount', '52万元', '税收收入', null],
    ['amount', '65万元', '税收收入', null],
    ['completion', '80%', expect.any(String), 0],
    ['completion', '80%', expect.any(String), 0],
  ])
})

test('what changed may stand behind the verb of a comparison, and more than last year by it is no amount of last year', () => {
  const told = (words: string) => toldIn(`公务接待费5万元,${words}1万元。`)[1]
  expect(told('比上年减少支出')).toEqual(['change', '1万元', '公务接待费', 'less', false, 0])
  expect(told('同比增加会议费')).toEqual(['change', '1万元', '会议费', 'more', false, null])
  expect(told('减少近')).toEqual(['change', '1万元', '公务接待费', 'less', true, 0])
  expect(told('新增债券')?.[0]).toBe('amount')
})

test('a change without a name behind another has the name of that one', () => {
  const told = toldIn('三公经费支出比2022年支出数减少3万元,比预算数减少5万元。').filter(([kind]) => kind === 'change')
  expect(told.map(([, , subject]) => subject)).toEqual(['三公经费支出', '三公经费支出'])
})

test('how far other money is from its target is told in passing too', () => {
  expect(toldIn('房产税3万元,契税欠年度任务80万元,增长20%。')[1]).toEqual(['change', '80万元', '契税', 'less', true, null])
})

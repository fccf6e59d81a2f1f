import { expect, test } from 'vitest'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { paragraph } from '../paragraph.ts'

/** The figures of some sentences, each with the one it is of (`of`) or a part of (`in`), and whether it is told in passing. */
function told(...sentences: readonly string[]): string[] {
  const facts = proseFacts(sentences.map(sentence => paragraph(sentence)))
  const textOf = (at: number): string | undefined => facts[at]?.text
  return facts.map(({ text, of, whole, aside }) =>
    [text, of !== null && `of ${textOf(of)}`, whole !== null && `in ${textOf(whole)}`, aside && 'aside']
      .filter(Boolean)
      .join(' '),
  )
}

test('what stands behind 其中 is part of the amount before, to the end of the sentence', () => {
  expect(told('支出30万元,其中:基本支出20万元,项目支出10万元。')).toEqual(['30万元', '20万元 in 30万元', '10万元 in 30万元'])
  expect(told('支出30万元,基本支出20万元。')).toEqual(['30万元', '20万元'])
})

test('a change and a percentage are of the amount before them, a share of a part of that part', () => {
  expect(told('支出30万元,比上年增加5万元,增长20%。')).toEqual(['30万元', '5万元 of 30万元', '20% of 30万元'])
  expect(told('支出30万元,其中:基本支出20万元,占66.67%。')).toEqual(['30万元', '20万元 in 30万元', '66.67% of 20万元'])
})

test('a bracket behind an amount tells its parts; what follows the bracket is of the amount again', () => {
  const behind = ['30万元', '20万元 in 30万元', '5万元 of 30万元']
  expect(told('支出30万元(其中:基本支出20万元),比上年增加5万元。')).toEqual(behind)
  expect(told('支出30万元(基本支出20万元),比上年增加5万元。')).toEqual(behind)
})

test('the amount of the sentence before is taken up by its parts, or by a comparison where it is the only one', () => {
  expect(told('支出30万元。', '其中:基本支出20万元。')).toEqual(['30万元', '20万元 in 30万元'])
  expect(told('支出30万元。', '比上年增加5万元。')).toEqual(['30万元', '5万元 of 30万元'])
  expect(told('收入40万元,支出30万元。', '比上年增加5万元。')).toEqual(['40万元', '30万元', '5万元'])
  expect(told('支出30万元。', '基本支出20万元。')).toEqual(['30万元', '20万元'])
})

test('lists of both sides are parts of what is said of income and expenditure together', () => {
  expect(told('收支总预算30万元。', '收入包括:财政拨款20万元,事业收入10万元;支出包括:基本支出25万元,项目支出5万元。')).toEqual([
    '30万元',
    ...['20万元 in 30万元', '10万元 in 30万元', '25万元 in 30万元', '5万元 in 30万元'],
  ])
})

test('numbered parts are of the amount above them, whatever parts one of them has', () => {
  expect(told('安排30万元:一、因公出国(境)费10万元,其中:培训4万元;二、公务接待费20万元。')).toEqual([
    '30万元',
    ...['10万元 in 30万元', '4万元 in 10万元', '20万元 in 30万元'],
  ])
  expect(told('安排30万元:1.因公出国(境)费10万元,2.公务接待费20万元。').slice(1)).toEqual([
    '10万元 in 30万元',
    '20万元 in 30万元',
  ])
})

test('what a reason tells is told in passing, a second reason too, until a clause speaks of its own money', () => {
  expect(told('支出30万元,主要原因是人员增加支出5万元;基本支出20万元。')).toEqual(['30万元', '5万元 aside', '20万元'])
  expect(told('支出30万元,主要原因是增加经费5万元;二是维修支出2万元。')).toEqual(['30万元', '5万元 aside', '2万元 aside'])
})

test('an amount told roughly is no figure, and what follows is of none', () => {
  expect(told('基本支出20万元,收入590多亿元,增长5%。')).toEqual(['20万元', '5%'])
})

test('counts are parts of a count in their own unit', () => {
  expect(told('公务用车保有量5辆,其中:轿车3辆,设备2台。')).toEqual(['5辆', '3辆 in 5辆', '2台'])
})

test('what money is for ends with its clause where nothing but things counted is told of it', () => {
  expect(told('园林9万元,用于园区(占地50平方米)日常管养;综合管理3万元。').at(-1)).toBe('3万元')
  expect(told('园林9万元,用于园区(占地50平方米)日常管养5万元。').at(-1)).toBe('5万元 aside')
  expect(told('园林9万元,用于设备5万元;综合管理3万元。').at(-1)).toBe('3万元 aside')
  expect(told('园林9万元,主要原因是增加2辆车辆;综合管理3万元。').at(-1)).toBe('3万元 aside')
})

test('behind a colon right behind an amount stand its parts, and 其中 behind them is of it where it is more than the last', () => {
  const list = '采购总额9万元:货物5万元、服务4万元'
  const parts = ['9万元', '5万元 in 9万元', '4万元 in 9万元']
  expect(told(`${list}。`)).toEqual(parts)
  expect(told(`${list};其中一般公共预算6万元:货物3万元、服务3万元。`)).toEqual([
    ...parts,
    '6万元 in 9万元',
    '3万元 in 6万元',
    '3万元 in 6万元',
  ])
  expect(told(`${list};其中一般公共预算3万元。`).at(-1)).toBe('3万元 in 4万元')
  expect(told('项目支出9万元:主要用于购置设备5万元。')).toEqual(['9万元', '5万元 aside'])
})

test('what was spent is told in parts, and not the budget beside it; alone the budget is', () => {
  const wholes = (text: string): (number | null)[] => proseFacts([paragraph(text)]).map(({ whole }) => whole)
  expect(wholes('三公经费支出决算为20万元,预算为30万元。其中:公务接待费2万元。')).toEqual([null, null, 0])
  expect(wholes('三公经费支出决算为20万元,预算为30万元,其中:公务接待费2万元。')).toEqual([null, null, 0])
  expect(wholes('三公经费预算为30万元,支出决算为20万元,其中:公务接待费2万元。')).toEqual([null, null, 1])
  expect(wholes('三公经费预算为30万元,其中:公务接待费2万元。')).toEqual([null, 0])
})

test('parts are of the amount that stands by its name before them, and of none where no amount is called so', () => {
  const told2 = '支出100万元,其中:基本支出60万元,项目支出40万元。'
  expect(told(`${told2}基本支出中,工资50万元,办公费10万元。`).slice(-2)).toEqual(['50万元 in 60万元', '10万元 in 60万元'])
  expect(told('(一)收入90万元,支出80万元。(二)收入当中,拨款70万元。').at(-1)).toBe('70万元 in 90万元')
  expect(told('收入90万元,支出80万元。专项经费中,会议5万元。').at(-1)).toBe('5万元')
})

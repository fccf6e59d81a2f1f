import { expect, test } from 'vitest'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { paragraph } from '../paragraph.ts'

/** The changes that paragraphs tell, each with the name of the amount that it is of. */
function changes(...paragraphs: readonly string[]): string[] {
  const facts = proseFacts(paragraphs.map(text => paragraph(text)))
  return facts.flatMap(({ kind, text, of }) =>
    kind === 'change' || kind === 'growth' ? [of === null ? text : `${text} of ${facts[of]?.subject}`] : [],
  )
}

const BUDGET = '收入预算100万元,其中:财政拨款90万元,事业收入10万元。'

test('a change that says what changed is of the amount of that name, though parts of it were told since', () => {
  expect(changes(`${BUDGET}收入较去年增加5万元。`)).toEqual(['5万元 of 收入预算'])
  expect(changes(`${BUDGET}财政拨款较去年增加5万元。`)).toEqual(['5万元 of 财政拨款'])
  expect(changes(`${BUDGET}捐赠收入较去年增加5万元。`)).toEqual(['5万元'])
})

test('where a sentence tells all parts of an amount, what it is compared with behind them is that amount', () => {
  const [whole, parts] = ['支出预算100万元。', '按功能分类,包括教育支出90万元,住房保障支出10万元。']
  expect(changes(`${whole}${parts}比上年增加5万元。`)).toEqual(['5万元 of 支出预算'])
  expect(changes(`支出预算105万元。${parts}比上年增加5万元。`)).toEqual(['5万元'])
})

test('what one side did in all is not said of the part before it', () => {
  expect(changes('支出预算100万元,其中:教育支出90万元,住房保障支出10万元;支出比上年增加5万元。')).toEqual(['5万元'])
  expect(changes('住房保障支出10万元;支出比上年增加5万元。')).toEqual(['5万元 of 住房保障支出'])
})

test('the name of the amount may stand behind that of an office, and of no other money', () => {
  expect(changes('2026年某市信访局“三公”经费8万元,其中:公务接待费3万元。2026年“三公”经费与2025年持平。')).toEqual([
    '持平 of 某市信访局三公经费',
  ])
  expect(changes('一般公共预算拨款收入90万元,事业收入10万元。收入较去年增加5万元。')).toEqual(['5万元'])
})

test('a change without a name is of the one amount, whole or part, from which it comes to the per cent behind', () => {
  expect(changes(`${BUDGET}比上年增加5.00万元,增长5.26%。`)).toEqual(['5.00万元 of 收入预算', '5.26% of 收入预算'])
  expect(changes(`${BUDGET}比上年减少10.00万元,下降50%。`)).toEqual(['10.00万元 of 事业收入', '50% of 事业收入'])
  expect(changes(`${BUDGET}比上年增加5万元,增长7%。`)).toEqual(['5万元', '7%'])
  expect(changes(`${BUDGET}比上年增加5万元。`)).toEqual(['5万元'])
  expect(changes('收入预算100万元,其中:财政拨款100万元。比上年增加5.00万元,增长5.26%。')[0]).toBe('5.00万元 of 收入预算')
})

test('an amount of another year than the sentence names is not what changed in it', () => {
  const before = '2021年度三公经费支出20万元,其中:公务接待12万元。'
  expect(changes(`${before}2022年度预算较2021年度增加1万元,公务接待较上年减少2万元。`)).toEqual(['1万元', '2万元'])
  expect(changes(`${before}公务接待较上年减少2万元。`)).toEqual(['2万元 of 公务接待'])
})

test('sentences without figures may stand between, and no other clause of the own sentence', () => {
  expect(changes('收入预算100万元。全部由财政拨款。与上年相比增加5万元。')).toEqual(['5万元 of 收入预算'])
  expect(changes('公务用车运行费5万元。公务接待费为0,与上年持平。')).toEqual([])
})

test('a comparison behind what an amount is for is of the amount; behind a reason it only explains', () => {
  const told = (text: string): boolean[] => proseFacts([paragraph(text)]).map(({ aside }) => aside)
  expect(told('购置费30万元,主要用于更新车辆,比上年增加5万元,增长20%。')).toEqual([false, false, false])
  expect(told('购置费30万元,主要原因是更新用于执法的车辆,比上年增加5万元。')).toEqual([false, true])
})

test('三公 in all is the same of whatever money it is said to be paid', () => {
  const total = '2024年财政拨款“三公”经费预算支出17.20万元,其中:公务接待费3.00万元。'
  expect(changes(`${total}2024年“三公”经费预算支出较上年减少1.80万元,下降9.47%。`)[0]).toBe(
    '1.80万元 of 财政拨款三公经费预算支出',
  )
})

test('a per cent behind a change without an amount has its name, and what was saved is less', () => {
  const facts = proseFacts([paragraph('公务用车运行维护费减少0.28万元,下降3.94%;公务接待费节约0.17万元。')])
  expect(facts.map(({ kind, subject, direction }) => [kind, subject, direction])).toEqual([
    ['change', '公务用车运行维护费', 'less'],
    ['growth', '公务用车运行维护费', 'less'],
    ['change', '公务接待费', 'less'],
  ])
})

test('a part that changed is no side of income and expenditure told together', () => {
  const said = '2025年预算收支安排2860.18万元,较2024年预算增加310.18万元,其中:基本支出增加60.18万元,项目支出增加250.00万元。'
  expect(changes(said)).toEqual(['310.18万元 of 预算收支', '60.18万元', '250.00万元'])
  expect(changes('收支总预算100.00万元,支出增加5.00万元。')).toEqual(['5.00万元 of 收支总预算'])
})

test('a rate or a proportion of a change is a growth, and what the budget is compared with is no name', () => {
  expect(changes('“三公”经费219万元,较去年压减11万元,压减比例4.78%。')).toEqual(['11万元 of 三公经费', '4.78% of 三公经费'])
  expect(changes('“三公”经费支出6.20万元,增长率为3%,较预算减少1.80万元。').at(-1)).toBe('1.80万元 of 三公经费支出')
})

test('what is left out of a comparison is nothing that it is of', () => {
  const said = (by: string) => `收入预算286万元。剔除一次性项目40万元因素后,同口径增加26.0万元,增长${by}%。`
  expect(changes(said('10'))).toEqual(['26.0万元 of 收入预算', '10% of 收入预算'])
  expect(changes(said('12'))).toEqual(['26.0万元', '12%'])
})

test('of a part and its whole a change is of the one from which it comes to the per cent behind', () => {
  expect(changes('收入总计100万元,其中年初结转30万元,较上年增加10.0万元,增长11.1%。')).toEqual([
    '10.0万元 of 收入总计',
    '11.1% of 收入总计',
  ])
  expect(changes('收入总计100万元,其中年初结转30万元,较上年增加10.0万元,增长50%。')[0]).toBe('10.0万元 of 年初结转')
  expect(changes('收入总计100万元,其中年初结转30万元,较上年增加10.0万元,增长70%。')[0]).toBe('10.0万元 of 年初结转')
  const told = '收入总计100万元,较上年增加10.0万元,增长11.1%,其中年初结转30万元,增加10.0万元,增长11.1%。'
  expect(changes(told)[2]).toBe('10.0万元 of 年初结转')
})

test('what an amount came down or up to is the amount, and what it went by its change', () => {
  const told = (sentence: string) =>
    proseFacts([paragraph(sentence)]).flatMap(({ kind, subject, text, direction, aside }) =>
      kind === 'year' ? [] : [`${kind} ${subject} ${text} ${direction}${aside ? ' aside' : ''}`],
    )
  const reached = (words: string) => told(`公务接待费${words}3.00万元。`)
  for (const words of ['减少为', '增加为', '下降为', '增长为', '降至', '减至', '增至', '增加到'])
    expect(reached(words)).toEqual(['amount 公务接待费 3.00万元 null'])
  expect(reached('增加')).toEqual(['change 公务接待费 3.00万元 more'])
  expect(reached('减少额为')).toEqual(['change 公务接待费 3.00万元 less'])
  expect(reached('减少金额为')).toEqual(['change 公务接待费 3.00万元 less'])
  // What it went by or to since another time nobody can tell.
  expect(reached('比上年减少为')).toEqual(['change 公务接待费 3.00万元 less aside'])
  expect(told('公务接待费增长为12%。')).toEqual(['growth 公务接待费 12% more'])
})

test('a change behind a clause that only compares it is of what that clause names', () => {
  const [, , , change] = proseFacts([
    paragraph(
      '2023年我局支出决算1,469.58万元,包括:基本支出735.84万元、项目支出733.74万元。支出决算与2022年相比,增加368.64万元,增长33.48%。',
    ),
  ]).filter(({ kind }) => kind === 'amount' || kind === 'change')
  expect(change).toMatchObject({ kind: 'change', subject: '支出决算', of: 0 })
})

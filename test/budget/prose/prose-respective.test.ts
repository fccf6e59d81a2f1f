import { expect, test } from 'vitest'
import { proseFacts } from '../../../src/budget/prose/facts.ts'
import { paragraph } from '../paragraph.ts'

/** Shares of a sentence, each with the amount that it is said of; null where nobody knows. */
const shares = (sentence: string): (readonly [string, string | null])[] => {
  const facts = proseFacts([paragraph(sentence)])
  return facts.flatMap(({ kind, value, of }) =>
    kind === 'share' ? [[value, of === null ? null : (facts[of]?.value ?? null)] as const] : [],
  )
}

test('as many shares as amounts told together: each is of its own', () => {
  expect(shares('基本支出、项目支出和其他支出分别为600万元、300万元和100万元,占总支出的60%、30%和10%。')).toEqual([
    ['60', '600'],
    ['30', '300'],
    ['10', '100'],
  ])
})

test('more shares than amounts: nobody says whose the others are', () => {
  const read = shares('基本支出和项目支出分别为600万元和400万元,占总支出的60%、30%和10%。')
  expect(read.map(([share]) => share)).toEqual(['60', '30', '10'])
  expect(read.slice(1).map(([, of]) => of)).toEqual([null, null])
})

test('one share behind one amount is of that amount', () => {
  expect(shares('基本支出600万元,占60%;项目支出400万元,占40%。')).toEqual([
    ['60', '600'],
    ['40', '400'],
  ])
})

test('shares told 分别 behind a list whose parts have names: each is of its own, where they are as many as the whole list', () => {
  const list = '本年支出100万元,其中:教育支出50万元,卫生健康支出30万元,住房保障支出20万元,'
  expect(shares(`${list}占比分别为50%、30%和20%。`)).toEqual([
    ['50', '50'],
    ['30', '30'],
    ['20', '20'],
  ])
  expect(shares(`${list}占比分别为60%和40%。`).at(-1)).toEqual(['40', null])
})

/** The changes of some sentences, each with the name of the amount that it is of. */
const changes = (...sentences: readonly string[]): string[] => {
  const facts = proseFacts(sentences.map(sentence => paragraph(sentence)))
  return facts.flatMap(({ kind, text, subject, of }) =>
    kind === 'change' ? [`${subject} ${text} of ${of === null ? null : facts[of]?.value}`] : [],
  )
}

test('changes told 分别 are each of their own amount, in its direction; of more amounts than changes nobody knows whose they are', () => {
  expect(changes('会议费8万元,培训费6万元,两类支出与上年相比分别减少1万元和增加2万元。')).toEqual([
    '会议费 1万元 of 8',
    '培训费 2万元 of 6',
  ])
  expect(changes('收入50万元,支出40万元,分别提高3万元和2万元。')).toEqual(['收入 3万元 of 50', '支出 2万元 of 40'])
  expect(changes('会议费8万元,培训费6万元,差旅费3万元,分别减少1万元和2万元。').every(told => told.endsWith('of null'))).toBe(
    true,
  )
})

test('what is unchanged of each, as many as its words count or all of its list, is said of each', () => {
  const list = '公务接待费3万元,会议费6万元,培训费4万元,'
  expect(changes(`${list}三项费用均与上年持平。`)).toEqual(['公务接待费 持平 of 3', '会议费 持平 of 6', '培训费 持平 of 4'])
  expect(changes(`${list}均与上年持平。`)).toHaveLength(3)
  expect(changes(`${list}后两项均与上年持平。`)).toHaveLength(2)
  expect(changes(`${list}与上年持平。`)).toEqual(['培训费 持平 of 4'])
})

test('names told together behind which their amounts stand are each of its own', () => {
  const facts = proseFacts([paragraph('采购预算9万元,货物、服务、工程分别是5万元、3万元、1万元。')])
  expect(facts.map(({ subject }) => subject)).toEqual(['采购预算', '货物', '服务', '工程'])
})

test('shares behind more amounts are of those whose whole they make', () => {
  const list = '支出合计200万元,体育100万元,训练60万元,群众40万元,'
  expect(shares(`${list}各占50%、30%、20%。`)).toEqual([
    ['50', '100'],
    ['30', '60'],
    ['20', '40'],
  ])
  expect(shares(`${list}各占50%、40%、10%。`).map(([, of]) => of)).toEqual([null, null, null])
})

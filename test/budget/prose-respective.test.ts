import { expect, test } from 'vitest'
import { proseFacts } from '../../src/budget/prose-facts.ts'
import { paragraph } from './paragraph.ts'

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

import { expect, test } from 'vitest'
import { isAmount, isDash, isFormatted, phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import { text } from '../page.ts'

const pieces = (...glyphs: ReturnType<typeof text>) =>
  wordLinesOf(glyphs).map(line => phrasesOf(line).phrases.map(piece => piece.text))

test.each(['1,215.75', '692 484.59', '0', '-3.2', '(12.5)', '98.52%', '$9,594', '2010301', '0.6*'])('%s is a number', value => {
  expect(isAmount(value)).toBe(true)
})

test.each(['２，５３４．３９', '１８２．６５', '￥１２', '-３．２'])('%s of full-width digits is a number', value => {
  expect(isAmount(value)).toBe(true)
})

test.each(['－3,515', '−3,515', '△12.50', '▲0.60', '（１２）', '¥－3'])('%s is a number below nothing', value => {
  expect(isAmount(value)).toBe(true)
})

test.each(['1.', '20 5', '一', '3人', '2003–04', '…', '—'])('%s is none', value => {
  expect(isAmount(value)).toBe(false)
})

test('separators tell an amount from a code; a dash stands for nothing, leaders do not', () => {
  expect(['1,215', '692 484', '0.5', '2010301'].map(isFormatted)).toEqual([true, true, true, false])
  expect([isDash('—'), isDash('***'), isDash('－'), isDash('......')]).toEqual([true, true, true, false])
})

test('words of a text are joined, numbers never: one space may part two columns', () => {
  expect(pieces(...text(50, 100, 'New York 1,200 1,280'))).toEqual([['New York 1,200', '1,280']])
})

test('digits behind a thin space are of the number before them, whatever signs that begins with', () => {
  const set = (first: string, rest: string) => pieces(...text(50, 100, first), ...text(52 + 5 * first.length, 100, rest))
  expect(['3', '-3', '(3', '¥3'].map(first => set(first, '479.58'))).toEqual(
    ['3 479.58', '-3 479.58', '(3 479.58', '¥3 479.58'].map(figure => [[figure]]),
  )
  expect(set('3', '47.58')).toEqual([['3', '47.58']])
})

test('the space of a wide font sets off thousands, and any between figures of full-width digits', () => {
  expect(pieces(...text(50, 100, '572'), ...text(68.1, 100, '100.0'))).toEqual([['572 100.0']])
  expect(pieces(...text(50, 100, '572'), ...text(68.6, 100, '100.0'))).toEqual([['572', '100.0']])
  expect(pieces(...text(50, 100, '２'), ...text(65, 100, '７１７．０４'))).toEqual([['２ ７１７．０４']])
})

test('a space of the text layer that fills the white before three digits sets off thousands, be it half an em wide', () => {
  const layer = (characters: string) => [...text(50, 100, characters), ...spacesOf(characters)]
  const spacesOf = (characters: string) =>
    [...characters].flatMap((sign, at) =>
      sign === ' ' ? text(50 + 5 * at, 100, '0').map(glyph => ({ ...glyph, text: ' ' })) : [],
    )
  expect(pieces(...layer('572 100.0'))).toEqual([['572 100.0']])
  expect(pieces(...layer('4 814 738.00 96 162.00'))).toEqual([['4 814 738.00', '96 162.00']])
  expect(pieces(...text(50, 100, '572 100.0'))).toEqual([['572', '100.0']])
  expect(pieces(...layer('572 10.00'))).toEqual([['572', '10.00']])
})

test('digits a wide space behind a figure with the sign of money are of it, those with a sign of their own are not', () => {
  expect(pieces(...text(50, 100, '¥1'), ...text(65, 100, '070.00'))).toEqual([['¥1 070.00']])
  expect(pieces(...text(50, 100, '¥1'), ...text(65, 100, '234'), ...text(85, 100, '070.00'))).toEqual([['¥1 234 070.00']])
  expect(pieces(...text(50, 100, '¥1'), ...text(65, 100, '¥070.00'))).toEqual([['¥1', '¥070.00']])
})

test('single characters set wide are one text, Chinese texts with a gap are two', () => {
  expect(pieces(...text(50, 100, '合'), ...text(70, 100, '计'))).toEqual([['合 计']])
  expect(pieces(...text(50, 100, '上缴上级'), ...text(94, 100, '补助附属'))).toEqual([['上缴上级', '补助附属']])
})

test('an amount is not joined to the Chinese text right behind it', () => {
  expect(pieces(...text(50, 100, '1,197.75'), ...text(92, 100, '一、公共服务'))).toEqual([['1,197.75', '一、公共服务']])
})

test('a figure that touches the numbered name behind it ends where that begins', () => {
  expect(pieces(...text(50, 100, '956710.42一、本级支出'))).toEqual([['956710.42', '一、本级支出']])
  expect(pieces(...text(50, 100, '９５６７１０．４２二、转移性支出'))).toEqual([['９５６７１０．４２', '二、转移性支出']])
  expect(pieces(...text(50, 100, '2.42一般支出'))).toEqual([['2.42一般支出']])
})

test('a sign of money stands before the figure of its column, however far, and before no share', () => {
  expect(pieces(...text(50, 100, '¥'), ...text(80, 100, '1.39'))).toEqual([['¥ 1.39']])
  expect(pieces(...text(50, 100, '¥'), ...text(80, 100, '1.39%'))).toEqual([['¥', '1.39%']])
})

test('a raised sign belongs to the word before it, small print in the next column does not', () => {
  expect(pieces(...text(50, 100, '2010'), ...text(70, 96, 'a', 6))).toEqual([['2010a']])
  expect(pieces(...text(50, 100, '合计'), ...text(200, 96, '注释', 6))).toHaveLength(2)
})

test('a rule between two words keeps them apart', () => {
  const [line] = wordLinesOf([...text(50, 100, 'Total'), ...text(80, 100, 'Public')])
  expect(line && phrasesOf(line, [77]).phrases.map(piece => piece.text)).toEqual(['Total', 'Public'])
})

test('two figures that touch are parted where the gap is widest, if each is whole then', () => {
  const glued = [...text(50, 100, '1,140,188.41'), ...text(111, 100, '795,563.60')]
  expect(pieces(...glued)).toEqual([['1,140,188.41', '795,563.60']])
  expect(pieces(...text(50, 100, '1,140,188.41795,563.60'))).toEqual([['1,140,188.41795,563.60']])
  const three = [...text(50, 100, '69,181.13'), ...text(96, 100, '155,742.16'), ...text(147, 100, '202,202.13')]
  expect(pieces(...three)).toEqual([['69,181.13', '155,742.16', '202,202.13']])
})

test('figures that overlap are not parted: which digit is whose cannot be told', () => {
  const overlapping = [...text(50, 100, '1,144,725.38'), ...text(107, 100, '764,308.95'), ...text(158, 100, '250,285.03')]
  expect(pieces(...overlapping).map(({ length }) => length)).toEqual([1])
})

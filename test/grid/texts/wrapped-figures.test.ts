import { expect, test } from 'vitest'
import { phrasesOf, wordLinesOf } from '../../../src/grid/texts/words.ts'
import { restsOfFigures } from '../../../src/grid/texts/wrapped-figures.ts'
import { text } from '../page.ts'

const COLUMN = { left: 50, right: 110 }

/** The texts below each other in a column that are the last digits of the figure above them. */
function restsAmong(...column: string[]): string[] {
  const lines = wordLinesOf(column.flatMap((figure, at) => text(55, 100 + 12 * at, figure))).map(line => phrasesOf(line))
  return [...restsOfFigures(lines, [COLUMN])].map(phrase => phrase.text)
}

test('thousands set off by spaces that lack digits go on below, though the cell leaves white beside them', () => {
  expect(restsAmong('14 475 60', '0.00', '4 482 900.00')).toEqual(['0.00'])
  expect(restsAmong('¥16 928 0', '00', '/')).toEqual(['00'])
})

test('so do a sign of money alone, a figure that ends with its comma and one that ends with its point', () => {
  expect(restsAmong('¥', '810,360,', '000.00', '¥', '300,000.', '00')).toEqual(['810,360,', '000.00', '300,000.', '00'])
})

test('a figure far behind its sign on one line is its own', () => {
  const lines = wordLinesOf([...text(55, 100, '¥'), ...text(105, 100, '1.20'), ...text(85, 112, '3.40')]).map(line =>
    phrasesOf(line),
  )
  expect([...restsOfFigures(lines, [{ left: 50, right: 130 }])]).toEqual([])
})

test('whole figures below each other, and such as do not make one together, are figures of their own', () => {
  expect(restsAmong('14 475 600.00', '0.00')).toEqual([])
  expect(restsAmong('14 475', '600.00')).toEqual([])
  expect(restsAmong('14 475 60', '12.00')).toEqual([])
  expect(restsAmong('05 01', '2')).toEqual([])
})

test('figures of full-width digits go on below as others do, over three lines too', () => {
  expect(restsAmong('４５１，９', '３５．００', '１，６７', '８．００')).toEqual(['３５．００', '８．００'])
  expect(restsAmong('４５０，', '２５７．', '００', '５２，１', '７．００')).toEqual(['２５７．', '００'])
})

test('without separators the rest of a figure is one only where no row begins beside it', () => {
  expect(restsAmong('３６６７０', '０．００')).toEqual(['０．００'])
  expect(restsAmong('６０２４３．０', '０')).toEqual(['０'])
  const lines = wordLinesOf([
    ...text(55, 100, '３６６７０'),
    ...text(120, 100, '行政运行'),
    ...text(55, 112, '０．００'),
    ...text(120, 112, '公务接待'),
  ]).map(line => phrasesOf(line))
  expect([...restsOfFigures(lines, [COLUMN])]).toEqual([])
})

import { labelOf } from '../../../budget/label.ts'
import { isOfNamedParts } from '../kin.ts'
import { isOver, linesOf, type Rival } from './rival.ts'

const HAN_DIGITS = '零一二三四五六七八九'

/** `19` and `十九` as a number. */
function numberOf(mark: string): number {
  if (/\d/.test(mark)) return Number(mark)
  const [ones, tens] = mark.split('十').reverse()
  const digit = (text: string | undefined): number => Math.max(HAN_DIGITS.indexOf(text || '零'), 0)
  return (tens === undefined ? 0 : 10 * (digit(tens) || 1)) + digit(ones)
}

/** The parts are numbered, and where they are not the numbers follow each other once: rows between them may be lost. */
export const numberLeftOut: Rival = {
  name: 'number-left-out',
  against: ['down'],
  words: { zh: '各行的序号不连续：可能漏读一行', en: 'the parts leave out a number: a row may be lost' },
  outweighed: true,
  explains: (check, scene) => {
    const marks = linesOf(check.right.terms, scene).flatMap(({ label }) => labelOf(label).enumeration ?? [])
    const levels = new Set(marks.map(({ level }) => level))
    if (levels.size !== 1 || isOfNamedParts(check) || isOver(check)) return false
    const numbers = marks.map(({ mark }) => numberOf(mark)).sort((a, b) => a - b)
    return numbers.filter((number, at) => number > (numbers[at - 1] ?? 0) + 1).length === 1
  },
}

import { directionOf, termsOf } from '../kin.ts'
import { isGap, type Rival } from './rival.ts'

/** A figure of fewer digits stands on any page. */
const SOME = 100n

/** The difference is printed on the page, or the next one, in no cell of a standard table: a row was lost, or a piece not joined. */
export const lostRow: Rival = {
  name: 'lost-row',
  words: {
    zh: '差额等于页上表外的一个数字：可能漏读一行',
    en: 'the difference is printed outside the tables: a row may be lost',
  },
  verdict: 'extraction-suspect',
  outweighed: true,
  explains: (check, scene) =>
    directionOf(check) === 'down' &&
    check.tables.some(table => [...scene.loose(table)].some(figure => figure >= SOME && isGap(figure, check))),
}

/** Two digits are exchanged in all figures: the font says other digits than it shows. */
export const swappedDigits: Rival = {
  name: 'swapped-digits',
  words: { zh: '字体把两个数字互换', en: 'the font exchanges two digits' },
  verdict: 'extraction-suspect',
  outweighed: false,
  explains: (check, { swapped }) =>
    swapped !== null && termsOf(check).some(({ text }) => swapped.some(digit => text.includes(digit))),
}

/** Between tables the difference is money carried over, which one of them may leave out. */
export const carriedOver: Rival = {
  name: 'carried-over',
  words: {
    zh: '差额等于结转资金：一张表可能不含结转',
    en: 'the difference is money carried over, which one table may leave out',
  },
  verdict: 'unexplained',
  outweighed: false,
  explains: (check, { carried }) => directionOf(check) === 'between' && [...carried].some(figure => isGap(figure, check)),
}

import { addedUp, sumOf, type Term } from '../../check.ts'
import { OTHER_BASIS, PART_OF_MONEY } from '../../declared/words.ts'
import { OTHER_PROJECT } from '../../relations/goal-projects.ts'
import { LIMITS_OTHER } from '../../relations/goals.ts'
import { MAY_BE_OTHER, MAY_BE_PARTED, MAY_LACK_PART, ONLY_WORDS, TELLS_NEXT_YEAR } from '../../relations/said/facts.ts'
import { ALL_MONEY } from '../../relations/said/said-goals.ts'
import { identityOf } from '../kin.ts'
import { SURPRISING } from './displaced.ts'
import { gapOf, isAmong, isGap, isOver, type Rival, type Scene } from './rival.ts'

/** The sentence is linked to the table by a name that may mean other money. */
export const otherMoney: Rival = {
  name: 'other-money',
  against: ['words'],
  ...{ zh: '该句可能指另一笔资金', en: 'the sentence may mean other money' },
  outweighed: true,
  explains: ({ note }) => note === MAY_BE_OTHER,
}

/** A limit of all that a project costs is not its money of the year. */
export const otherCost: Rival = {
  name: 'other-cost',
  against: ['words'],
  zh: '该指标可能指其他年度或另有来源的成本',
  en: 'the limit may be of what it costs in other years, or of other money',
  explains: ({ note }) => note === LIMITS_OTHER,
}

/** Money said to be that of projects is all that the office spends, or holds its 公用经费, which some plan as projects. */
export const allMoney: Rival = {
  name: 'all-money',
  against: ['words'],
  ...{ zh: '该数把基本支出（或其中的公用经费）也计算在内', en: 'basic expenditure, or the public part of it, is counted in' },
  code: 'basis-differs',
  explains: ({ note }) => note === ALL_MONEY,
}

/** Goals and table may each tell another project of one name. */
export const otherProject: Rival = {
  name: 'other-project',
  against: ['words'],
  ...{ zh: '可能是同名的另一个项目', en: 'it may be another project of that name' },
  explains: ({ note }) => note === OTHER_PROJECT,
}

/** What is spent on people and on the office is told apart by the expenditure, and the 类 of a table are only nearly so. */
export const partedOtherwise: Rival = {
  name: 'parted-otherwise',
  against: ['words'],
  ...{ zh: '人员与公用经费可能不按此类科目划分', en: 'staff and office may be told apart otherwise than by these classes' },
  explains: ({ note }) => note === MAY_BE_PARTED,
}

/** A total of the narrative is more than the parts it is told in, of which one that it may have is not named. */
export const unnamedPart: Rival = {
  name: 'unnamed-part',
  against: ['words'],
  ...{ zh: '所列各项可能不全', en: 'a part may not be named' },
  outweighed: true,
  explains: ({ note }) => note === MAY_LACK_PART,
}

/** The items of a list are more than their total by one that is told twice. */
export const toldTwice: Rival = {
  name: 'told-twice',
  against: ['words'],
  ...{ zh: '差额等于其中列了两次的一项', en: 'the difference is one of the items, which is listed twice' },
  explains: check =>
    identityOf(check).form === 'item-sum' &&
    isOver(check) &&
    check.right.terms.filter(({ fen }) => isGap(fen, check)).length > 1,
}

/** The document tells of two years. */
export const nextYear: Rival = {
  name: 'next-year',
  ...{ zh: '文中另述下一年度，可与本年度相比', en: 'the next year is told as well, and may be compared with this one' },
  explains: ({ note }) => note === TELLS_NEXT_YEAR,
}

/** The words of a sentence contradict each other, and its figures do not. */
export const onlyWords: Rival = {
  name: 'only-words',
  ...{ zh: '只是用词不一，数字并无不符', en: 'only the words differ, the figures agree' },
  code: 'words-differ',
  explains: ({ note }) => note === ONLY_WORDS,
}

/** What is said to be nothing is a part of the money of the table. */
export const namedPart: Rival = {
  name: 'named-part',
  ...{ zh: '该句只说其中一部分资金', en: 'the sentence is about a part of the money' },
  explains: ({ unit, left }, scene) =>
    unit === '' && left.terms.some(term => /没有|无|未/.test(term.text) && PART_OF_MONEY.test(statementOf(term, scene))),
}

/** What is said to be nothing, to the end of its clause. */
function statementOf(term: Term, scene: Scene): string {
  const sentence = scene.fact(term)?.before ?? term.text
  const from = Math.max(0, sentence.indexOf(term.text))
  return sentence.slice(from).split(/[,;。]/)[0] ?? term.text
}

/** The document names another basis of percentages beside the table, in the row, or in the sentence: (同口径)完成…,同比增长…. */
export const otherBasis: Rival = {
  name: 'other-basis',
  against: ['across', 'words'],
  ...{ zh: '文中另有计算口径', en: 'the document names another basis of percentages' },
  explains: (check, scene) => {
    const [percentage] = check.left.terms
    const said = percentage && scene.fact(percentage)
    if (said) return check.unit === '%' && OTHER_BASIS.test(said.before)
    const place = check.left.terms[0]?.place
    const table = place && scene.table(place.table)?.table
    if (!table || identityOf(check).form !== 'percent') return false
    const pages = new Set(table.regions.map(({ page }) => page))
    const isNoted = scene.bases.some(page => pages.has(page))
    return (
      isNoted ||
      table.cells.some(({ row, rowSpan, text }) => row <= place.row && place.row < row + rowSpan && OTHER_BASIS.test(text))
    )
  },
}

/** What remains of a total when its named parts are taken off is printed as an amount of its own: a part that is told elsewhere. */
export const toldApart: Rival = {
  name: 'told-apart',
  against: ['words'],
  zh: '差额等于文中另一处金额：可能另有一项未列入',
  en: 'the difference is an amount told elsewhere: a part may not be listed',
  outweighed: true,
  explains: (check, scene) =>
    identityOf(check).form === 'stated-sum' &&
    !isOver(check) &&
    sumOf(check.right) !== 0n &&
    gapOf(check) >= SURPRISING &&
    isAmong(new Set([...scene.said, ...scene.carried]), check),
}

/** A growth is told in 倍, which many say of what something became: 增长2.9倍 of what is 2.9 times as much. */
export const timesAsMuch: Rival = {
  name: 'times-as-much',
  against: ['words'],
  ...{ zh: '“增长几倍”也有人用来指“是几倍”', en: '“grown by so many times” is also said of what is so many times as much' },
  outweighed: true,
  explains: check => check.unit === '%' && check.left.terms.some(({ unit }) => unit === '倍'),
}

/** Many write 100 % where there was nothing the year before. */
export const fromNothing: Rival = {
  name: 'from-nothing',
  against: ['words'],
  ...{ zh: '上年数为零，增长率无从算起', en: 'there was nothing the year before, and no growth can be worked out' },
  explains: ({ from, difference }) => from !== undefined && difference === null && addedUp(from.whole) === 0n,
}

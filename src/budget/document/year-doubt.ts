import { DOUBTFUL } from '../../evidence.ts'
import { type Finding, findingFrom, type Words } from '../../finding.ts'
import type { Dating, FiscalYear } from './fiscal-year.ts'

const PLACES: Readonly<Record<Dating['place'], Words>> = {
  cover: { zh: '封面', en: 'cover' },
  'table title': { zh: '表题', en: 'titles of tables' },
  title: { zh: '标题', en: 'headings' },
  column: { zh: '表头', en: 'heads of columns' },
  sentence: { zh: '预决算说明', en: 'sentences that tell the budget' },
  'year before': { zh: '与上年比较', en: 'comparisons with the year before' },
  mention: { zh: '其他文字', en: 'other text' },
  'file name': { zh: '文件名', en: 'file name' },
}

/** Where a year is printed: each place, how often, and the first page. */
function whereOf(year: number, printed: readonly Dating[]): Words {
  const own = printed.filter(({ value }) => value === year)
  const places = [...Map.groupBy(own, ({ place }) => place)].map(([place, all]) => ({
    ...{ ...PLACES[place], count: all.length },
    page: all.find(({ page }) => page !== null)?.page ?? null,
  }))
  return {
    zh: places.map(({ zh, count, page }) => (page === null ? zh : `${zh}${count}处，首见第${page}页`)).join('；'),
    en: places.map(({ en, count, page }) => (page === null ? en : `${en} ${count}, first on page ${page}`)).join('; '),
  }
}

/** Where the year of a document was a close decision, or its file name tells another than the document. */
export function yearDoubts({ year, rival, margin, printed }: FiscalYear): Finding[] {
  const named = printed.find(({ place }) => place === 'file name')?.value ?? year
  const other = named !== year ? named : margin < DOUBTFUL ? rival : null
  if (other === null) return []
  const [own, others] = [year === null ? null : whereOf(year, printed), whereOf(other, printed)]
  return [
    findingFrom({
      code: 'year-doubtful',
      ...{ expected: `${other}`, actual: year === null ? null : `${year}` },
      page: printed.find(({ value, page }) => page !== null && value === (year ?? other))?.page ?? null,
      zh: `预算年度存疑：${own === null ? '不予认定' : `按${year}年处理（${own.zh}）`}，也可能是${other}年（${others.zh}）`,
      en: `the fiscal year is in doubt: ${own === null ? 'none is given' : `taken as ${year} (${own.en})`}; it may be ${other} (${others.en})`,
    }),
  ]
}

import { reasonOf } from '../errors.ts'
import { type Finding, findingFrom } from '../finding.ts'
import type { Page } from './page.ts'

/** What a reader of the data has to know about a page: fonts whose text cannot be trusted. */
export const pageFindings = ({ page, garbled }: Pick<Page, 'page' | 'garbled'>): Finding[] =>
  garbled.map(({ font, share, glyphs }) =>
    findingFrom({
      ...{ code: 'garbled-font', severity: 'warning', verdict: 'extraction-suspect', page },
      actual: `${Math.round(share * glyphs)} / ${glyphs}`,
      zh: `第${page}页字体 ${font} 的编码不可靠，文字可能有误`,
      en: `page ${page}: the encoding of font ${font} is unusable, its text may be wrong`,
    }),
  )

/** The code of a page that the file is too damaged to give. */
const PAGE_UNREADABLE = 'page-unreadable'

/**
 * What a reader has to know about a page that cannot be had from a damaged file. At a break in the tree of pages pdf.js counts
 * no further, so behind the last page there may have been more.
 */
export function unreadable(page: number, isLast: boolean, cause: unknown): Finding {
  const why = reasonOf(cause)
  return findingFrom({
    ...{ code: PAGE_UNREADABLE, severity: 'error', verdict: 'extraction-suspect', page },
    zh: `第${page}页${isLast ? '（及其后可能存在的各页）' : ''}已损坏，无法读取，其中内容缺失：${why}`,
    en: `page ${page}${isLast ? ', and what may follow it,' : ''} is damaged and cannot be read, what it prints is missing: ${why}`,
  })
}

/** The code of pages that are asked for and that a document does not have. */
export const PAGES_ABSENT = 'pages-absent'

/** Whether a finding tells of a page that is lost for the damage of the file. */
export const isUnreadable = ({ code }: Pick<Finding, 'code'>): boolean => code === PAGE_UNREADABLE

import type { Finding } from '../finding.ts'
import type { Page } from './page.ts'

/** What a reader of the data has to know about pages: fonts whose text cannot be trusted. */
export function pageFindings(pages: readonly Page[]): Finding[] {
  return pages.flatMap(({ page, garbled }) =>
    garbled.map(({ font, share, glyphs }) => ({
      code: 'garbled-font',
      severity: 'warning' as const,
      verdict: 'extraction-suspect' as const,
      table: null,
      tables: [],
      cells: [],
      page,
      box: null,
      expected: null,
      actual: `${Math.round(share * glyphs)} / ${glyphs}`,
      tolerance: null,
      message: {
        zh: `第${page}页字体 ${font} 的编码不可靠，文字可能有误`,
        en: `page ${page}: the encoding of font ${font} is unusable, its text may be wrong`,
      },
    })),
  )
}

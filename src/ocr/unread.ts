import { type Finding, findingFrom } from '../finding.ts'
import type { Page } from '../page/page.ts'
import { needsReading } from '../page-content.ts'
import type { ReadScans } from './read-scans.ts'

/**
 * What a reader has to know when pages that need OCR, or tables among text that are pictures (`pasted`, the pages of those; `printed` of other
 * pictures full of print), were left unread: which, and what to do. `reason` is why, or null when that was wanted.
 */
export function unreadFindings(
  pages: readonly Page[],
  { pasted, printed }: Pick<ReadScans, 'pasted' | 'printed'>,
  reason: string | null,
): Finding[] {
  const unread = pages.filter(needsReading).map(({ page }) => page)
  const told = (numbers: readonly number[], zh: string, en: string, why: string | null = reason): Finding[] =>
    numbers.slice(0, 1).map(first =>
      findingFrom({
        ...{ code: 'needs-ocr', severity: 'warning', verdict: 'not-evaluable', page: first, actual: numbers.join(', ') },
        zh: `第${numbers.join(', ')}页${zh}，未识别${why === null ? '（--ocr off）' : `：${why}`}`,
        en: `page ${numbers.join(', ')}: ${en}, not read${why === null ? ' (--ocr off)' : `; ${why}`}`,
      }),
    )
  return [
    ...told(unread, '是扫描件或文字不可用', 'a scan or unusable text'),
    ...told(
      [...new Set(pasted)],
      '文字中有以图片印出的表',
      'a table among its text is a picture',
      reason ?? 'it lies on its side',
    ),
    ...told(
      [...new Set(printed)],
      '文字中有印满文字的图片',
      'a picture among its text is full of print',
      'it shows no table with rulings',
    ),
  ]
}

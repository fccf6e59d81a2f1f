import { type Finding, findingFrom } from '../finding.ts'
import type { Page } from '../page/page.ts'
import { needOf } from './need.ts'

/** What a reader has to know when pages that need OCR were left unread: which, and what to do. `reason` is why, or null when that was wanted. */
export function unreadFindings(pages: readonly Page[], reason: string | null): Finding[] {
  const unread = pages.filter(page => page.ocr === undefined && needOf(page) !== null)
  const [first] = unread
  if (first === undefined) return []
  const numbers = unread.map(({ page }) => page).join(', ')
  return [
    findingFrom({
      ...{ code: 'needs-ocr', severity: 'warning', verdict: 'not-evaluable', page: first.page, actual: numbers },
      message: {
        zh: `第${numbers}页是扫描件或文字不可用，未识别${reason === null ? '（--ocr off）' : `：${reason}`}`,
        en: `page ${numbers}: a scan or unusable text, not read${reason === null ? ' (--ocr off)' : `; ${reason}`}`,
      },
    }),
  ]
}

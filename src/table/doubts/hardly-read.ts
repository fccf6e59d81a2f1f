import { DOUBTFUL } from '../../evidence.ts'
import { type Finding, findingFrom } from '../../finding.ts'
import type { PageText, Table } from '../table.ts'

/** Rows and columns of a scan were lost without a trace only on pages of which less than this share was sure, faxes of small print. */
const MOSTLY = 0.5

/** A finding for each scanned page of which most was not read for sure: rows and columns of its tables may be missing, and no cell stands there to say so. */
export function hardlyReadFindings(text: readonly PageText[], tables: readonly Table[]): Finding[] {
  const read = tables.flatMap(({ id, cells }) =>
    cells.filter(it => it.source === 'ocr' && it.text !== '').map(it => ({ ...it, id })),
  )
  const byPage = Map.groupBy(read, cell => cell.page)
  return text.flatMap(({ page, lines }) => {
    const cells = byPage.get(page) ?? []
    const around = lines.filter(line => line.some(({ source }) => source === 'ocr'))
    const texts = [...cells, ...around.map(line => ({ confidence: Math.min(...line.map(({ confidence }) => confidence)) }))]
    const doubtful = texts.filter(({ confidence }) => confidence < DOUBTFUL).length
    if (texts.length - doubtful >= MOSTLY * texts.length) return []
    const own = [...new Set(cells.map(({ id }) => id))]
    return [
      findingFrom({
        code: 'scan-doubtful',
        table: own[0] ?? null,
        tables: own,
        page,
        actual: `${doubtful}`,
        zh: `第${page}页是扫描件，${texts.length}处文字中有${doubtful}处未能可靠识别，其中的表格可能缺行或缺列`,
        en: `${doubtful} of ${texts.length} texts of page ${page}, a scan, were not read for sure; rows or columns of tables may be missing`,
      }),
    ]
  })
}

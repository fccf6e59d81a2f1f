import type { Feature } from 'write-excel-file/node'
import { sum } from '../../../geometry.ts'
import { escaped } from '../../document/reconciliation-text.ts'
import { quoted } from './links.ts'
import type { Content } from './parts.ts'

const FITS = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
/** Characters beside each other that A4 has room for, upright and turned, in the smallest print that can be read, half of 11 pt. */
const [UPRIGHT, TURNED] = [180, 260]
/** On A4, on as many pages beside each other as keep it legible and as many below as it takes; pages of the same rows follow each other. */
function setup(orientation: string, width: number): string {
  const across = Math.max(1, Math.ceil(width / (orientation === 'landscape' ? TURNED : UPRIGHT)))
  return `<pageSetup paperSize="9" pageOrder="overThenDown" orientation="${orientation}" fitToWidth="${across}" fitToHeight="0"/>`
}
const FOOTER = '<headerFooter><oddFooter>&amp;A　&amp;P / &amp;N</oddFooter></headerFooter>'
const MARGINS = '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'

/** How the sheets of a workbook are printed: on the width of a page unless that makes the print too small, the rows that stay in sight at the head of every page. */
export const PRINT: Feature<Content> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, { orientation = 'portrait', columns = [] }) => {
          const bare = xml.replace(/<pageMargins[^>]*\/>/, '').replace(/<pageSetup[^>]*\/>/, '')
          const printed = MARGINS + setup(orientation, sum(columns.map(({ width = 0 }) => width))) + FOOTER
          return bare
            .replace(/<worksheet[^>]*>/, root => root + FITS)
            .replace(/(?=<drawing)|(?=<legacyDrawing)|(?=<\/worksheet>)/, () => printed)
        },
      },
      'xl/workbook.xml': {
        transform: (xml, sheets) => {
          const names = sheets.flatMap(({ sheet, stickyRowsCount }, at) =>
            sheet === undefined || !stickyRowsCount
              ? []
              : `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escaped(quoted(sheet))}!$1:$${stickyRowsCount}</definedName>`,
          )
          const all = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
          return xml.replace('<definedNames/>', () => all)
        },
      },
    },
  },
}

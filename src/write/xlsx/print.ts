import type { Feature } from 'write-excel-file/node'
import { escaped } from '../reconciliation-text.ts'
import { quoted } from './links.ts'
import type { Content } from './parts.ts'

const FITS = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
/** As wide as the paper, A4, and as many pages long as it takes. */
const setup = (orientation: string): string =>
  `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`
const FOOTER = '<headerFooter><oddFooter>&amp;A　&amp;P / &amp;N</oddFooter></headerFooter>'
const MARGINS = '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'

/** How the sheets of a workbook are printed: all columns on the width of a page, the rows that stay in sight at the head of every page. */
export const PRINT: Feature<Content> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, { orientation }) => {
          const bare = xml.replace(/<pageMargins[^>]*\/>/, '').replace(/<pageSetup[^>]*\/>/, '')
          const printed = MARGINS + setup(orientation ?? 'portrait') + FOOTER
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

import type { TableJson } from './document.ts'

/** The pages of a table, for people. */
export const pagesText = ({ regions }: Pick<TableJson, 'regions'>): string =>
  [...new Set(regions.map(({ page }) => page))].join('、')

/** What stands above a table for people: its number and title, else the heading it stands under, then its unit and its pages. */
export function headingOf(table: TableJson): { readonly name: string; readonly about: string[] } {
  const { number, title, heading, unit } = table
  return {
    name: [number, title].filter(part => part !== null).join(' ') || `（${heading ?? '无表名'}）`,
    about: [unit === null ? null : `单位：${unit}`, `第 ${pagesText(table)} 页`].filter(part => part !== null),
  }
}

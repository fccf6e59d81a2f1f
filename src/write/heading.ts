import type { TableJson } from './document.ts'

/** What stands above a table for people: its number and title, then its unit and its pages. */
export function headingOf({ number, title, unit, regions }: TableJson): { readonly name: string; readonly about: string[] } {
  const pages = [...new Set(regions.map(({ page }) => page))].join('、')
  return {
    name: [number, title].filter(part => part !== null).join(' ') || '（无表名）',
    about: [unit === null ? null : `单位：${unit}`, `第 ${pages} 页`].filter(part => part !== null),
  }
}

/** Names of subjects that were replaced: the old name, the year from which the new one holds, and the new one. */
export const OBSOLETE: readonly (readonly [old: string, since: number, now: string])[] = [
  ['行政事业单位离退休', 2020, '行政事业单位养老支出'],
  ['医疗卫生与计划生育支出', 2019, '卫生健康支出'],
  ['国土海洋气象等支出', 2019, '自然资源海洋气象等支出'],
  ['文化体育与传媒支出', 2019, '文化旅游体育与传媒支出'],
]

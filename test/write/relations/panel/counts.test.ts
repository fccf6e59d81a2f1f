import { describe, expect, test } from 'vitest'
import type { TableJson } from '../../../../src/write/document/document.ts'
import { countsOf } from '../../../../src/write/relations/panel/counts.ts'
import { saying } from './saying.ts'

/** Posts, people in service and vehicles of a document. */
const counted = (...of: Parameters<typeof saying>): (number | null)[] => {
  const { posts, staff, vehicles } = countsOf(saying(...of))
  return [posts, staff, vehicles] as (number | null)[]
}

describe('posts and people in service are read by their words, whichever way they are put', () => {
  test.each([
    ['截至2023年底，本部门人员编制53人，其中行政编制21人、事业编制32人；实有人员49人，其中行政19人。', 53, 49],
    ['本部门核定编制27个（行政编制9个，事业编制18个），现有在职职工25人，离退休人员11人。', 27, 25],
    ['我单位现有编制31人，在编在岗29人，退休人员18人。', 31, 29],
    ['云泽县水利局共有编制44名，其中：行政编制30名，事业编制14名。2023年末实有在职人员41人，退休人员9人。', 44, 41],
    ['本局总编制36名，其中行政编制20名、事业编制16名，实有33人，退休人员8人。', 36, 33],
    ['县水利局人员编制总数62人，在职人员58人，离休1人，退休30人。', 62, 58],
    ['截止2023年12月31日，云泽县水利局行政事业单位编制人数118人，实有人数97人。', 118, 97],
    ['本部门2023年末实有人员编制38人，其中：行政编制22人，事业编制16人；在职在编实有人员37人。', 38, 37],
    ['县委编办核定我局行政事业编制24名，实有22人。', 24, 22],
    ['本单位编制人员31人，在职人员30人。', 31, 30],
    ['本单位核定人员26名，实有人员24名。', 26, 24],
    ['我局定编16名，实际在岗职工15名。', 16, 15],
  ])('%s', (line, posts, staff) => {
    expect(counted([line])).toEqual([posts, staff, null])
  })
})

test('without a word whose they are the heading tells it, and nothing where it is about something else', () => {
  const line = '编制45名，其中行政编制30名、事业编制15名。实际在编在职人员41名，离退休人员20名。'
  expect(counted(['三、机构设置情况', line])).toEqual([45, 41, null])
  expect(counted(['三、项目效益情况', line])).toEqual([null, null, null])
  expect(counted(['第一部分部门概况', '一、主要职责', '(二)负责机关干部培训,在职人员1376人。'])).toEqual([null, null, null])
  expect(counted(['(二)解决了职工生活困难', '补助资金覆盖企业41家，在职人员1376人。'])).toEqual([null, null, null])
})

test('the retired are no people in service, also where all that are there count them', () => {
  expect(counted(['本单位实有人员83人，其中：在职人员52人，离退休人员31人。'])[1]).toBe(52)
  expect(counted(['本单位实有人员83人，其中：离退休人员31人。'])[1]).toBeNull()
  expect(counted(['本单位实有人员（含离退休）83人。'])[1]).toBeNull()
  expect(counted(['本单位离退休人员31人。'])[1]).toBeNull()
  expect(counted(['2、“本年预算数”的实有人员64人，其中：在职人员40人，离退休人员24人。'])[1]).toBe(40)
  expect(counted(['本单位现有人员83人，其中：在职人员52人，聘用人员31人。'])[1]).toBeNull()
})

test('a kind of posts or of people is not all of them', () => {
  expect(counted(['本部门行政编制12名。'])[0]).toBeNull()
  expect(counted(['本部门编制人员31人，其中在职人员30人。'])[0]).toBeNull()
  expect(counted(['本部门政法专项编制96人，聘用在岗人员12人。'])).toEqual([null, null, null])
  expect(counted(['本部门编制内工勤人员3人，在职行政人员20人，年初实有人员20人，新增编制2人。'])).toEqual([null, null, null])
  expect(counted(['本部门车辆编制5辆，核定公务用车编制4辆。'])).toEqual([null, null, null])
})

describe('kinds of posts are added up where the words before them say that they are all', () => {
  test.each([
    ['云泽县水利局共有行政编制12名、事业编制25名，在职34人。', 37],
    ['本部门人员编制情况：行政编制12名，事业编制25名，工勤编制2名。', 39],
    ['本部门行政编制12名、事业编制25名。', null],
    ['云泽县水利局共有行政编制12名。', null],
    ['水利工程管理站共有行政编制12名、事业编制25名。', null],
    ['本部门共有行政编制12名、事业编制25名。另有控制编制4名。', null],
    ['本部门共有行政编制12名，车辆编制2辆，事业编制25名。', null],
  ])('%s', (line, posts) => {
    expect(counted(['三、机构设置情况', line])[0]).toBe(posts)
  })
})

describe('posts and people of a unit below are not those of the office', () => {
  test.each([
    '县水利局机关编制20名，在职18人。',
    '水利工程管理站编制9名，在职8人，共有车辆2辆。',
    '本部门下属事业单位1个，编制9名，在职8人。',
    '本部门有下属事业单位1个，为水利工程管理站。该站编制9名，在职8人。',
    '本部门内设股室4个、下属事业单位2个。编制9名，在职8人。',
    '云泽县人民政府核定编制900名。',
    '本站编制9名，在职8人。',
    '我中心核定编制9名，内设股室2个，在职8人。',
  ])('%s', line => {
    expect(counted(['三、机构设置情况', line])).toEqual([null, null, null])
  })

  test('but the headquarters are all of a unit, and its units are told with a department', () => {
    expect(counted(['云泽县水利局（本级）编制20名，在职18人。'], { scope: 'unit' })).toEqual([20, 18, null])
    expect(counted(['本部门及所属单位编制80名，实有在职人员78人。'])).toEqual([80, 78, null])
    expect(counted(['本部门无下属单位，编制20名，在职18人。'])).toEqual([20, 18, null])
  })

  test('the office above a unit is another', () => {
    const unit = { department: '云泽县水利局水利工程管理站', scope: 'unit' }
    expect(counted(['云泽县水利局共有编制44名。水利工程管理站共有编制9名。'], unit)).toEqual([9, null, null])
  })
})

test('of two numbers none is chosen, nor one of another year', () => {
  expect(counted(['本部门人员编制53人。', '本部门核定编制54名。'])[0]).toBeNull()
  expect(counted(['本部门人员编制53人。', '本部门核定编制53名。'])[0]).toBe(53)
  expect(counted(['2019年末本部门实有在职人员41人。'])[1]).toBeNull()
  expect(counted(['2023年末本部门实有在职人员41人。'], { kind: 'final-accounts' })[1]).toBeNull()
  expect(counted(['截至上年底，本部门人员编制53人。'], { kind: 'final-accounts' })[0]).toBeNull()
  expect(counted(['本部门实有在职人员41人，比上年增加2人。'])[1]).toBe(41)
})

describe('vehicles are those that are held', () => {
  test.each([
    ['截至2023年底，本部门固定资产中车辆6台，单价50万元以上通用设备3台。', 6],
    ['2023年末，云泽县水利局占用车辆共计9辆（其中，一般公务用车2辆、执法执勤用车7辆）。', 9],
    ['本部门所属预算单位2023年末共有车辆12辆。', 12],
    ['本单位公务用车保有量为3辆。', 3],
    ['截至2023年底，云泽县水利局部门共有车辆8台，单位价值100万元以上的设备2台（套）。', 8],
    ['我局实有存量公务车2辆，计划更新购置公务用车1辆。', 2],
    ['截至2023年底，本部门无公务用车，单价100万元以上设备0台。', 0],
    ['本部门没有车辆购置计划，无公务用车购置费。', null],
    ['水利工程管理站无公务用车。', null],
    ['本部门更新购置公务用车4辆。', null],
    ['本部门报废车辆4辆，2024年购置警用车辆32台。', null],
    ['本部门执法执勤用车4辆，单价100万元以上设备（不含车辆）16台。', null],
    ['下属单位共有车辆4辆。', null],
  ])('%s', (line, vehicles) => {
    expect(counted([line])).toEqual([null, null, vehicles])
  })
})

/** A small table with one row of heads. */
function tableOf(rows: readonly (readonly string[])[], heading: string | undefined): TableJson {
  const [heads = [], ...body] = rows
  const isTotal = (label: string | undefined): boolean => label === '合计'
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text, page: 4, amount: null })),
  )
  const lines = body.map(([name = ''], at) => ({
    ...{ row: at + 1, name, role: isTotal(name) ? 'total' : 'item', key: isTotal(name) ? 'total' : null },
  }))
  const columns = heads.map((head, index) => ({ index, path: [head] }))
  return { kind: null, title: null, heading, columns, lines, cells, department: null } as unknown as TableJson
}

describe('small tables', () => {
  const heading = '三、人员情况'
  const of = (rows: readonly (readonly string[])[], under: string | undefined = heading) => {
    const { posts, staff, posts_page: page } = countsOf({ ...saying([]), tables: [tableOf(rows, under)] })
    return [posts, staff, page]
  }
  test.each([
    [
      'kinds over their total',
      [
        ['项目', '编制数', '实有数'],
        ['行政', '7', '6'],
        ['事业', '9', '8'],
        ['合计', '16', '14'],
      ],
      [16, 14, 4],
    ],
    [
      'what is counted in lines',
      [
        ['项目', '合计', '行政单位'],
        ['编制数', '34', '34'],
        ['在职人数', '32', '32'],
        ['离退休人数', '25', '25'],
      ],
      [34, 32, 4],
    ],
    [
      'what is counted in lines, one column',
      [
        ['项目', '人数'],
        ['编制人数', '34'],
        ['在职人数', '32'],
        ['退休人数', '25'],
      ],
      [34, 32, 4],
    ],
    [
      'several units without a total',
      [
        ['单位名称', '在职人数'],
        ['云泽县水利局', '5'],
        ['水利工程管理站', '19'],
      ],
      [null, null, null],
    ],
    [
      'the office alone',
      [
        ['单位名称', '编制数', '在职人数'],
        ['云泽县水利局', '5', '4'],
      ],
      [5, 4, 4],
    ],
    [
      'the retired among all that are there',
      [
        ['项目', '编制数', '实有数'],
        ['在职', '16', '14'],
        ['退休', '', '9'],
        ['合计', '16', '23'],
      ],
      [16, null, 4],
    ],
    [
      'two years',
      [
        ['项目', '上年', '本年'],
        ['编制数', '34', '35'],
      ],
      [null, null, null],
    ],
  ])('%s', (_, rows, expected) => {
    expect(of(rows)).toEqual(expected)
  })

  test('a table of 三公 counts vehicles below its money, of its own year', () => {
    const rows = [
      ['项目', '2016年执行数', '2017年预算数'],
      ['公务用车购置数(辆)', '', '3'],
      ['公务用车保有量（辆）', '2', '1'],
    ]
    const columns = [null, 'y2016.executed', 'budget'].map((key, index) => ({
      index,
      path: [],
      key,
      role: key ? 'amount' : 'name',
    }))
    const table = { ...tableOf(rows, undefined), columns } as unknown as TableJson
    const vehicles = (kind: string | null) => countsOf({ ...saying([]), tables: [{ ...table, kind }] })['vehicles']
    expect([vehicles('bud.sangong'), vehicles('perf'), vehicles(null)]).toEqual([1, null, null])
  })

  test('a table of goals tells what is to be reached, and one under another heading what others have', () => {
    expect(
      of(
        [
          ['三级指标', '指标值'],
          ['在职人数', '8'],
        ],
        heading,
      ),
    ).toEqual([null, null, null])
    expect(
      of(
        [
          ['项目', '数量'],
          ['在职人数', '8'],
        ],
        '二、企业困难职工',
      ),
    ).toEqual([null, null, null])
  })

  test('a table and a sentence that differ leave it open', () => {
    const table = tableOf(
      [
        ['项目', '编制数'],
        ['合计', '16'],
      ],
      heading,
    )
    expect(countsOf({ ...saying(['本部门人员编制17人。']), tables: [table] })['posts']).toBeNull()
    expect(countsOf({ ...saying(['本部门人员编制16人。']), tables: [table] })['posts']).toBe(16)
  })
})

/** Sets that are joined two by two; gives for each member the one that stands for its set. */
export function joinedSets(size: number) {
  const parent = Array.from({ length: size }, (_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at
    return at
  }
  const join = (one: number, other: number): void => {
    parent[root(one)] = root(other)
  }
  return { root, join }
}

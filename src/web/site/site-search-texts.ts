export const siteSearchTexts = {
  title: { zh: '搜索结果', en: 'Search' },
  found: { zh: '“{q}”的搜索结果：共 {n} 项', en: 'Results for “{q}”: {n} in all' },
  place: { zh: '第 {n} 条', en: 'Hit {n}' },
  shown: { zh: '第 {page} 页，共 {pages} 页', en: 'page {page} of {pages}' },
} as const;

/** Texts of the page of keys. */
export const keysTexts = {
  title: { zh: '密钥', en: 'Keys' },
  lead: {
    zh: '供机器使用：请求头 Authorization: Bearer 加密钥。每个系统一个，名称写用途，不写人名。',
    en: 'For machines, in the header Authorization: Bearer. One for each system; name it for its use, not for a person.',
  },
  list: { zh: '全部密钥', en: 'All keys' },
  listNote: { zh: '新的在前；最近使用精确到分钟', en: 'The newest first; the last use to the minute' },
  none: { zh: '还没有密钥。', en: 'There is no key yet.' },
  name: { zh: '名称', en: 'Name' },
  nameRule: {
    zh: '2 到 32 个字符：文字、数字、点、下划线、连字符。',
    en: '2 to 32 characters: letters, digits, dots, underscores, hyphens.',
  },
  scope: { zh: '用途', en: 'Use' },
  id: { zh: '编号', en: 'Number' },
  made: { zh: '建立于（北京时间）', en: 'Made (Beijing time)' },
  used: { zh: '最近使用', en: 'Last used' },
  never: { zh: '从未', en: 'never' },
  state: { zh: '状态', en: 'State' },
  valid: { zh: '有效', en: 'valid' },
  revoked: { zh: '已吊销 {at}', en: 'revoked {at}' },
  revoke: { zh: '吊销', en: 'Revoke' },
  revokeOf: { zh: '吊销密钥 {name}', en: 'Revoke the key {name}' },
  add: { zh: '建立密钥', en: 'Make a key' },
  problem: { zh: '未建立：', en: 'Not made: ' },
  shown: { zh: '新的密钥', en: 'The new key' },
  shownText: {
    zh: '“{name}”的密钥只显示这一次，现在就保存好；服务器只留散列值。下面的命令检查它是否有效。',
    en: 'The key of “{name}” is shown this once: keep it now, the server has only a hash. The command below tells whether it works.',
  },
} as const;

/** Texts of the page of one's own account. */
export const ownAccountTexts = {
  title: { zh: '我的账号', en: 'My account' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  problem: { zh: '未作更改：', en: 'Nothing was changed: ' },
  about: { zh: '账号', en: 'Account' },
  accountName: { zh: '登录名', en: 'Sign-in name' },
  role: { zh: '角色', en: 'Role' },
  made: { zh: '建立于（北京时间）', en: 'Made (Beijing time)' },
  changePassword: { zh: '修改密码', en: 'Change the password' },
  old: { zh: '当前密码', en: 'Present password' },
  change: { zh: '修改', en: 'Change' },
  changeNote: {
    zh: '修改后，其他设备上的登录全部失效。',
    en: 'After the change every other device is signed out.',
  },
  changed: {
    zh: '密码已修改，其他设备上的登录均已失效。',
    en: 'The password is changed, and every other device is signed out.',
  },
  sessions: { zh: '已登录的设备', en: 'Where you are signed in' },
  sessionsNote: {
    zh: '{idle} 小时没有请求、或登录满 {longest} 小时后须重新登录。不记录设备和地址。',
    en: 'After {idle} hours without a request, and {longest} hours in any case, one signs in again. Devices and addresses are not kept.',
  },
  began: { zh: '登录于', en: 'Signed in' },
  used: { zh: '最近使用', en: 'Last used' },
  endSessions: { zh: '在所有设备上退出', en: 'Sign out everywhere' },
  data: { zh: '与我有关的数据', en: 'What is kept of me' },
  dataText: {
    zh: '保存的内容：登录名、角色、密码的散列值、登录的起止时间，以及审计日志中以账号编号记下的操作。文件里有除密码散列值以外的全部内容。',
    en: 'Kept are the name, the role, a hash of the password, when sessions began and were used, and in the audit log what was done, by the number of the account. The file holds all of it but the hash.',
  },
  download: { zh: '下载（JSON）', en: 'Download (JSON)' },
} as const;

/** Texts of the page where one signs in. */
export const signInTexts = {
  title: { zh: '登录', en: 'Sign in' },
  lead: {
    zh: '查看结果不需要登录；开始运行、保存方法、管理账号和密钥需要。',
    en: 'Reading needs no account; starting runs, keeping methods, and managing accounts and keys do.',
  },
  leadToRead: {
    zh: '查看结果、开始运行、保存方法、管理账号和密钥都需要登录。',
    en: 'Reading, starting runs, keeping methods, and managing accounts and keys all need an account.',
  },
  form: { zh: '账号', en: 'Account' },
  name: { zh: '登录名', en: 'Sign-in name' },
  password: { zh: '密码', en: 'Password' },
  send: { zh: '登录', en: 'Sign in' },
  problem: { zh: '未能登录：', en: 'Not signed in: ' },
  wrong: {
    zh: '登录名和密码不相符，或该账号已停用。',
    en: 'name and password do not belong together, or the account is closed.',
  },
  signedIn: { zh: '您已用账号“{name}”登录。', en: 'You are signed in as “{name}”.' },
  myAccount: { zh: '我的账号', en: 'My account' },
  noAccount: { zh: '还没有账号？', en: 'No account yet?' },
  noAccountText: {
    zh: '账号由管理员建立，密码由您用管理员给的链接自己设置；忘记密码时也请管理员给一个新的链接。服务器启动时如果还没有管理员，会在终端给出设立首位管理员的一次性链接。',
    en: 'An administrator makes accounts; you set your own password by the link that the administrator gives you, and by a new one if you have forgotten it. As long as there is no administrator, the server prints a one-time link at its start that makes the first one.',
  },
} as const;

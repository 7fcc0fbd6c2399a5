/** Texts of the page of a link that sets a password, and of the fields for a new one. */
export const invitationTexts = {
  title: { zh: '设置密码', en: 'Set your password' },
  firstTitle: { zh: '设立首位管理员', en: 'Make the first administrator' },
  lead: {
    zh: '账号“{name}”（{role}）。设置密码后即登录，本链接随即失效。',
    en: 'Account “{name}” ({role}). Setting the password signs you in, and this link is used up.',
  },
  firstLead: {
    zh: '管理员建立其他账号和密钥，并查看审计日志。请用代号，不用真实姓名。提交后即登录，本链接随即失效。',
    en: 'The administrator makes other accounts and keys, and reads the audit log. Take a code name, not a person’s name. Sending signs you in, and this link is used up.',
  },
  form: { zh: '密码', en: 'Password' },
  name: { zh: '登录名', en: 'Sign-in name' },
  nameRule: {
    zh: '2 到 32 个字符：文字、数字、点、下划线、连字符。',
    en: '2 to 32 characters: letters, digits, dots, underscores, hyphens.',
  },
  password: { zh: '新密码', en: 'New password' },
  again: { zh: '再输入一次', en: 'Once more' },
  passwordRule: {
    zh: '至少 {n} 个字符，任何字符都可以；几个不相关的词最好记。',
    en: 'At least {n} characters of any kind; some words that do not belong together are easy to remember.',
  },
  notTwice: { zh: '两次输入的新密码不同', en: 'the new password was typed differently the second time' },
  send: { zh: '设置密码并登录', en: 'Set the password and sign in' },
  problem: { zh: '未设置：', en: 'Not set: ' },
} as const;

/** Texts of the pages that say what went wrong. */
export const errorTexts = {
  notFound: { zh: '没有这个页面', en: 'There is no such page' },
  notFoundText: { zh: '地址“{path}”不存在。', en: 'The address “{path}” does not exist.' },
  wrong: { zh: '请求有误', en: 'Something in the request is wrong' },
  failed: { zh: '程序出错', en: 'The program failed' },
  failedText: {
    zh: '服务器处理这个请求时出错，详情已记入日志。请稍后再试。',
    en: 'The server failed on this request and wrote the details to its log. Please try again later.',
  },
  busy: { zh: '请求过于频繁', en: 'Too many requests' },
  busyText: {
    zh: '一分钟内的请求超过 {n} 次，请稍后再试。',
    en: 'More than {n} requests in a minute; please wait a little.',
  },
  overloaded: { zh: '服务器正忙', en: 'The server is busy' },
  forbidden: { zh: '未被接受', en: 'Not accepted' },
  signInFirst: { zh: '请先登录', en: 'Please sign in first' },
  signIn: { zh: '登录', en: 'Sign in' },
  forgedText: {
    zh: '这份表单不是从本站页面提交的，或打开表单后服务器重新启动过，未作任何更改。请重新打开该页面再提交（需要允许 Cookie）。',
    en: 'This form was not sent from a page of this site, or the server was restarted since the page was opened. Nothing was changed. Open the page again and send it once more (cookies must be allowed).',
  },
  conflict: { zh: '现在不能开始', en: 'It cannot start now' },
  tooLarge: { zh: '请求过大', en: 'The request is too large' },
  tooLargeText: {
    zh: '地址超过允许的长度（{n} 个字符）。',
    en: 'The address is longer than allowed ({n} characters).',
  },
  bodyTooLargeText: {
    zh: '请求正文超过允许的长度（{n} 字节），未读取，也未作任何更改。',
    en: 'The body of the request is longer than allowed ({n} bytes). It was not read, and nothing was changed.',
  },
  wrongMethod: { zh: '不支持这种请求方法', en: 'This method is not supported' },
  wrongMethodText: {
    zh: '此地址不支持 {method} 方法，只支持：{allowed}。',
    en: 'This address does not answer {method}, only: {allowed}.',
  },
  otherHost: { zh: '不是本服务器的名称', en: 'This is not a name of this server' },
  otherHostText: {
    zh: '请求的主机名“{host}”不在本服务器允许的名称之列。请改用启动时显示的地址；如果这个名称确实指向本服务器，请由管理员设置 HAOCHAPING_HOSTS={name} 后重新启动。',
    en: 'The request names the host “{host}”, which is not among the names this server answers to. Use the address printed at its start; if the name does belong to this server, its administrator sets HAOCHAPING_HOSTS={name} and starts it again.',
  },
  status: { zh: '状态码 {n}', en: 'Status {n}' },
  home: { zh: '回到总览', en: 'Back to the overview' },
} as const;

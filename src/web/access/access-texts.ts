/** Texts of what needs an account or a key. */
export const accessTexts = {
  tooManyAttempts: {
    zh: '登录名、密码或密钥错误的次数过多，请在 {n} 分钟后再试。',
    en: 'Names, passwords or keys were wrong too often; please try again in {n} minutes.',
  },
  notByHttps: {
    zh: '服务器的地址是 https，这个请求却不是经 https 送来的，未作任何更改。请代理传递 X-Forwarded-Proto: https，并在 HAOCHAPING_PROXIES 中列出该代理。',
    en: 'The address of this server is https, but this request did not come by https, and nothing was changed. Have the proxy pass X-Forwarded-Proto: https, and name the proxy in HAOCHAPING_PROXIES.',
  },
  needsAccount: {
    zh: '这项操作需要登录。未作任何更改。',
    en: 'This needs an account: please sign in. Nothing was changed.',
  },
  buttonNeedsAccount: { zh: '这项操作需要登录。', en: 'This needs an account.' },
  buttonNotAllowed: {
    zh: '您的角色没有这项操作的权限，请向管理员申请。',
    en: 'Your role does not allow this; ask an administrator.',
  },
  needsKey: {
    zh: '此地址需要密钥：请求头 Authorization: Bearer hcp_…；密钥不对、已吊销或用途不符时同样拒绝。',
    en: 'This address needs a key, in the header Authorization: Bearer hcp_…; one that is wrong, revoked or made for something else is refused as well.',
  },
  notAllowed: {
    zh: '“{role}”没有权限做这件事。未作任何更改；请向管理员申请。',
    en: 'The role “{role}” does not allow this. Nothing was changed; ask an administrator.',
  },
  keyNotAllowed: {
    zh: '这个密钥的用途是“{scope}”，不能用于此地址。',
    en: 'This key is for: {scope}. It does not open this address.',
  },
} as const;

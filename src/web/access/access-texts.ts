/** Texts of what needs an account or a key. */
export const accessTexts = {
  tooManyAttempts: {
    zh: '登录名、密码或密钥错误的次数过多，请在 {n} 分钟后再试。',
    en: 'Names, passwords or keys were wrong too often; please try again in {n} minutes.',
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

export const siteAssistantTexts = {
  title: { zh: '智能客服', en: 'Assistant' },
  greeting: {
    zh: '您好，我是智能客服（模拟，由程序按关键词应答）。请问您要办什么事？',
    en: 'Hello, I am a simulated assistant: a program that answers by keywords. What would you like to do?',
  },
  question: { zh: '您的问题', en: 'Your question' },
  ask: { zh: '提问', en: 'Ask' },
  asked: { zh: '您问', en: 'You asked' },
  answered: { zh: '智能客服答', en: 'The assistant says' },
} as const;
